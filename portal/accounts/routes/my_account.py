"""How a member of staff comes in: their open sign-ins, passphrase, email and authenticator."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal.accounts.actions import changing, codes
from portal.accounts.actions.proving import proves
from portal.accounts.carrying import brought_back, carried
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.forms.staff import ChangeAuthenticator, ChangeEmail, ChangePassphrase
from portal.accounts.guards import staff
from portal.accounts.hashing import hash_of
from portal.accounts.models import Staff
from portal.accounts.queries import phones
from portal.accounts.routes.blueprint import bp
from portal.accounts.routes.joining import WRONG_CODE
from portal.accounts.routes.links import as_qr
from portal.accounts.signed_in import somebody
from portal.db import acting_as, session, viewer
from portal.errors import Conflict
from portal.web.audience import reads_first
from portal.web.fragments import see_other


@bp.get("/my-account/")
@staff
def my_account() -> ResponseReturnValue:
    return _page(200)


@bp.post("/my-account/passphrase")
@staff
@reads_first
def change_passphrase() -> ResponseReturnValue:
    form = ChangePassphrase()
    form.email_of_theirs = _me().email
    if not (form.validate_on_submit() and _is_theirs(form)):
        return _page(422, passphrase=form)
    passphrase_hash = hash_of(form.new_passphrase.data)
    with acting_as(viewer(), writes=True):
        changing.passphrase(_me().id, passphrase_hash, _here())
    return _changed("Your passphrase is changed.")


@bp.post("/my-account/email")
@staff
@reads_first
def change_email() -> ResponseReturnValue:
    form = ChangeEmail()
    if not (form.validate_on_submit() and _is_theirs(form)):
        return _page(422, email=form)
    try:
        with acting_as(viewer(), writes=True):
            changing.email(_me().id, (form.email.data or "").lower(), _here())
    except Conflict as taken:
        form.email.errors = [taken.what]
        return _page(422, email=form)
    return _changed("Your email is changed.")


@bp.post("/my-account/authenticator")
@staff
@reads_first
def change_authenticator() -> ResponseReturnValue:
    form = ChangeAuthenticator()
    secret = brought_back(form.sealed.data or "", _bound_to())
    step = codes.step_for(secret, form.code.data or "")
    if not (form.validate_on_submit() and _is_theirs(form)):
        return _page(422, authenticator=form)
    if secret is None or step is None:
        form.code.errors = [WRONG_CODE]
        return _page(422, authenticator=form)
    with acting_as(viewer(), writes=True):
        shown = changing.authenticator(_me().id, secret, step, _here())
    return render_template("accounts/recovery_codes.html", codes=shown)


@bp.post("/my-account/sign-ins/<uuid:sign_in_id>/end")
@staff
def end_sign_in(sign_in_id: UUID) -> ResponseReturnValue:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
    changing.end_sign_in(sign_in_id, _me().id)
    flash("That sign-in is ended.")
    return see_other(url_for("accounts.my_account"))


def _changed(what: str) -> Response:
    flash(f"{what} You are signed out everywhere else. Your manager sees that it changed.")
    return see_other(url_for("accounts.my_account"))


def _is_theirs(form: Any) -> bool:
    if proves("my account", _me().id, _me().passphrase_hash, form.passphrase.data):
        return True
    form.passphrase.errors = ["That is not your passphrase."]
    return False


def _page(status: int, **sent: Any) -> Response:
    made = {"passphrase": ChangePassphrase, "email": ChangeEmail}
    shown = {name: sent.get(name) or form(formdata=None) for name, form in made.items()}
    authenticator = sent.get("authenticator") or ChangeAuthenticator(formdata=None)
    secret = brought_back(authenticator.sealed.data or "", _bound_to()) or codes.new_secret()
    authenticator.sealed.data = carried(secret, _bound_to())
    shown |= {"authenticator": authenticator, "secret": secret, "errors": bool(sent)}
    shown |= {"qr": as_qr(codes.address_for(secret, _me().email)), "person": _me()}
    shown |= {"sign_ins": phones.of_staff(_me().id), "here": _here(), "plain": PlainForm()}
    return make_response(render_template("accounts/my_account.html", **shown), status)


def _me() -> Staff:
    return session.get_one(Staff, somebody().account_id)


def _here() -> UUID:
    return somebody().sign_in_id


def _bound_to() -> str:
    return f"authenticator.{_me().id}"
