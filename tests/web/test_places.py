from __future__ import annotations

from functools import partial

from flask import Flask

from portal.web.places import places_for, register


def test_places_stand_in_their_order_with_their_counts(small: Flask) -> None:
    register(small, "staff", name="Inbox", endpoint="shell.privacy", position=2, count=lambda: 3)
    register(small, "staff", name="People", endpoint="say", position=1)

    with small.test_request_context("/say"):
        places = list(places_for(small, "staff", counted=True))

    assert [(place.name, place.count, place.is_here) for place in places] == [
        ("People", 0, True),
        ("Inbox", 3, False),
    ]


def test_nobody_signed_in_has_no_places(small: Flask) -> None:
    with small.test_request_context("/say"):
        assert list(places_for(small, None, counted=True)) == []


def test_a_place_for_some_is_not_offered_to_others(small: Flask) -> None:
    for name, is_mine in (("People", True), ("Imports", False)):
        offered = partial(bool, is_mine)
        register(small, "staff", name=name, endpoint="say", position=1, only_if=offered)

    with small.test_request_context("/say"):
        places = list(places_for(small, "staff", counted=True))

    assert [place.name for place in places] == ["People"]


def test_after_a_mistake_nothing_is_counted(small: Flask) -> None:
    def refuse() -> int:
        raise AssertionError("Asked a database that does not answer.")

    register(small, "staff", name="Inbox", endpoint="say", position=1, count=refuse)

    with small.test_request_context("/say"):
        (place,) = places_for(small, "staff", counted=False)

    assert place.count == 0


def test_what_lies_behind_a_place_is_there_too(small: Flask) -> None:
    register(
        small, "staff", name="People", endpoint="shell.privacy", position=1, also=("consent", "say")
    )

    with small.test_request_context("/say"):
        (place,) = places_for(small, "staff", counted=True)

    assert place.is_here
