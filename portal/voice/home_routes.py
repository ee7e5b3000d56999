"""Where everybody arrives: a care leaver's home, and the way on for the rest."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.actions.telling import note_seen
from portal.accounts.guards import care_leavers
from portal.accounts.models import Role
from portal.accounts.queries import tellings
from portal.accounts.signed_in import me, somebody
from portal.promises.queries import in_sight
from portal.voice import asking, news
from portal.voice.forms import Plain
from portal.web.audience import everyone
from portal.web.fragments import see_other
from portal.web.places import first_place

bp = Blueprint("home", __name__)
SIGN_IN = "/sign-in"


@bp.get("/")
@everyone
def home() -> ResponseReturnValue:
    who = me()
    if who is None or who.needs_pin:
        return see_other(SIGN_IN)
    return see_other(first_place()) if who.role is Role.STAFF else _home()


@bp.post("/seen")
@care_leavers
def seen() -> ResponseReturnValue:
    if not Plain().validate_on_submit():
        flash("Please try again.")
        return see_other(url_for("home.home"))
    note_seen()
    return see_other(url_for("home.home"))


def _home() -> str:
    who = somebody()
    answers = news.new_answers(who.account_id)
    return render_template(
        "voice/home.html",
        name=who.name,
        answers=answers,
        more_answers=news.count_new_answers(who.account_id) - len(answers),
        to_confirm=news.to_confirm(who.account_id),
        promises=in_sight(who.account_id),
        told=tellings.not_yet_seen(),
        draft=asking.draft_of_saying(who.account_id),
        form=Plain(),
    )
