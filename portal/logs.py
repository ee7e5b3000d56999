"""One line of JSON for each thing worth knowing, on standard error: ids, never words or names.

A message of somebody else's code may hold anything, so of those only the place in the code is
written; the same goes for what a mistake says of itself.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import sys
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

CODE = re.compile(r"[a-z0-9_.:+-]{1,64}")
CHANNEL = logging.getLogger("portal")

_bound: ContextVar[dict[str, object] | None] = ContextVar("bound", default=None)


def start(level: int = logging.INFO) -> None:
    """Send every line of this process to standard error as JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    CHANNEL.setLevel(level)


def bind(**ids: object) -> None:
    """Add these to every line from here on, in this request."""
    _bound.set({**(_bound.get() or {}), **ids})


def unbind() -> None:
    _bound.set(None)


def event(name: str, *, level: int = logging.INFO, **ids: object) -> None:
    CHANNEL.log(level, name, extra={"ids": ids})


def mistake(exception: BaseException) -> str:
    """Write down where it happened; the reference is for whoever met it to pass on."""
    reference = secrets.token_hex(4)
    frames = traceback.extract_tb(exception.__traceback__)
    event(
        "mistake",
        level=logging.ERROR,
        reference=reference,
        places=Places(
            (
                *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames),
                type(exception).__qualname__,
            )
        ),
    )
    return reference


class Places(tuple[str, ...]):
    """Names and places of the code: the only free text that a line may hold."""


class Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"level": record.levelname.lower()}
        if record.name == CHANNEL.name:
            ids: dict[str, Any] = getattr(record, "ids", {})
            line |= {"event": record.msg, **(_bound.get() or {}), **ids}
        else:
            line |= {"event": record.name, "place": f"{record.module}:{record.lineno}"}
        return json.dumps({"time": at} | {key: _safe(value) for key, value in line.items()})


def _safe(value: object) -> object:
    if value is None or isinstance(value, int | float | Places):
        return value
    text = str(value)
    return text if CODE.fullmatch(text) else "?"
