"""What one browser keeps: its sign-in, that it is a remembered phone, and where it was going."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Response, g, request
from flask import session as cookie

from portal import config
from portal.accounts.actions.phones import REMEMBERED
from portal.accounts.signed_in import COOKIE

KNOWN_FOR = timedelta(days=365)
KINDS = (
    ("iphone", "iPhone"),
    ("ipad", "iPad"),
    ("android", "Android phone"),
    ("cros", "Chromebook"),
    ("windows", "Windows computer"),
    ("macintosh", "Mac"),
    ("linux", "Linux computer"),
)


def begin(secret: str) -> None:
    """Start afresh: nothing that was in this browser before can be tied to this sign-in."""
    cookie.clear()
    cookie[COOKIE] = secret


def forget() -> None:
    cookie.clear()
    g.signed_in = None


def phone_secret() -> str:
    return request.cookies.get(_named("kept"), "")[:100]


def keep_phone(response: Response, secret: str) -> Response:
    return _keep(response, "kept", secret, REMEMBERED)


def forget_phone(response: Response) -> Response:
    response.delete_cookie(_named("kept"), path="/", secure=config.current().is_https)
    return response


def known_by() -> str:
    return request.cookies.get(_named("been"), "")[:100]


def keep_known(response: Response, known: str) -> Response:
    return _keep(response, "been", known, KNOWN_FOR)


def kind() -> str:
    """What sort of thing this is, as its owner would call it."""
    agent = request.user_agent.string.lower()
    return next((name for sign, name in KINDS if sign in agent), "Another device")


def way_back() -> str:
    """Where somebody was going: a page of ours, or the first one."""
    to = request.values.get("to", "")
    parts = urlsplit(to) if to.isprintable() else None
    ours = parts is not None and not parts.scheme and not parts.netloc
    return to if ours and to.startswith("/") and to[1:2] not in ("/", "\\") else "/"


def _keep(response: Response, name: str, value: str, lasts: timedelta) -> Response:
    response.set_cookie(
        _named(name),
        value,
        max_age=lasts,
        path="/",
        httponly=True,
        samesite="Lax",
        secure=config.current().is_https,
    )
    return response


def _named(name: str) -> str:
    return f"__Host-{name}" if config.current().is_https else name
