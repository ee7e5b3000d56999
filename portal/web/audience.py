"""Whom a route is for. Every route says it once, and a test holds the list of them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def audience(name: str) -> Callable[[View], View]:
    """Mark a route as being for these people. It keeps nobody out by itself: a guard does."""

    def mark(view: View) -> View:
        if hasattr(view, "audience"):
            raise ValueError(f"{view.__name__} is already for {view.audience}.")
        view.audience = name  # type: ignore[attr-defined]
        return view

    return mark


everyone = audience("everyone")


def needs_no_token(view: View) -> View:
    """For a POST that may come without a form's token, with its reason beside it."""
    view.needs_no_token = True  # type: ignore[attr-defined]
    return view


def reads_first(view: View) -> View:
    """For a POST that takes a while before it writes, and then writes in a session of its own."""
    view.reads_first = True  # type: ignore[attr-defined]
    return view


def needs_no_session(view: View) -> View:
    """For a route that must answer when the database does not."""
    view.needs_no_session = True  # type: ignore[attr-defined]
    return view
