"""Show one entry to more or fewer people, with who that would be before it is chosen."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from flask import Response, flash, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.about import Reach
from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.consent.outcome_words import with_outcome
from portal.consent.queries.onlookers import outcomes
from portal.voice import actions, asking, queries, words
from portal.voice.entry_routes import bp
from portal.voice.forms import ReachForm
from portal.voice.models import Entry
from portal.voice.readers import Circle, circle_of
from portal.web.fragments import page_or_fragment, see_other


@bp.route("/reach", methods=["GET", "POST"])
@care_leavers
def reach(entry_id: UUID) -> ResponseReturnValue:
    entry, circle = queries.the_entry(entry_id), circle_of(somebody().account_id)
    form = asking.reach_form(entry, circle)
    if not form.validate_on_submit():
        return _choosing(form, entry, _notes(entry, circle))
    me, wanted = somebody().account_id, Reach(form.reach.data or entry.reach)
    actions.change_reach(me, entry_id, wanted, asking.not_for(form, me))
    flash("Changed, from now on.")
    return see_other(url_for("voice_entry.show", entry_id=entry_id))


def _notes(entry: Entry, circle: Circle) -> dict[str, str]:
    """Under each choice: who that is now, who would be new, and who no longer."""
    said = words.notes(circle) | {str(Reach.CHOSEN): words.teams_about(entry.topic_id, circle)}
    if entry.withdrawn_at:
        return said
    me, not_for = entry.care_leaver_id, entry.not_for_id
    moves = {
        each: partial(actions.change_reach, me, entry.id, each, not_for)
        for each in asking.OFFERED
        if each is not entry.reach
    }
    for each, outcome in outcomes(entry, moves).items():
        said[each] = with_outcome(said.get(each, ""), outcome)
    return said


def _choosing(form: ReachForm, entry: Entry, notes: dict[str, str]) -> Response:
    return page_or_fragment(
        "voice/reach.html",
        "voice/_reach.html",
        422 if form.is_submitted() else 200,
        form=form,
        entry=entry,
        notes=notes,
    )
