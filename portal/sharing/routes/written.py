"""What others wrote and released to me: all of it, and who sees each thing."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from flask import Response, flash, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.about import Reach
from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.consent.outcome_words import with_outcome
from portal.consent.queries.onlookers import outcomes
from portal.sharing import others
from portal.sharing.forms import WrittenReachForm
from portal.sharing.others import A_PAGE, WIDTHS, Other, move, the_other
from portal.sharing.routes.blueprint import bp
from portal.voice.readers import circle_of
from portal.voice.words import teams_about
from portal.web.fragments import see_other

ADDRESS = "/written/<any(answer, promise, record):kind>/<uuid:thing_id>/"


@bp.get("/written/")
@care_leavers
def written() -> ResponseReturnValue:
    me, skip = somebody().account_id, min(max(0, request.args.get("skip", 0, type=int)), 10_000)
    found = others.newest(me, skip)
    older = skip + A_PAGE if len(found) > A_PAGE else None
    newer = max(0, skip - A_PAGE) if skip else None
    page = {"found": found[:A_PAGE], "older": older, "newer": newer}
    return render_template("sharing/written.html", **page)


@bp.route(ADDRESS, methods=["GET", "POST"])
@care_leavers
def one_written(kind: str, thing_id: UUID) -> ResponseReturnValue:
    me = somebody().account_id
    thing = the_other(me, kind, thing_id)
    form = _form(thing)
    if not form.validate_on_submit():
        return _page(thing, form)
    move(me, kind, thing_id, Reach(form.reach.data or thing.reach))
    flash("Changed, from now on.")
    return see_other(url_for("sharing.written"))


def _form(thing: Other) -> WrittenReachForm:
    form = WrittenReachForm(reach=thing.reach)
    form.reach.offer(
        [
            (Reach.MY_TEAM, f"{thing.team} alone"),
            (Reach.CHOSEN, "Also the teams you said yes to"),
        ]
    )
    return form


def _page(thing: Other, form: WrittenReachForm) -> Response:
    status = 422 if form.is_submitted() else 200
    page = render_template("sharing/one_written.html", thing=thing, form=form, notes=_notes(thing))
    return make_response(page, status)


def _notes(thing: Other) -> dict[str, str]:
    """Under each choice: the teams of its topic, who would be new, and who no longer."""
    me, record = somebody().account_id, thing.record
    said = {str(Reach.CHOSEN): teams_about(record.topic_id, circle_of(me))}
    moves = {
        each: partial(move, me, thing.kind, record.id, each)
        for each in WIDTHS
        if each is not thing.reach
    }
    for each, outcome in outcomes(record, moves).items():
        said[str(each)] = with_outcome(said.get(str(each), ""), outcome)
    return said
