"""The database: one engine, one session a viewer, one instant a request.

Every statement is asked by somebody. `acting_as` opens a session for that viewer, and the rule of
`portal.consent.visibility` is laid beneath whatever the session is asked. A session without a
viewer cannot be opened here, and nothing else in the portal opens one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from threading import Lock
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Enum,
    MetaData,
    Text,
    TypeDecorator,
    event,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, ORMExecuteState, Session, mapped_column
from werkzeug.local import LocalProxy

from portal.engines import engine_of

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time in UTC, on databases with and without time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time without a zone cannot be kept.")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _their_words(words: type[StrEnum]) -> list[str]:
    return [word.value for word in words]


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime,
        str: Text,
        StrEnum: Enum(StrEnum, native_enum=False, length=32, values_callable=_their_words),
    }


class RandomId:
    """A key that tells nothing of how many there are, or which came first."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """Whoever asks, and the one instant at which they ask."""

    now: datetime

    def __post_init__(self) -> None:
        if isinstance(self.now, datetime) and self.now.tzinfo is None:
            raise ValueError("A viewer's instant is aware.")


class Busy(Exception):
    """Others are writing and it took too long; trying again is safe."""


LONGEST_WAIT = 8  # seconds

Rule = Callable[[ORMExecuteState, Viewer], None]


class Database:
    """The engine of one app, and the way to a session."""

    def __init__(self, url: str) -> None:
        self.engine = engine_of(url)
        self._writing = self.engine.execution_options(writes=True)
        self._one_writer = Lock()

    @contextmanager
    def session(self, viewer: Viewer, *, writes: bool) -> Iterator[Session]:
        """A fresh session of this viewer; commits on leaving when it writes, else rolls back."""
        bind = self._writing if writes else self.engine
        opened = Session(bind, expire_on_commit=False, info={"viewer": viewer, "writes": writes})
        with self._turn_to_write(writes):
            try:
                yield opened
                if writes:
                    opened.commit()
            finally:
                opened.close()

    @contextmanager
    def supposing(self, asking: Session) -> Iterator[Connection]:
        """A connection on which all that is written is taken back in the end."""
        with ExitStack() as opened:
            if asking.info["writes"]:
                asking.flush()
                within = asking
            else:
                within = opened.enter_context(self.session(asking.info["viewer"], writes=True))
            connection = within.connection()
            opened.callback(connection.begin_nested().rollback)
            yield connection

    @contextmanager
    def _turn_to_write(self, writes: bool) -> Iterator[None]:
        """SQLite writes one at a time: waiting here is fair, waiting in the file is a lottery."""
        if not writes or self.engine.dialect.name != "sqlite":
            yield
            return
        if not self._one_writer.acquire(timeout=LONGEST_WAIT):
            raise Busy
        try:
            yield
        finally:
            self._one_writer.release()


_database: ContextVar[Database] = ContextVar("database")
_rule: list[Rule] = []
_session: ContextVar[Session] = ContextVar("session")
_supposed: ContextVar[Connection | None] = ContextVar("supposed", default=None)

session: Session = LocalProxy(_session, unbound_message="Nobody is asking.")  # type: ignore[assignment]


def use(database: Database) -> None:
    _database.set(database)


def current_database() -> Database:
    return _database.get()


def clock() -> datetime:
    return datetime.now(UTC)


def now() -> datetime:
    """The instant of whoever asks; the clock when nobody does yet."""
    asking = _session.get(None)
    return asking.info["viewer"].now if asking is not None else clock()


def viewer() -> Viewer:
    """Whoever asks now; a LookupError when nobody does."""
    asking: Viewer = _session.get().info["viewer"]
    return asking


@contextmanager
def acting_as(viewer: Viewer, *, writes: bool = False) -> Iterator[Session]:
    """Ask as this viewer from here on, in a session that remembers nobody else's rows."""
    supposed = _supposed.get()
    asking = _on(supposed, viewer) if supposed else _database.get().session(viewer, writes=writes)
    with asking as opened:
        token = _session.set(opened)
        try:
            yield opened
        finally:
            _session.reset(token)


@contextmanager
def supposing() -> Iterator[Session]:
    """Try something out: whoever is asked in here finds what was written in here, and in the end
    all of it is taken back."""
    with _database.get().supposing(_session.get()) as connection:
        token = _supposed.set(connection)
        try:
            with acting_as(viewer(), writes=True) as trying:
                yield trying
        finally:
            _supposed.reset(token)


@contextmanager
def _on(connection: Connection, viewer: Viewer) -> Iterator[Session]:
    with Session(
        connection,
        expire_on_commit=False,
        join_transaction_mode="create_savepoint",
        info={"viewer": viewer, "writes": True},
    ) as opened:
        yield opened
        # What was written stays until the supposing ends, whoever is asked next.
        opened.commit()


def lay_beneath(rule: Rule) -> None:
    """Put the rule beneath every statement. Done once, by consent."""
    _rule[:] = [rule]


@event.listens_for(Session, "do_orm_execute")
def _ask_the_rule(state: ORMExecuteState) -> None:
    (rule,) = _rule
    rule(state, state.session.info["viewer"])


def unruled(kept: type[Base]) -> Any:
    """The columns of a table with no rule above them: for what the rule itself reads, alone.

    Under an alias of its own, since a plain table would be taken for the same table in the
    statement that the rule is laid beneath.
    """
    return kept.__table__.alias().c
