"""Phones of a care leaver: listed, added by QR, signed out, struck off, agreed to."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal.accounts.actions import again, invitations, phones
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.guards import care_leavers
from portal.accounts.routes import browser
from portal.accounts.routes.blueprint import bp
from portal.accounts.routes.links import shown
from portal.accounts.signed_in import somebody
from portal.web.fragments import see_other

YES = "Thank you. Everything is open on that phone now."
NO = "That phone is shut out. Your PIN is as before. Tell your PA, or a manager, about it."


@bp.get("/settings/phones/add")
@care_leavers
def add_phone() -> ResponseReturnValue:
    return render_template("accounts/add_phone.html", form=PlainForm(), made=None)


@bp.post("/settings/phones/add")
@care_leavers
def make_phone_link() -> ResponseReturnValue:
    _ask_for_token()
    again.needs_agreed(_here())
    made = invitations.make(somebody().account_id, by_phone=_here())
    return render_template("accounts/add_phone.html", form=PlainForm(), made=shown(made))


@bp.post("/settings/phones/<uuid:phone_id>/strike-off")
@care_leavers
def strike_off(phone_id: UUID) -> ResponseReturnValue:
    _ask_for_token()
    if phone_id != _here():
        again.needs_agreed(_here())
    phones.strike_off(phone_id)
    if phone_id == _here():
        browser.forget()
    flash("That phone is struck off. It needs a new link to come in.")
    return see_other(url_for("accounts.settings"))


@bp.post("/settings/phones/<uuid:phone_id>/sign-out")
@care_leavers
def sign_out_phone(phone_id: UUID) -> ResponseReturnValue:
    _ask_for_token()
    phones.sign_out(phone_id)
    flash("Signed out there. It asks for your PIN.")
    return see_other(url_for("accounts.settings"))


@bp.post("/settings/again/<uuid:coming_in_again_id>/yes")
@care_leavers
def agree(coming_in_again_id: UUID) -> ResponseReturnValue:
    return _answer(again.agree, coming_in_again_id, YES)


@bp.post("/settings/again/<uuid:coming_in_again_id>/no")
@care_leavers
def oppose(coming_in_again_id: UUID) -> ResponseReturnValue:
    return _answer(again.oppose, coming_in_again_id, NO)


def _answer(act: Callable[[UUID, UUID], None], about: UUID, words: str) -> ResponseReturnValue:
    _ask_for_token()
    act(about, _here())
    flash(words)
    return see_other(url_for("accounts.told"))


def _here() -> UUID:
    phone_id = somebody().phone_id
    assert phone_id is not None
    return phone_id


def _ask_for_token() -> None:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
