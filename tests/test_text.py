from __future__ import annotations

import pytest

from portal.text import begun_large, cleaned, fenced, one_line


def test_plain_words_in_any_script_stay_as_they_are() -> None:
    for words in (
        "I moved.\n\n\tIt is fine.",
        "مرحبا",
        "ሰላም",
        "Zażółć gęślą jaźń",
        "👩🏽‍🚀 e\u0301",
    ):
        assert cleaned(words).text == words
        assert (cleaned(words).broken, cleaned(words).taken_out) == (0, 0)


@pytest.mark.parametrize("broken", list(map(chr, (0, 0xD800, 0xDFFF, 0xFFFD, 0xD83D))))
def test_what_came_broken_is_left_out_and_counted(broken: str) -> None:
    result = cleaned(f"My words{broken} stay.")

    assert result.text == "My words stay."
    assert result.broken == 1


@pytest.mark.parametrize(
    "hidden", ["\x01", "\x08", "\x0b", "\x1b", "\x7f", "\x85", *"\u202a\u202b\u202c\u202d\u202e"]
)
def test_hidden_characters_are_taken_out_and_counted(hidden: str) -> None:
    result = cleaned(f"pay{hidden}ment")

    assert result.text == "payment"
    assert (result.broken, result.taken_out) == (0, 1)


@pytest.mark.parametrize("kept", "\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")
def test_joiners_marks_and_isolates_are_ordinary_and_stay(kept: str) -> None:
    assert cleaned(f"می{kept}خواهم").text == f"می{kept}خواهم"


def test_every_line_end_becomes_one_kind() -> None:
    assert cleaned("one\r\ntwo\rthree\n").text == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain", "plain"),
        ("\u2067left open", "\u2067left open\u2069"),
        ("closed twice\u2069\u2069", "closed twice"),
        ("\u2066a\u2067b\u2069", "\u2066a\u2067b\u2069\u2069"),
        ("\u2068one\ntwo", "\u2068one\u2069\ntwo"),
        ("\u2069\u2066x", "\u2066x\u2069"),
    ],
)
def test_an_isolate_never_reaches_the_text_around(typed: str, shown: str) -> None:
    assert fenced(typed) == shown


def test_a_name_is_one_line_without_space_around_it() -> None:
    assert one_line("  Amina\r\n\t Yusuf\x00 ") == "Amina Yusuf"


def test_a_topic_begins_large_and_keeps_its_other_letters() -> None:
    assert begun_large("who I am") == "Who I am"
    assert begun_large("home") == "Home"
    assert begun_large("") == ""
