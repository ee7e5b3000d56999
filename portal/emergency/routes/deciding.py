"""One try in an emergency: a manager says yes or no to it, looks at it, and holds back telling."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from portal.accounts.signed_in import somebody
from portal.consent.models import EmergencyAccess
from portal.db import session
from portal.emergency.actions import holding_back, opening, reviewing
from portal.emergency.forms import EndForm, HoldBackForm, Plain, ReviewForm
from portal.emergency.models import EmergencyTry
from portal.emergency.queries import tries
from portal.emergency.routes.blueprint import bp, managers
from portal.web.fragments import see_other

AT = "/tries/<uuid:try_id>"


@bp.get(AT)
@managers
def one(try_id: UUID) -> ResponseReturnValue:
    return _page(try_id, 200)


@bp.post(f"{AT}/approve")
@managers
def approve(try_id: UUID) -> ResponseReturnValue:
    tried = tries.to_change(try_id)
    if not Plain().validate_on_submit():
        return _page(try_id, 422)
    opening.approve(tried, by=somebody().account_id)
    return _done(try_id, "Opened for 24 hours. They are told at once.")


@bp.post(f"{AT}/refuse")
@managers
def refuse(try_id: UUID) -> ResponseReturnValue:
    tried = tries.to_change(try_id)
    if not Plain().validate_on_submit():
        return _page(try_id, 422)
    opening.refuse(tried, by=somebody().account_id)
    return _done(try_id, "It stays shut.")


@bp.post(f"{AT}/review")
@managers
def review(try_id: UUID) -> ResponseReturnValue:
    tried, form = tries.to_change(try_id), ReviewForm()
    if not form.validate_on_submit():
        return _page(try_id, 422, review=form)
    reviewing.review([tried], by=somebody().account_id, inquiry=form.asks)
    return _done(try_id, "Kept.")


@bp.post(f"{AT}/end")
@managers
def end(try_id: UUID) -> ResponseReturnValue:
    tried, form = tries.to_change(try_id), EndForm()
    if not form.validate_on_submit():
        return _page(try_id, 422, end=form)
    reviewing.end_inquiry([tried], by=somebody().account_id, came_to=form.came_to.data or "")
    return _done(try_id, "The inquiry is over.")


@bp.post(f"{AT}/hold-back")
@managers
def hold_back(try_id: UUID) -> ResponseReturnValue:
    opened, form = _opened(tries.to_change(try_id)), HoldBackForm()
    if not form.validate_on_submit() or form.review_on.data is None:
        return _page(try_id, 422, hold=form)
    me, why = somebody().account_id, form.reason.data or ""
    holding_back.hold_back(opened, by=me, reason=why, review_on=form.review_on.data)
    return _done(try_id, "Held back. On that day they are told, unless a manager renews this.")


@bp.post(f"{AT}/tell")
@managers
def tell(try_id: UUID) -> ResponseReturnValue:
    opened = _opened(tries.to_change(try_id))
    if not Plain().validate_on_submit():
        return _page(try_id, 422)
    holding_back.tell_now(opened, by=somebody().account_id)
    return _done(try_id, "They can read it now.")


def _opened(tried: EmergencyTry) -> EmergencyAccess:
    if tried.emergency_id is None:
        raise NoResultFound
    return session.get_one(EmergencyAccess, tried.emergency_id, with_for_update=True)


def _done(try_id: UUID, what: str) -> Response:
    flash(what)
    return see_other(url_for("emergency.one", try_id=try_id))


def _page(try_id: UUID, status: int, **sent: Any) -> Response:
    me = somebody().account_id
    shown = tries.one(me, try_id)
    opened = shown.opened
    forms = {"review": sent.get("review") or ReviewForm(formdata=None)}
    forms["end"] = sent.get("end") or EndForm(formdata=None)
    forms["hold"] = sent.get("hold") or HoldBackForm(formdata=None)
    known = {
        "shown": shown,
        "held_back": opened is not None and holding_back.is_held_back(opened),
        "may_hold_back": opened is not None and holding_back.may_hold_back(opened, me),
        "names": tries.names_of(shown),
        "plain": Plain(),
        "errors": bool(sent),
    }
    return make_response(render_template("emergency/try.html", **known, **forms), status)
