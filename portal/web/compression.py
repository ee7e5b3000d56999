"""Small answers: for a phone with little data, the first thing that matters."""

from __future__ import annotations

from flask import Flask, Response, request
from flask_compress import Compress


def init_app(app: Flask) -> None:
    # Squeezing a page that holds a secret beside something an attacker chose can give the secret
    # away (BREACH). The form's token is no such secret: what stays the same in it is worth nothing
    # without the signature, which covers the time and so changes every second. Cookies are in no
    # page, and another site's request brings none of ours along (SameSite).
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    app.config["COMPRESS_BR_LEVEL"] = 5
    Compress(app)
    app.after_request(_read_files_whole)


def _read_files_whole(response: Response) -> Response:
    # Squeezed while it is read, a static file would stay open until somebody tidies up.
    if request.endpoint == "static" and response.status_code == 200:
        response.direct_passthrough = False
        response.make_sequence()
    return response
