"""One transaction a request: asked by whoever is signed in, kept only when it went well."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from flask import Flask, Response, current_app, g, request
from sqlalchemy.orm import Session

from portal.db import Database, Viewer, acting_as, use
from portal.web.at_hand import put_at_hand

READING = frozenset({"GET", "HEAD", "OPTIONS"})
AfterKept = Callable[[Session, Response], Response]


def init_app(
    app: Flask, database: Database, identify: Callable[[], Viewer], *after: AfterKept
) -> None:
    """`identify` says who asks; `after` is done once what was changed is kept."""

    def begin() -> None:
        if not _needs_session():
            return
        viewer, opened = identify(), ExitStack()
        asking = acting_as(viewer, writes=_writes())
        g.opened, g.asking = opened, opened.enter_context(asking)

    def end(response: Response) -> Response:
        return _end(response, after)

    put_at_hand(app, lambda: use(database))
    app.before_request(begin)
    app.after_request(end)
    app.teardown_request(_give_up)


def _end(response: Response, after: tuple[AfterKept, ...]) -> Response:
    asking: Session | None = g.get("asking")
    if asking is None:
        return response
    if response.status_code >= 400 and not g.get("keep_anyway"):
        # What was shown goes into the looking log as it was shown, which a rollback would wipe.
        asking.expunge_all()
        asking.rollback()
    _close()
    for do in after:
        response = do(asking, response)
    return response


def keep_anyway() -> None:
    """Keep what was written although the answer says that something was wrong: a wrong PIN."""
    g.keep_anyway = True


def _needs_session() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return (
        view is not None
        and request.endpoint != "static"
        and not getattr(view, "needs_no_session", False)
    )


def _writes() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return request.method not in READING and not getattr(view, "reads_first", False)


def _close() -> None:
    opened: ExitStack | None = g.pop("opened", None)
    if opened is not None:
        opened.close()


def _give_up(mistake: BaseException | None) -> None:
    asking: Session | None = g.pop("asking", None)
    if g.get("opened") is not None and asking is not None:
        asking.rollback()
        _close()
