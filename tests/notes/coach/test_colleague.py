"""What Jo reads in the margin beside a note to Amina."""

from __future__ import annotations

from portal.notes.coach.colleague import Reading, read
from portal.notes.coach.hints import Kind
from portal.notes.coach.plainer import seed
from portal.notes.coach.reading_age import reading_age, syllables

TO_HER = (
    "Dear Amina, thank you for the tea on Tuesday. You showed me your new room, and we laughed "
    "about the cat. You said that the window does not shut. I will ring the landlord by Friday, "
    "and I will tell you what he says."
)
ABOUT_HER = (
    "Visit to the home address. The room was tidy and food was seen in the fridge. Budgeting was "
    "discussed at length and a plan was put in place, with a further visit on Friday at noon, as "
    "usual, by the allocated worker."
)


def to_amina(text: str) -> Reading:
    return read(text, ("Amina",), seed())


def test_a_note_that_speaks_to_amina_gets_no_hint() -> None:
    assert to_amina(TO_HER).hints == ()


def test_a_note_that_never_says_you_is_told_so_once() -> None:
    kinds = [hint.kind for hint in to_amina(ABOUT_HER).hints]

    assert kinds.count(Kind.TO_YOU) == 1


def test_a_hint_says_where_it_stands_why_and_what_else_to_say() -> None:
    text = "We talked about your siblings."
    (hint,) = to_amina(text).hints

    assert text[hint.start : hint.end] == hint.words == "siblings"
    assert hint.instead == "brothers and sisters"
    assert hint.why.startswith("This is a word of our trade.")


def test_no_hint_calls_anything_wrong() -> None:
    said = " ".join(hint.why for hint in to_amina(f"{ABOUT_HER} She failed to attend.").hints)

    assert "wrong" not in said
    assert "bad" not in said


def test_letters_are_named_once_and_not_when_they_are_spelled_out() -> None:
    twice = to_amina("The IRO came. You like the IRO.").hints
    spelled = to_amina("The reviewing officer (IRO) came. You like the IRO.").hints

    assert [hint.words for hint in twice] == ["IRO"]
    assert spelled == ()


def test_what_amina_said_about_herself_may_stand_between_quotation_marks() -> None:
    assert to_amina("Your aunt wrote: “Amina is brave.”").hints == ()


def test_words_in_arabic_get_no_hint_and_do_no_harm() -> None:
    assert to_amina("شكرا لك يا أمينة على الشاي يوم الثلاثاء. رأيت غرفتك الجديدة.").hints == ()


def test_plain_words_ask_for_a_younger_reader_than_the_words_of_an_office() -> None:
    office = (
        "Following multidisciplinary consultation, appropriate arrangements regarding your "
        "accommodation entitlement will be communicated subsequently to representatives of the "
        "relevant organisations in accordance with established administrative procedures."
    )
    plain, difficult = reading_age(TO_HER), reading_age(office * 2)

    assert plain is not None
    assert difficult is not None
    assert plain <= 10
    assert difficult >= 16


def test_of_a_few_words_no_reading_age_is_said() -> None:
    assert reading_age("See you on Tuesday.") is None


def test_syllables_are_counted_as_they_are_heard() -> None:
    heard = {"cat": 1, "home": 1, "table": 2, "moved": 1, "wanted": 2, "family": 3, "holiday": 3}

    assert {word: syllables(word) for word in heard} == heard
