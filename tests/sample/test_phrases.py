from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from portal.sample.library import WRITTEN_OUT, book, sayings
from portal.sample.phrases import Gender, say, ways

SLOTS = {
    "pa": "Jo",
    "name": "Amina",
    "area": "Harnby",
    "college": "Vale College",
    "course": "Level 3 IT",
}
BOOKS = ("matters", "notes", "replies", "promises", "cast", *(f"entries.{x}" for x in WRITTEN_OUT))


def sentences(kept: object) -> Iterator[str]:
    if isinstance(kept, str):
        yield kept
    for each in kept.values() if isinstance(kept, dict) else kept if isinstance(kept, list) else ():
        yield from sentences(each)


def test_a_choice_takes_one_and_a_gender_takes_its_own() -> None:
    said = {say("[I am|We are] {glad|happy}, <pa>.", Random(n), "f", SLOTS) for n in range(20)}

    assert said == {"I am happy, Jo.", "We are happy, Jo."}


def test_choices_stand_inside_each_other() -> None:
    assert ways("[one|[two|three] times <pa>] and [four|five]") == 6


def test_the_same_chance_says_the_same() -> None:
    template = "[a|b|c|d] [e|f|g|h] [i|j|k|l]"

    assert say(template, Random(3), "m", {}) == say(template, Random(3), "m", {})


def test_a_choice_that_does_not_end_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="is missing"):
        say("[one|two", Random(1), "m", {})


@pytest.mark.parametrize("name", [*BOOKS, "entries.more"])
@pytest.mark.parametrize("gender", ["m", "f"])
def test_every_sentence_can_be_said_and_leaves_no_mark_behind(name: str, gender: Gender) -> None:
    said = [say(each, Random(n), gender, SLOTS) for n in range(5) for each in sentences(book(name))]

    assert [each for each in said if set(each) & set("[]{}|<>")] == []


@pytest.mark.parametrize(("language", "most"), [("en", 900), ("ar", 200), ("pl", 120), ("ti", 70)])
def test_there_are_hundreds_of_ways_to_say_something(language: str, most: int) -> None:
    assert sum(ways(saying) for _, _, saying in sayings(language)) > most


def test_every_topic_has_words_promises_and_a_reason_for_its_lock() -> None:
    topics = set(book("council")["topics"])

    assert {topic for topic, _, _ in sayings("en")} == topics
    assert topics <= set(book("promises"))
    assert topics == set(book("council")["locks"])
