from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from portal.accounts.about import (
    AboutCareLeaver,
    ForImporters,
    RelatesToCareLeaver,
    SeenByNobody,
    ThePerson,
)
from portal.accounts.models import CareLeaver
from portal.consent.beneath import criterion, guarded
from portal.db import Base, Database, Viewer, acting_as
from portal.parts import PARTS
from tests.architecture.rule.asking import EVERY
from tests.architecture.rule.plain import NOW

THREE = (AboutCareLeaver, RelatesToCareLeaver, ThePerson)
KINDS = (*THREE, ForImporters, SeenByNobody)


def points_at_a_care_leaver(table: Any) -> bool:
    columns = table.columns.values() if isinstance(table, Table) else []
    keys = {key.column.table.name for column in columns for key in column.foreign_keys}
    named = any("care_leaver" in column.name for column in columns)
    return "care_leaver" in keys or named or table is CareLeaver.__table__


def mapped() -> list[type[Any]]:
    assert PARTS, "every room has to be there"
    return [mapper.class_ for mapper in Base.registry.mappers]


@dataclass(frozen=True, kw_only=True)
class Stranger(Viewer):
    """A viewer that the rule has never heard of."""


def test_whatever_points_at_a_care_leaver_is_exactly_one_of_the_three_kinds() -> None:
    pointing = [cls for cls in mapped() if points_at_a_care_leaver(cls.__table__)]
    kinds = {cls.__name__: sum(issubclass(cls, kind) for kind in THREE) for cls in pointing}

    assert {name for name, count in kinds.items() if count != 1} == set()


def test_nothing_is_of_two_kinds_and_each_kind_has_its_criterion() -> None:
    of_a_kind = [cls for cls in mapped() if issubclass(cls, KINDS)]

    assert set(guarded().values()) == set(of_a_kind)
    assert [cls for cls in of_a_kind if sum(issubclass(cls, kind) for kind in KINDS) != 1] == []
    assert all(criterion(Stranger(now=NOW), cls) is not None for cls in of_a_kind)


def test_every_class_of_the_three_kinds_is_in_the_random_worlds() -> None:
    of_three = {cls.__name__ for cls in mapped() if issubclass(cls, THREE)}

    assert of_three == set(EVERY)


@pytest.mark.parametrize("viewer", [Stranger(now=NOW), Viewer(now=NOW)], ids=["stranger", "bare"])
def test_a_viewer_of_no_known_kind_sees_nothing(small_council: Database, viewer: Viewer) -> None:
    with acting_as(viewer) as session:
        shown = {cls.__name__ for cls in guarded().values() if session.scalars(select(cls)).all()}

    assert shown == set()


def test_a_session_of_nobody_at_all_cannot_ask(small_council: Database) -> None:
    with Session(small_council.engine) as session, pytest.raises(KeyError):
        session.scalars(select(CareLeaver)).all()
