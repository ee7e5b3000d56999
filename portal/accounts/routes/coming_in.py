"""Signing in, being asked for the PIN again, and signing out."""

from __future__ import annotations

from flask import Response, flash, g, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal import config
from portal.accounts.actions import phones, sign_ins, staff_doors
from portal.accounts.actions.phones import CameBack, NotRemembered, PinWaits, WrongPin
from portal.accounts.doors import SignInEnd
from portal.accounts.forms.coming_in import PinForm, PlainForm, StaffSignInForm
from portal.accounts.guards import care_leavers, signed_in
from portal.accounts.queries import phones as remembered
from portal.accounts.routes import browser
from portal.accounts.routes.blueprint import bp
from portal.accounts.signed_in import me, somebody
from portal.web.audience import everyone, needs_no_session
from portal.web.dates import at_time
from portal.web.fragments import nothing_new, see_other
from portal.web.words import count

WRONG = "The email, the passphrase or the code is not right. Check all of them and try again."


@bp.get("/sign-in")
@everyone
@needs_no_session
def sign_in() -> ResponseReturnValue:
    if "staff" not in request.args and remembered.is_remembered(browser.phone_secret()):
        return _pin_page(PinForm(to=browser.way_back()), 200)
    return _staff_page(StaffSignInForm(to=browser.way_back()), 200)


@bp.post("/sign-in")
@everyone
@needs_no_session
def sign_in_staff() -> ResponseReturnValue:
    form = StaffSignInForm()
    if not form.validate_on_submit():
        return _staff_page(form, 422)
    came_in = staff_doors.come_in(_typed(form), browser.kind())
    if came_in is None:
        form.form_errors.append(WRONG)
        return _staff_page(form, 422)
    browser.begin(came_in.secret)
    return browser.keep_known(see_other(browser.way_back()), came_in.known_by)


@bp.post("/sign-in/pin")
@everyone
@needs_no_session
def sign_in_with_pin() -> ResponseReturnValue:
    form = PinForm()
    if not form.validate_on_submit():
        return _pin_page(form, 422)
    try:
        return _after_pin(form, phones.come_back(browser.phone_secret(), form.pin.data))
    except PinWaits as waits:
        return _mend(form, f"You can try again at {at_time(waits.until)}.", 429)
    except NotRemembered:
        return browser.forget_phone(see_other(url_for("accounts.sign_in")))


@bp.post("/sign-out")
@signed_in
def sign_out() -> ResponseReturnValue:
    if PlainForm().validate_on_submit():
        sign_ins.end(somebody().sign_in_id)
        browser.forget()
        flash("You are signed out.")
        return see_other(url_for("accounts.sign_in"))
    raise UnprocessableEntity


@bp.post("/lock")
@care_leavers
def lock() -> ResponseReturnValue:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
    sign_ins.ask_for_pin(somebody().sign_in_id)
    return see_other(url_for("accounts.sign_in", to=browser.way_back()))


@bp.get("/stay")
@signed_in
def stay() -> ResponseReturnValue:
    return nothing_new()


def leave_quickly() -> None:
    """The phone stays remembered, and asks for its PIN."""
    who = me()
    if who is not None:
        sign_ins.end(who.sign_in_id, SignInEnd.LEFT_QUICKLY)
        g.signed_in = None


def _after_pin(form: PinForm, came: CameBack | WrongPin) -> Response:
    if isinstance(came, WrongPin):
        return _mend(
            form, f"That is not your PIN. You can try again at {at_time(came.until)}.", 422
        )
    browser.begin(came.secret)
    if came.wrong_before:
        times = count(came.wrong_before, "wrong PIN")
        flash(f"Since you were last here, {times} came from this phone.")
    return browser.keep_phone(see_other(browser.way_back()), browser.phone_secret())


def _typed(form: StaffSignInForm) -> staff_doors.Typed:
    return staff_doors.Typed(
        email=form.address,
        passphrase=form.passphrase.data,
        code=form.code.data or "",
        address=request.remote_addr or "",
        known_by=browser.known_by(),
    )


def _mend(form: PinForm, what: str, status: int) -> Response:
    form.pin.errors = [what]
    return _pin_page(form, status)


def _pin_page(form: PinForm, status: int) -> Response:
    return make_response(render_template("accounts/pin.html", form=form), status)


def _staff_page(form: StaffSignInForm, status: int) -> Response:
    asks_code = config.current().staff_code
    page = render_template("accounts/sign_in.html", form=form, asks_code=asks_code)
    return make_response(page, status)
