"""The instants of which random councils are made: the very edges of every span among them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from tests.architecture.rule.plain import NOW


def at(**ago: float) -> datetime:
    return NOW - timedelta(**ago)


BEGUN = (at(days=60), at(days=60), at(days=20), at(days=3), at(seconds=1), NOW)
NOT_BEGUN = (at(seconds=-1), at(days=-2))
ENDED = (NOW, at(seconds=1), at(days=2))
NOT_ENDED = (None, None, None, at(seconds=-1), at(days=-30))

starts = st.sampled_from(BEGUN * 3 + NOT_BEGUN)
ends = st.sampled_from(NOT_ENDED * 3 + ENDED)
maybe_past = st.sampled_from((at(days=50), at(days=2), NOW, None, at(seconds=-1)))


def number(value: int) -> UUID:
    return UUID(int=value)
