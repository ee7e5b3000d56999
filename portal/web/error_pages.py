"""One calm answer for each thing that can go wrong, as a page or as a notice for htmx.

Whoever meets it learns what to do next; never a stack, a name, or whether something is there.
"""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, current_app, g, make_response, render_template
from sqlalchemy.exc import NoResultFound, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from werkzeug.exceptions import HTTPException

from portal import logs
from portal.db import Busy
from portal.errors import TooMany, Trouble
from portal.web.fragments import wants_fragment

KNOWN = (400, 403, 404, 409, 413, 422, 429, 500, 503)
A_MOMENT = 5  # seconds
LAST_RESORT = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Something went wrong</title>"
    "<h1>Something went wrong</h1><p>It is our mistake, not yours. Please try again."
)


def init_app(app: Flask) -> None:
    app.register_error_handler(NoResultFound, lambda _: answer(404))
    app.register_error_handler(Trouble, _trouble)
    app.register_error_handler(HTTPException, _refused)
    for busy in (Busy, OperationalError, NoConnection):
        app.register_error_handler(busy, _busy)
    app.register_error_handler(Exception, _mistake)


def answer(status: int, *, seconds: int = 0, **context: Any) -> Response:
    """The page or notice of one status."""
    template = "errors/_notice.html" if wants_fragment() else f"errors/{_known(status)}.html"
    if status >= 500:
        # Neither who looks nor what is new can be asked of a database that does not answer.
        g.went_wrong = g.knows_nobody = True
    response = make_response(
        render_template(template, status=status, seconds=seconds, **context), status
    )
    if seconds:
        response.headers["Retry-After"] = str(seconds)
    if wants_fragment():
        response.headers["HX-Retarget"] = "#said"
        response.headers["HX-Reswap"] = "innerHTML"
    return response


def _trouble(trouble: Trouble) -> Response:
    seconds = trouble.seconds if isinstance(trouble, TooMany) else 0
    g.went_wrong = True
    return answer(trouble.status, seconds=seconds, what=trouble.what)


def _refused(refused: HTTPException) -> Response:
    status = refused.code or 500
    if refused.response is not None or status < 400:
        return make_response(refused.get_response())
    if status >= 500:
        return _mistake(getattr(refused, "original_exception", None) or refused)
    response = answer(status, seconds=60 if status == 429 else 0, what="")
    for name, value in refused.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response


def _busy(busy: Exception) -> Response:
    logs.mistake(busy)
    return answer(503, seconds=A_MOMENT)


def _mistake(mistake: Exception) -> Response:
    if current_app.testing:
        raise mistake
    reference = logs.mistake(mistake)
    try:
        return answer(500, reference=reference)
    except Exception as second:  # the page itself may be what is broken
        logs.mistake(second)
        return make_response(f"{LAST_RESORT} <p>Reference: {reference}", 500)


def _known(status: int) -> int:
    if status in KNOWN:
        return status
    return 404 if status in (401, 405, 410) else 400
