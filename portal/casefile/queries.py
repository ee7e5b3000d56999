"""Whom somebody works with, and what of them waits. Counted, never loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, case, func, or_, select

from portal.accounts.models import CareLeaver
from portal.casefile.finding import today
from portal.db import session
from portal.promises.models import Promise
from portal.voice.models import Waiting

A_PAGE = 25


class Order(StrEnum):
    WAITS = "waits"
    NAME = "name"


@dataclass(frozen=True)
class Listed:
    """A care leaver, with what of theirs waits."""

    person: CareLeaver
    unread: int
    unanswered: int
    overdue: int


@dataclass(frozen=True)
class Caseload:
    people: Sequence[Listed]
    total: int
    skip: int

    @property
    def newer(self) -> int | None:
        return max(0, self.skip - A_PAGE) if self.skip else None

    @property
    def older(self) -> int | None:
        after = self.skip + A_PAGE
        return after if after < self.total else None

    @property
    def shown(self) -> str:
        return f"{self.skip + 1} to {self.skip + len(self.people)} of {self.total}"


def caseload(order: Order = Order.WAITS, name: str = "", skip: int = 0) -> Caseload:
    """Everybody whom whoever asks works with: a page of them."""
    total = session.scalar(_called(select(func.count()).select_from(CareLeaver), name)) or 0
    waits, late = _waiting(), _late()
    unread = func.coalesce(waits.c.unread, 0)
    unanswered = func.coalesce(waits.c.unanswered, 0)
    overdue = func.coalesce(waits.c.overdue, 0) + func.coalesce(late.c.late, 0)
    everybody = (
        select(CareLeaver, unread, unanswered, overdue)
        .outerjoin(waits, waits.c.care_leaver_id == CareLeaver.id)
        .outerjoin(late, late.c.care_leaver_id == CareLeaver.id)
    )
    first = [overdue.desc(), unanswered.desc()] if order is Order.WAITS else []
    named = [_name(), CareLeaver.last_name, CareLeaver.id]
    page = _called(everybody, name).order_by(*first, *named).offset(skip).limit(A_PAGE)
    return Caseload([Listed(*row) for row in session.execute(page)], total, skip)


def _waiting() -> Any:
    unread = case((Waiting.read_at.is_(None), 1), else_=0)
    overdue = case((Waiting.due_on < today(), 1), else_=0)
    return (
        select(
            Waiting.care_leaver_id,
            func.count().label("unanswered"),
            func.sum(unread).label("unread"),
            func.sum(overdue).label("overdue"),
        )
        .where(Waiting.answered_at.is_(None))
        .group_by(Waiting.care_leaver_id)
        .subquery()
    )


def _late() -> Any:
    return (
        select(Promise.care_leaver_id, func.count().label("late"))
        .where(Promise.kept_at.is_(None), Promise.due_on < today())
        .group_by(Promise.care_leaver_id)
        .subquery()
    )


def _name() -> Any:
    return func.coalesce(CareLeaver.called, CareLeaver.first_name)


def _called(people: Select[Any], name: str) -> Select[Any]:
    """Each part of the name begins somewhere in theirs."""
    for part in name.split():
        names = (CareLeaver.first_name, CareLeaver.last_name, CareLeaver.called)
        people = people.where(or_(*(one.icontains(part, autoescape=True) for one in names)))
    return people
