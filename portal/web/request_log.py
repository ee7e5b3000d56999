"""One line in the log for each request: what was asked for and how long it took."""

from __future__ import annotations

import secrets
from time import perf_counter

from flask import Flask, Response, g, request

from portal import logs
from portal.web.context import who


def init_app(app: Flask) -> None:
    app.before_request(_begin)
    app.after_request(_finish)


def _begin() -> None:
    g.began = perf_counter()
    logs.unbind()
    # Our own, never one that came with the request: that could hold anything.
    logs.bind(request=secrets.token_hex(8))


def _finish(response: Response) -> Response:
    if request.endpoint != "static" and "began" in g:
        logs.event(
            "answered",
            route=request.endpoint or "none",
            method=request.method.lower(),
            account=getattr(who(), "account_id", None),
            status=response.status_code,
            milliseconds=round((perf_counter() - g.began) * 1000, 1),
        )
    return response
