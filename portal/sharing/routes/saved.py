"""After saving: what was kept, what stops, and what could go further from now on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.accounts.models import CareLeaver
from portal.accounts.signed_in import somebody
from portal.consent.queries.history import can_be_undone
from portal.db import session
from portal.sharing import texts
from portal.sharing.forms import Plain
from portal.sharing.kept import Kept, KeptLine, kept_with
from portal.sharing.narrower import narrower, widen
from portal.sharing.read_already import read_by
from portal.sharing.routes.blueprint import bp
from portal.web.fragments import see_other
from portal.web.words import count


@bp.get("/saved/<uuid:receipt_id>/")
@care_leavers
def saved(receipt_id: UUID) -> ResponseReturnValue:
    return _page(kept_with(receipt_id))


@bp.post("/saved/<uuid:receipt_id>/widen")
@care_leavers
def widen_some(receipt_id: UUID) -> ResponseReturnValue:
    kept = kept_with(receipt_id)
    if not Plain().validate_on_submit():
        return _page(kept), 422
    if request.form.get("which") == "none":
        flash("Everything goes as far as before.")
        return see_other(url_for("sharing.index"))
    only = None if request.form.get("which") == "all" else _ticked()
    number = widen(somebody().account_id, kept.topic_ids, only)
    more = f"Done. From now on {count(number, 'thing')} more can be seen."
    flash(more if number else "You ticked nothing, so nothing goes further.")
    return see_other(url_for("sharing.saved", receipt_id=receipt_id))


def _ticked() -> set[UUID]:
    return set(request.form.getlist("thing", type=UUID))


def _page(kept: Kept) -> str:
    me = somebody().account_id
    things = narrower(me, kept.topic_ids)
    return render_template(
        "sharing/saved.html",
        kept=kept,
        ended=[_ended(me, line) for line in kept.ended],
        mine=[one for one in things if one.is_for_me_alone],
        further=[one for one in things if not one.is_for_me_alone],
        undoable=_undoable(me, kept),
        previews=_previews(me, kept),
        form=Plain(formdata=None),
        texts=texts,
    )


def _undoable(me: UUID, kept: Kept) -> list[KeptLine]:
    """Each not now of these that somebody wrote down, and that can be taken back."""
    ids = {choice.id for choice in can_be_undone(me)}
    return [line for line in kept.lines if line.choice.id in ids]


def _previews(me: UUID, kept: Kept) -> dict[UUID, str]:
    """The teams that can be looked as: not my own leaving-care team."""
    own = session.get_one(CareLeaver, me).team_id
    return {id_: name for id_, name in kept.teams_with_a_yes.items() if id_ != own}


def _ended(me: UUID, line: KeptLine) -> tuple[KeptLine, Any]:
    team_id, topic_id = line.choice.team_id, line.choice.topic_id
    assert team_id is not None
    assert topic_id is not None
    return line, read_by(me, team_id, topic_id)
