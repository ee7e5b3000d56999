from __future__ import annotations

from datetime import date, timedelta

from portal.db import now
from portal.records.models import Source
from portal.voice.models import Withdrawal
from tests.casefile.conftest import Looks
from tests.casefile.reading import here, words_of
from tests.cast import Town
from tests.client import HTMX
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import answered, on_record, said, yes_to
from tests.makers import fixed_id

WORDS, RECORD = ".desk__words", ".desk__record"


def test_jo_reads_aminas_words_beside_the_record_of_the_same_day(
    signed_in: SignedInAs, asking: Asking, town: Town, lcs: Source
) -> None:
    with asking(town.amina, writes=True):
        said(town.amina, "The damp is back.")
    with asking(town.jo, writes=True):
        note = {"type": "home visit", "author_name": "J. Marsh", "happened_on": now().date()}
        on_record(town.amina, lcs, "Advised to ventilate.", **note)
    page = signed_in(town.jo).page(here(town.amina))
    day = page.select_one("h3.desk__day")

    assert len(page.select("h3.desk__day")) == 1
    assert day is not None
    assert "The damp is back." in day.find_next_sibling(class_="desk__words").get_text()  # type: ignore[union-attr]
    assert "Advised to ventilate." in page.select_one(RECORD).get_text()  # type: ignore[union-attr]
    assert "LCS · home visit · J. Marsh" in words_of(signed_in(town.jo), here(town.amina), ".mono")
    assert "Written about them, not to them." in page.get_text()


def test_the_head_says_who_works_with_amina(signed_in: SignedInAs, town: Town) -> None:
    jos = words_of(signed_in(town.jo), here(town.amina), ".head")
    priyas = words_of(signed_in(town.priya), here(town.amina), ".head")

    assert "with you since" in jos
    assert "also with Housing" in jos
    assert "with Jo Marsh since" in priyas


def test_whoever_may_not_know_amina_gets_the_page_of_somebody_who_is_not_there(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    with asking(town.amina, writes=True):
        said(town.amina, "The damp is back.")
    for stranger in (town.sam, town.nadia, town.vera, town.dev, town.fay, town.rae, town.tyler):
        laptop = signed_in(stranger)
        hidden = laptop.get(here(town.amina))
        missing = laptop.get(f"/people/{fixed_id('nobody at all')}/")

        assert hidden.status_code == missing.status_code == 404
        assert hidden.data == missing.data
        assert dict(hidden.headers) == dict(missing.headers)


def test_ada_knows_that_amina_is_here_and_reads_nothing(
    signed_in: SignedInAs, asking: Asking, town: Town, lcs: Source, looks_at_amina: Looks
) -> None:
    with asking(town.amina, writes=True):
        said(town.amina, "The damp is back.")
        on_record(town.amina, lcs, "Advised to ventilate.")
    page = words_of(signed_in(town.ada), here(town.amina))

    assert "Nothing yet" in page
    assert "damp" not in page
    assert looks_at_amina() == 0


def test_harriet_reads_what_amina_said_yes_about_and_why_it_is_here(
    signed_in: SignedInAs, asking: Asking, town: Town, repairs: Source
) -> None:
    home, health = town.topics[3], town.topics[7]
    with asking(town.amina, writes=True):
        said(town.amina, "The damp is back.", topic_id=home.id, reach="chosen")
        said(town.amina, "I sleep badly.", topic_id=health.id, reach="chosen")
        on_record(town.amina, repairs, "Fan booked.", topic_id=home.id)
    laptop = signed_in(town.harriet)
    assert "damp" not in words_of(laptop, here(town.amina))
    assert "Fan booked." in words_of(laptop, here(town.amina))

    with asking(town.amina, writes=True):
        yes_to(town.teams.housing, home, by=town.amina)
    page = words_of(laptop, here(town.amina))
    assert "The damp is back." in page
    assert "Here because Amina said yes about home" in page
    assert "I sleep badly." not in page


def test_seeing_the_page_is_one_look_and_so_is_its_part(
    signed_in: SignedInAs, asking: Asking, town: Town, lcs: Source, looks_at_amina: Looks
) -> None:
    with asking(town.amina, writes=True):
        entry = said(town.amina, "The damp is back.")
    with asking(town.jo, writes=True):
        answered(entry, town.jo, "I will ring housing.")
        on_record(town.amina, lcs, "Advised to ventilate.")
    laptop = signed_in(town.jo)
    laptop.page(here(town.amina))
    assert looks_at_amina() == 1

    laptop.get(here(town.amina, f"said/{entry.id}/"), headers=HTMX)
    assert looks_at_amina() == 2


def test_what_was_taken_back_shows_that_it_was_and_when(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    with asking(town.amina, writes=True) as session:
        session.add(
            Withdrawal(
                care_leaver_id=town.amina.id,
                author_id=town.amina.id,
                held_by_id=town.teams.leaving_care.id,
                reach="my_team",
            )
        )

    assert "Something was taken back on" in words_of(signed_in(town.jo), here(town.amina), WORDS)


def test_a_record_without_a_day_comes_last(
    signed_in: SignedInAs, asking: Asking, town: Town, lcs: Source
) -> None:
    with asking(town.jo, writes=True):
        on_record(town.amina, lcs, "Personal details.")
        on_record(town.amina, lcs, "An old visit.", happened_on=date(2019, 5, 1))
        on_record(town.amina, lcs, "A visit.", happened_on=now().date() - timedelta(days=1))
    page = words_of(signed_in(town.jo), here(town.amina), ".desk")

    assert page.index("A visit.") < page.index("An old visit.") < page.index("No day was given")
