"""The three kinds of thing that point at a care leaver.

Every mapped class that does is exactly one of them: a record (`AboutCareLeaver`), a relation
(`RelatesToCareLeaver`) or the person (`ThePerson`). The rule knows what each may show to whom; a
class that is none of them fails a test.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, false
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from portal.db import RandomId, now


class Reach(StrEnum):
    """How far a record goes, from narrow to wide."""

    ONLY_ME = "only_me"
    FIGURES = "figures"
    MY_ADVISER = "my_adviser"
    MY_TEAM = "my_team"
    CHOSEN = "chosen"

    @property
    def and_wider(self) -> tuple[Reach, ...]:
        every = tuple(Reach)
        return every[every.index(self) :]


class ThePerson:
    """Who somebody is: their name, birth date, references and contact."""


class RelatesToCareLeaver:
    """Who stands how to a care leaver. Seen by the care leaver, and by whom the rule says."""

    care_leaver_id: Mapped[UUID] = mapped_column(ForeignKey("care_leaver.id"), index=True)


class SeenByNobody:
    """Rows of people who are not here yet: only the portal's own named work reads them."""


class ForImporters:
    """What an importer works with: for the importers of the team that holds the source."""

    for_its_asker_alone: ClassVar[bool] = False

    held_by_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    asked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))


REACHES = ", ".join(f"'{reach}'" for reach in Reach)


class AboutCareLeaver(RandomId):
    """A record: whose words, who typed them, who holds it, how far it goes.

    A foreign key from one record to another says that the first hangs on the second: the rule
    shows it to nobody who may not see what it hangs on.
    """

    care_leaver_id: Mapped[UUID] = mapped_column(ForeignKey("care_leaver.id"))
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    written_down_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    held_by_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    topic_id: Mapped[UUID | None] = mapped_column(ForeignKey("topic.id"))
    reach: Mapped[Reach]
    made_at: Mapped[datetime] = mapped_column(default=now)
    released_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]
    not_for_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> Any:
        return (
            CheckConstraint(f"reach IN ({REACHES})", name="known_reach"),
            CheckConstraint("released_at IS NULL OR reach <> 'only_me'", name="not_released_shut"),
            Index(None, "care_leaver_id", "made_at"),
            *cls.more_constraints(),
        )

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        """Constraints of one kind of record, beside those of every record."""
        return ()

    @classmethod
    def counted_by_law(cls, record: Any) -> ColumnElement[bool]:
        """Which of these are counted for everybody, whatever they chose: official codes."""
        return false()

    @property
    def waits_for_confirmation(self) -> bool:
        """Written down for somebody who has not yet said that it is right."""
        return self.written_down_by_id is not None and self.confirmed_at is None
