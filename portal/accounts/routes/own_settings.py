"""Settings of a care leaver: name, PIN, when the phone locks, recovery words."""

from __future__ import annotations

from uuid import UUID

from flask import Response, flash, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.actions import again, own_settings, telling
from portal.accounts.actions.proving import proves
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.forms.own_settings import ChangePin, OwnSettings, ProvePin
from portal.accounts.guards import care_leavers
from portal.accounts.hashing import hash_of
from portal.accounts.models import CareLeaver
from portal.accounts.queries import people, phones, tellings
from portal.accounts.routes.blueprint import bp
from portal.accounts.signed_in import somebody
from portal.accounts.word_list import as_kept, new_lines
from portal.db import acting_as, viewer
from portal.web.audience import reads_first
from portal.web.fragments import see_other

NOT_YOUR_PIN = "That is not your PIN."


@bp.get("/settings/")
@care_leavers
def settings() -> ResponseReturnValue:
    person = _me()
    minutes = str(person.lock_after_minutes)
    form = OwnSettings(called=person.name, language=person.language, lock_after_minutes=minutes)
    return _page(form, 200)


@bp.post("/settings/")
@care_leavers
def settle() -> ResponseReturnValue:
    form = OwnSettings()
    if not form.validate_on_submit():
        return _page(form, 422)
    own_settings.settle(
        somebody().account_id,
        called=form.called.data,
        lock_after_minutes=int(form.lock_after_minutes.data or 10),
        language=form.language.data or "en",
    )
    flash("Saved.")
    return see_other(url_for("accounts.settings"))


@bp.get("/settings/pin")
@care_leavers
def pin() -> ResponseReturnValue:
    return render_template("accounts/change_pin.html", form=ChangePin())


@bp.post("/settings/pin")
@care_leavers
@reads_first
def change_pin() -> ResponseReturnValue:
    form = ChangePin()
    form.born_on = _me().born_on
    if not (form.validate_on_submit() and _is_theirs(form)):
        return render_template("accounts/change_pin.html", form=form), 422
    pin_hash = hash_of(form.new_pin.data)
    with acting_as(viewer(), writes=True):
        own_settings.change_pin(_phone_id(), pin_hash)
    flash("Your PIN is changed.")
    return see_other(url_for("accounts.settings"))


@bp.get("/settings/words")
@care_leavers
def words() -> ResponseReturnValue:
    return render_template("accounts/new_words.html", form=ProvePin())


@bp.post("/settings/words")
@care_leavers
@reads_first
def change_words() -> ResponseReturnValue:
    form = ProvePin()
    again.needs_agreed(_phone_id())
    if not (form.validate_on_submit() and _is_theirs(form)):
        return render_template("accounts/new_words.html", form=form), 422
    lines = new_lines()
    hashes = [hash_of(as_kept(line)) for line in lines]
    with acting_as(viewer(), writes=True):
        own_settings.change_words(somebody().account_id, hashes)
    return render_template("accounts/recovery_words.html", lines=lines)


@bp.get("/settings/told")
@care_leavers
def told() -> ResponseReturnValue:
    skip = min(max(0, request.args.get("skip", 0, type=int)), 1_000_000)
    return render_template(
        "accounts/told.html",
        told=tellings.all_told(skip),
        total=(total := tellings.how_many()),
        older=skip + tellings.A_PAGE if total > skip + tellings.A_PAGE else None,
        newer=max(0, skip - tellings.A_PAGE) if skip else None,
        to_answer=tellings.to_answer(somebody().account_id),
        is_waiting=again.is_waiting(_phone_id()),
        form=PlainForm(),
    )


@bp.post("/settings/told")
@care_leavers
def note_told() -> ResponseReturnValue:
    if PlainForm().validate_on_submit():
        telling.note_seen()
    return see_other(url_for("accounts.told"))


def _is_theirs(form: ChangePin | ProvePin) -> bool:
    kept = own_settings.pin_hash_on(_phone_id())
    if proves("settings", _phone_id(), kept, form.pin.data):
        return True
    form.pin.errors = [NOT_YOUR_PIN]
    return False


def _me() -> CareLeaver:
    return people.one(somebody().account_id)


def _phone_id() -> UUID:
    phone_id = somebody().phone_id
    assert phone_id is not None
    return phone_id


def _page(form: OwnSettings, status: int) -> Response:
    page = render_template(
        "accounts/settings.html",
        form=form,
        phones=phones.mine(somebody().account_id),
        here=_phone_id(),
        plain=PlainForm(),
    )
    return make_response(page, status)
