"""The caseload, and a care leaver's own words beside the case record."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import staff
from portal.accounts.models import Duty
from portal.accounts.signed_in import somebody
from portal.accounts.viewers import StaffViewer
from portal.casefile import about, looking, queries, timeline
from portal.casefile.filters import Filters
from portal.casefile.models import LastLooked
from portal.casefile.showing import Shown
from portal.db import viewer
from portal.voice import waiting

bp = Blueprint("casefile", __name__, url_prefix="/people")


@bp.get("/")
@staff
def people() -> ResponseReturnValue:
    asked, orders = request.args, [order.value for order in queries.Order]
    order = queries.Order(asked["sort"]) if asked.get("sort") in orders else queries.Order.WAITS
    name, skip = asked.get("name", "").strip()[:100], asked.get("skip", 0, type=int)
    found = queries.caseload(order, name, min(max(0, skip), 1_000_000))
    return render_template("casefile/people.html", found=found, order=order, name=name)


@bp.get("/<uuid:person_id>/")
@staff
def person(person_id: UUID) -> ResponseReturnValue:
    who, wanted = about.about(person_id, somebody().account_id), Filters.of(request.args)
    before = looking.last_look(person_id)
    since = looking.new_since(before)
    page = timeline.page_of(person_id, wanted, since)
    shown = Shown.of(who, wanted, page, since)
    answer = render_template(
        "casefile/person.html", shown=shown, page=page, wanted=wanted, doors=_doors(who)
    )
    _remember(person_id, page.entry_ids, before)
    return answer


def _doors(who: about.About) -> list[tuple[str, str]]:
    """Where to go on from here, for those who work with them in leaving care."""
    if not who.in_leaving_care:
        return []
    beside = Duty.ADVISER in somebody().duties
    together = url_for("voice_written.new", person_id=who.person.id)
    return [
        *([("Write something down together", together)] if beside else []),
        ("Choose together who sees what", url_for("beside.new", person_id=who.person.id)),
        ("Invite, and phones", url_for("accounts.invite", care_leaver_id=who.person.id)),
        ("Who works with them", url_for("accounts.around", care_leaver_id=who.person.id)),
    ]


def _remember(person_id: UUID, entry_ids: list[UUID], before: LastLooked | None) -> None:
    waiting.mark_read(entry_ids)
    looks = viewer()
    assert isinstance(looks, StaffViewer)
    looking.note(looks, person_id, before)
