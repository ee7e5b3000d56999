"""The barest Flask route that commits one row, with the portal's pragmas: what a write costs."""

from __future__ import annotations

import os
import sqlite3
import threading
from uuid import uuid4

from flask import Flask, Response, request

app = Flask(__name__)
PATH = os.environ["BARE_DATABASE"]
_here = threading.local()


def connection() -> sqlite3.Connection:
    if not hasattr(_here, "opened"):
        _here.opened = sqlite3.connect(PATH, isolation_level=None)
        for pragma in ("busy_timeout=5000", "journal_mode=WAL", "synchronous=FULL"):
            _here.opened.execute(f"PRAGMA {pragma}")
        _here.opened.execute("CREATE TABLE IF NOT EXISTS said (id TEXT PRIMARY KEY, words TEXT)")
    opened: sqlite3.Connection = _here.opened
    return opened


@app.get("/")
def form() -> str:
    connection()
    return '<input name="form_token" value="none">'


@app.post("/my-voice/")
def say() -> Response:
    opened = connection()
    opened.execute("BEGIN IMMEDIATE")
    opened.execute("INSERT INTO said VALUES (?, ?)", (uuid4().hex, request.form["words"]))
    opened.execute("COMMIT")
    return Response(status=303, headers={"Location": "/"})
