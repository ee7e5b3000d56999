"""The same address, as a page or as the part of it that htmx asked for."""

from __future__ import annotations

from typing import Any

from flask import Response, g, make_response, redirect, render_template, session
from flask_htmx import HTMX

htmx = HTMX()


def wants_fragment() -> bool:
    """A boosted link and a page brought back from history want the whole page."""
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def page_or_fragment(page: str, fragment: str, status: int = 200, **context: Any) -> Response:
    """Show the page; to htmx, the fragment alone."""
    if not wants_fragment():
        return make_response(render_template(page, **context), status)
    return make_response(_with_what_was_said(render_template(fragment, **context)), status)


def see_other_or_fragment(*, to: str, fragment: str, status: int = 200, **context: Any) -> Response:
    """After something was done: go there; to htmx, the fragment that shows it."""
    if not wants_fragment():
        return see_other(to)
    return make_response(_with_what_was_said(render_template(fragment, **context)), status)


def see_other(to: str) -> Response:
    """Go there, by whatever means whoever asked can follow."""
    if wants_fragment():
        return Response(status=204, headers={"HX-Redirect": to})
    return make_response(redirect(to, 303))


def turned_away(to: str) -> Response:
    """Go there instead: nothing of what was asked for was done."""
    g.turned_away = True
    return see_other(to)


def nothing_new() -> Response:
    """Answers a poll when there is nothing to swap."""
    return Response(status=204)


def _with_what_was_said(fragment: str) -> str:
    # The page around a fragment is not drawn again, so what was flashed must come along.
    if "_flashes" not in session:
        return fragment
    return fragment + render_template("components/_said.html")
