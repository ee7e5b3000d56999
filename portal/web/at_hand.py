"""What is at hand belongs to the app that answers now: its database, its settings and its jobs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, appcontext_popped, appcontext_pushed, current_app, has_app_context


def put_at_hand(app: Flask, put: Callable[[], None]) -> None:
    """Done whenever this app comes to answer: on entering it, and on coming back to it when
    another one that was entered within it has been left."""

    def entered(sender: Flask, **_: Any) -> None:
        put()

    def another_left(sender: Flask, **_: Any) -> None:
        if has_app_context() and current_app == app:
            put()

    # Held by the app: a signal keeps no hold of those who listen to it.
    app.extensions.setdefault("at_hand", []).extend((entered, another_left))
    appcontext_pushed.connect(entered, app)
    appcontext_popped.connect(another_left)
