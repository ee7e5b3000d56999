"""What waits for a manager: to be confirmed on the page, or in person."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal.accounts.actions import again, confirming
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.guards import staff_with
from portal.accounts.models import Duty
from portal.accounts.queries import moves, relations
from portal.accounts.signed_in import somebody
from portal.web.fragments import see_other

bp = Blueprint("team", __name__, url_prefix="/team")
managers = staff_with(Duty.MANAGER)


@bp.get("/")
@managers
def index() -> ResponseReturnValue:
    mine = somebody().account_id
    return render_template(
        "accounts/team.html",
        allocations=relations.allocations_to_confirm(mine),
        involvements=relations.involvements_to_confirm(mine),
        in_person=relations.to_confirm_in_person(mine),
        moves=moves.to_confirm(mine),
        changes=relations.door_changes(mine),
        form=PlainForm(),
    )


@bp.post("/allocations/<uuid:allocation_id>/confirm")
@managers
def confirm_allocation(allocation_id: UUID) -> ResponseReturnValue:
    _ask_for_token()
    confirming.allocation(allocation_id, by=somebody().account_id)
    return _confirmed()


@bp.post("/involvements/<uuid:involvement_id>/confirm")
@managers
def confirm_involvement(involvement_id: UUID) -> ResponseReturnValue:
    _ask_for_token()
    confirming.involvement(involvement_id, by=somebody().account_id)
    return _confirmed()


@bp.post("/again/<uuid:coming_in_again_id>/confirm")
@managers
def confirm_in_person(coming_in_again_id: UUID) -> ResponseReturnValue:
    _ask_for_token()
    again.confirm(coming_in_again_id, somebody().account_id)
    flash("Confirmed. They choose a new PIN on their phone now.")
    return see_other(url_for("team.index"))


def is_manager() -> bool:
    return Duty.MANAGER in somebody().duties


def how_many_wait() -> int:
    """For the place that leads here."""
    mine = somebody().account_id
    in_person = relations.to_confirm_in_person(mine)
    here = relations.allocations_to_confirm(mine) + relations.involvements_to_confirm(mine)
    return len(in_person) + len(here) + len(moves.to_confirm(mine))


def _confirmed() -> ResponseReturnValue:
    flash("Confirmed. The care leaver is told at once.")
    return see_other(url_for("team.index"))


def _ask_for_token() -> None:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
