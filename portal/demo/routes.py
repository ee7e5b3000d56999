"""A page for each of the cast, with one button that lets whoever presses it be them."""

from __future__ import annotations

from flask import Blueprint, Flask, abort, render_template
from flask.typing import ResponseReturnValue

from portal.accounts.routes import browser
from portal.config import Settings
from portal.demo import actions, only_here
from portal.demo.forms import ComeIn
from portal.sample.cast import CAST, PIN, Member
from portal.web.audience import everyone
from portal.web.fragments import see_other

bp = Blueprint("demo", __name__, url_prefix="/demo")


def init_app(app: Flask, settings: Settings) -> None:
    if settings.is_demo:
        only_here.init_app(app, settings)
        app.register_blueprint(bp)


@bp.get("/")
@everyone
def index() -> str:
    return render_template("demo/index.html", cast=CAST.values())


@bp.get("/<at>")
@everyone
def show(at: str) -> str:
    return render_template("demo/show.html", form=ComeIn(), member=_the_member(at), pin=PIN)


@bp.post("/<at>")
@everyone
def come_in(at: str) -> ResponseReturnValue:
    form, member = ComeIn(), _the_member(at)
    if not form.validate_on_submit():
        return render_template("demo/show.html", form=form, member=member, pin=PIN), 422
    came_in = actions.come_in(member, browser.kind())
    browser.begin(came_in.secret)
    if came_in.phone_secret is None:
        return browser.forget_phone(see_other("/"))
    return browser.keep_phone(see_other("/"), came_in.phone_secret)


def _the_member(at: str) -> Member:
    return CAST.get(at) or abort(404)
