"""The places that somebody can go to, with a count where something is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from flask import Flask, current_app, request, url_for


@dataclass(frozen=True)
class Place:
    name: str
    address: str
    count: int
    is_here: bool


@dataclass(frozen=True, order=True)
class _Known:
    position: int
    name: str
    endpoint: str = field(compare=False)
    count: Callable[[], int] | None = field(compare=False)
    only_if: Callable[[], bool] | None = field(compare=False)
    also: tuple[str, ...] = field(compare=False)

    @property
    def is_here(self) -> bool:
        here = (request.endpoint or "").partition(".")[0]
        return here in (self.endpoint.partition(".")[0], *self.also)


class Places:
    """Counted only when a page shows them: a fragment does not pay for it."""

    def __init__(self, known: list[_Known], *, counted: bool) -> None:
        self._known, self._counted = known, counted

    def __iter__(self) -> Iterator[Place]:
        for one in sorted(self._known):
            if one.only_if and not one.only_if():
                continue
            count = one.count() if one.count and self._counted else 0
            yield Place(one.name, url_for(one.endpoint), count, one.is_here)


def register(
    app: Flask,
    role: str,
    *,
    name: str,
    endpoint: str,
    position: int,
    count: Callable[[], int] | None = None,
    only_if: Callable[[], bool] | None = None,
    also: tuple[str, ...] = (),
) -> None:
    """Offer a place to everybody of that role, or to those of them whose work it is.

    `also` names the other parts of the site that lie behind it.
    """
    known = app.extensions.setdefault("places", {}).setdefault(role, [])
    known.append(_Known(position, name, endpoint, count, only_if, also))


def first_place() -> str:
    """Where staff go on to when they have come in."""
    places = places_for(current_app, "staff", counted=False)
    return next((place.address for place in places), "/people/")


def places_for(app: Flask, role: str | None, *, counted: bool) -> Places:
    return Places(app.extensions.get("places", {}).get(role, []), counted=counted)
