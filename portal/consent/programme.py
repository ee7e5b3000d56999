"""The lines of the table for those who are neither the care leaver nor staff at work.

Figures, coders, research, the hand-over and the preview. Only the rule imports this.
"""

from __future__ import annotations

from sqlalchemy import and_, exists, func, or_, select

from portal.accounts.about import AboutCareLeaver, Reach
from portal.accounts.models import CareLeaver
from portal.accounts.viewers import CareLeaverViewer, Coding, Counting, HandOver, Preview, Research
from portal.consent import facts
from portal.consent.asking import constant
from portal.consent.models import EthicsApproval, Purpose, WordsBatch
from portal.consent.reaching import (
    Row,
    Yes,
    as_practitioner,
    confirmed,
    in_leaving_care,
    open_to_themselves,
    own_words,
    wider,
)
from portal.db import Viewer, unruled


def lines(viewer: Viewer | None, kind: type[AboutCareLeaver], row: Row) -> list[tuple[str, Yes]]:
    match viewer:
        case Preview():
            return [("preview", preview(viewer, row))]
        case Counting():
            return [("counting", counting(viewer, kind, row))]
        case Coding():
            return [("coding", coding(viewer, row))]
        case Research():
            return [("research", research(viewer, row))]
        case HandOver():
            return [("hand-over", hand_over(viewer, row))]
        case _:
            return []


def preview(viewer: Preview, row: Row) -> Yes:
    themselves = CareLeaverViewer(now=viewer.now, care_leaver_id=viewer.care_leaver_id)
    as_team = as_practitioner(viewer, row, viewer.team_id)
    return and_(as_another_team(viewer), as_team, open_to_themselves(themselves, row))


def as_another_team(viewer: Preview) -> Yes:
    """Nobody practises in their leaving-care team, or in one that is closed."""
    person = unruled(CareLeaver)
    another = exists().where(person.id == viewer.care_leaver_id, person.team_id != viewer.team_id)
    return and_(another, facts.is_open(viewer.now, viewer.team_id))


def counting(viewer: Counting, kind: type[AboutCareLeaver], row: Row) -> Yes:
    """What the law has counted is counted for everybody; `only_me` and the unconfirmed never."""
    person, whose = unruled(CareLeaver), row.care_leaver_id
    told = select(person.id).where(person.came_in_at <= viewer.now, person.told_at <= viewer.now)
    agreed = and_(
        whose.in_(told),
        func.coalesce(facts.answer_to(viewer.now, whose, Purpose.COUNTING), 1) == 1,
    )
    return and_(
        wider(row, Reach.FIGURES),
        confirmed(viewer, row),
        or_(agreed, kind.counted_by_law(row)),
    )


def _words_with_a_yes(viewer: Viewer, row: Row, purpose: Purpose) -> Yes:
    return and_(
        wider(row, Reach.MY_TEAM),
        confirmed(viewer, row),
        facts.answer_to(viewer.now, row.care_leaver_id, purpose) == 1,
    )


def coding(viewer: Coding, row: Row) -> Yes:
    def of(purpose: Purpose) -> Yes:
        batch = unruled(WordsBatch)
        is_open = exists().where(
            batch.id == viewer.batch_id,
            batch.purpose == constant(purpose),
            facts.lasts(viewer.now, batch.start_at, batch.end_at),
        )
        return and_(is_open, _words_with_a_yes(viewer, row, purpose))

    return or_(of(Purpose.COUNTING), of(Purpose.RESEARCH))


def research(viewer: Research, row: Row) -> Yes:
    approval = unruled(EthicsApproval)
    approved = exists().where(
        approval.id == viewer.approval_id,
        facts.lasts(viewer.now, approval.start_at, approval.end_at),
    )
    own_or_released = or_(own_words(row), row.released_at <= viewer.now)
    return and_(approved, own_or_released, _words_with_a_yes(viewer, row, Purpose.RESEARCH))


def hand_over(viewer: HandOver, row: Row) -> Yes:
    return and_(
        row.care_leaver_id == viewer.care_leaver_id,
        confirmed(viewer, row),
        in_leaving_care(viewer, row, Reach.MY_TEAM),
    )
