"""Coming in by a link. Opening it uses nothing up; only sending the form does."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.actions import arriving
from portal.accounts.actions.arriving import Arrived, WrongKey
from portal.accounts.actions.invitations import LinkIsOver
from portal.accounts.forms.arriving import FirstTime, NewPin, OldPin, OldWords
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.queries.invitations import Stage, held
from portal.accounts.routes import browser
from portal.accounts.routes.blueprint import bp
from portal.web.audience import everyone, needs_no_session
from portal.web.dates import at_time
from portal.web.fragments import see_other

PAGES = {
    Stage.FIRST: "accounts/invited_first.html",
    Stage.AGAIN: "accounts/invited_again.html",
    Stage.WAITING: "accounts/invited_waiting.html",
    Stage.CONFIRMED: "accounts/invited_confirmed.html",
}
View = Callable[..., Any]


def _while_it_works(view: View) -> View:
    """A wrong, used, ended and old link all look the same."""

    @wraps(view)
    def opened(token: str) -> Any:
        try:
            return view(token)
        except LinkIsOver:
            return make_response(render_template("accounts/link_over.html"), 404)

    return everyone(needs_no_session(opened))


@bp.get("/invited/<token>")
@_while_it_works
def invited(token: str) -> ResponseReturnValue:
    return _page(token, 200)


@bp.post("/invited/<token>")
@_while_it_works
def come_in_first(token: str) -> ResponseReturnValue:
    form, link = FirstTime(), held(token)
    form.born_on = link.born_on
    if link.stage is not Stage.FIRST or not form.validate_on_submit():
        return _page(token, 422, first=form)
    kind = browser.kind()
    arrived = arriving.for_the_first_time(token, form.called.data, form.new_pin.data, kind)
    browser.begin(arrived.secret)
    page = make_response(render_template("accounts/recovery_words.html", lines=arrived.lines))
    return browser.keep_phone(page, arrived.phone_secret)


@bp.post("/invited/<token>/pin")
@_while_it_works
def come_in_with_pin(token: str) -> ResponseReturnValue:
    form = OldPin()
    if not form.validate_on_submit():
        return _page(token, 422, pin=form)
    came = arriving.with_pin(token, form.pin.data, browser.kind())
    if isinstance(came, WrongKey):
        form.pin.errors = [_wait("That is not your PIN.", came)]
        return _page(token, 422, pin=form)
    return _go_in(came)


@bp.post("/invited/<token>/words")
@_while_it_works
def come_in_with_words(token: str) -> ResponseReturnValue:
    form = OldWords()
    form.born_on = held(token).born_on
    if not form.validate_on_submit():
        return _page(token, 422, words=form)
    came = arriving.with_words(token, form.line.data, form.new_pin.data, browser.kind())
    if isinstance(came, WrongKey):
        form.line.errors = [_wait("These are not your recovery words.", came)]
        return _page(token, 422, words=form)
    return _go_in(came)


@bp.post("/invited/<token>/ask")
@_while_it_works
def ask_for_a_manager(token: str) -> ResponseReturnValue:
    if not PlainForm().validate_on_submit():
        return _page(token, 422)
    arriving.ask_for_a_manager(token)
    return see_other(url_for("accounts.invited", token=token))


@bp.post("/invited/<token>/confirmed")
@_while_it_works
def come_in_confirmed(token: str) -> ResponseReturnValue:
    form = NewPin()
    form.born_on = held(token).born_on
    if not form.validate_on_submit():
        return _page(token, 422, confirmed=form)
    return _go_in(arriving.once_confirmed(token, form.new_pin.data, browser.kind()))


def _page(token: str, status: int, **sent: Any) -> Response:
    link = held(token)
    forms = {"first": FirstTime, "pin": OldPin, "words": OldWords, "confirmed": NewPin}
    shown = {name: sent.get(name) or form(formdata=None) for name, form in forms.items()}
    errors = any(form.errors for form in sent.values())
    shown |= {"link": link, "token": token, "errors": errors}
    return make_response(render_template(PAGES[link.stage], **shown), status)


def _go_in(came: Arrived) -> Response:
    browser.begin(came.secret)
    flash("This phone is remembered from now on. Your PIN is enough on it.")
    return browser.keep_phone(see_other("/"), came.phone_secret)


def _wait(what: str, wrong: WrongKey) -> str:
    return f"{what} You can try again at {at_time(wrong.until)}."
