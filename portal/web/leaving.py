"""Leaving quickly: what else must end when somebody leaves."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

Hook = Callable[[], None]


def on_leaving(app: Flask, hook: Hook) -> None:
    """Have this done when somebody leaves quickly."""
    app.extensions.setdefault("on_leaving", []).append(hook)


def end_everything(app: Flask) -> None:
    for hook in app.extensions.get("on_leaving", []):
        hook()
