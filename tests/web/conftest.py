from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from flask import Flask, flash, request, url_for
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue
from jinja2 import DictLoader
from sqlalchemy.exc import NoResultFound, OperationalError

from portal import errors, jobs, web
from portal.config import ROOT
from portal.db import Busy
from portal.web.audience import needs_no_token
from portal.web.forms import CreatingForm, Day, Line, Picks, Words
from portal.web.fragments import page_or_fragment, see_other_or_fragment
from tests.councils import westmoor

KNOWN = (400, 403, 404, 409, 413, 422, 429, 500, 503)
TEMPLATES = {
    "page.html": "<h1>A page</h1>{% include '_part.html' %}",
    "_part.html": '<form id="part">{{ form.form_token }}{{ form.form_key }}{{ form.words }}'
    "{% for id, what in form.mends %}<p>{{ id }}: {{ what }}</p>{% endfor %}</form>",
    "components/_said.html": '<div id="said" hx-swap-oob="true">'
    "{{ get_flashed_messages()|join }}</div>",
    "errors/_notice.html": "<p>notice {{ status }} {{ what }}</p>",
    "shell/left.html": "<h1>Nothing here</h1>",
    **{
        f"errors/{status}.html": "<h1>{{ status }}</h1>{{ what }}{{ reference }}"
        for status in KNOWN
    },
}


class Saying(CreatingForm):
    words = Words("Words", required="Write something first.")
    title = Line("Title", longest=20)
    kind = Picks("Kind", [("idea", "An idea"), ("worry", "A worry")])
    day = Day("Day")


def troubles() -> dict[str, Exception]:
    return {
        "gone": NoResultFound("Amina has no such row"),
        "not-allowed": errors.NotAllowed(),
        "conflict": errors.Conflict("Somebody else was quicker."),
        "too-many": errors.TooMany(60),
        "too-large": errors.TooLarge("Use the command instead."),
        "busy": Busy(),
        "locked": OperationalError("select", {}, Exception("database is locked")),
        "broken": ValueError("Amina lives in Hill Road"),
    }


def say() -> ResponseReturnValue:
    form = Saying()
    if request.method == "GET" or not form.validate_on_submit():
        status = 422 if request.method == "POST" else 200
        return page_or_fragment("page.html", "_part.html", status, form=form)
    flash("Said.")
    return see_other_or_fragment(to=url_for("say"), fragment="_part.html", form=form)


def get_into(trouble: str) -> ResponseReturnValue:
    raise troubles()[trouble]


@pytest.fixture
def small(tmp_path: Path) -> Flask:
    """An app with the shell, two routes and nothing of the portal's features."""
    app = Flask(
        f"small_{uuid.uuid4().hex}",
        root_path=str(ROOT),
        static_folder=tmp_path,
        static_url_path="/static",
    )
    settings = westmoor(tmp_path)
    jobs.init_app(app, settings)
    web.init_app(app, settings)
    app.jinja_loader = DictLoader(TEMPLATES)
    app.add_url_rule("/say", view_func=say, methods=["GET", "POST"])
    app.add_url_rule("/trouble/<trouble>", view_func=needs_no_token(get_into))
    app.add_url_rule("/unasked", "unasked", lambda: "done", methods=["POST"])
    app.testing = False
    return app


@pytest.fixture
def phone(small: Flask) -> FlaskClient:
    return small.test_client()
