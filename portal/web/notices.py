"""What a home page says that other parts of the site know of: a yes that ends, something to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import Flask, current_app


@dataclass(frozen=True)
class Notice:
    """A heading, a sentence, and where to go on."""

    heading: str
    words: str
    does: str
    address: str


Provider = Callable[[], Iterable[Notice]]


def register(app: Flask, provider: Provider) -> None:
    """Asked, as whoever is at home, each time that their home is shown."""
    app.extensions.setdefault("notices", []).append(provider)
    app.jinja_env.globals["notices"] = _notices


def _notices() -> list[Notice]:
    providers: list[Provider] = current_app.extensions.get("notices", [])
    return [notice for provider in providers for notice in provider()]
