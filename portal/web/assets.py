"""Addresses of static files that change when the file does, so that phones may keep them."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for

FOR_A_YEAR = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    app.jinja_env.globals["asset"] = asset


def asset(name: str) -> str:
    """The address of a file below static/."""
    return url_for("static", filename=name, v=_version(name))


def may_be_kept(response: Response) -> bool:
    """Only when the address names exactly what is answered."""
    if request.endpoint != "static" or response.status_code not in (200, 304):
        return False
    name = (request.view_args or {}).get("filename", "")
    return request.args.get("v") == _version(name) != "missing"


def fingerprint(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=6).hexdigest()


def _version(name: str) -> str:
    path = Path(current_app.static_folder or "") / name
    try:
        found = path.stat()
    except OSError:
        return "missing"  # a page without its style is still a page
    return _fingerprint_of(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=256)
def _fingerprint_of(path: Path, changed_at: int, size: int) -> str:
    return fingerprint(path.read_bytes())
