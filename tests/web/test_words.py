from __future__ import annotations

from portal.web.words import count, first_name, listed


def test_names_are_listed_as_in_speech() -> None:
    assert listed([]) == ""
    assert listed(["Jo"]) == "Jo"
    assert listed(["Jo", "Sam"]) == "Jo and Sam"
    assert listed(["Jo", "Sam", "Priya"], "or") == "Jo, Sam or Priya"


def test_a_number_agrees_with_its_noun() -> None:
    assert [count(n, "note") for n in (0, 1, 2)] == ["no notes", "1 note", "2 notes"]
    assert count(2, "reply", "replies") == "2 replies"


def test_the_first_of_somebody_s_names() -> None:
    assert first_name("Jo Marsh") == "Jo"
    assert first_name("") == ""
