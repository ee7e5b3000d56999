"""Hashes of what people choose and remember: slow to guess, so made before anything is locked."""

from __future__ import annotations

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_nobodys = _hasher.hash("what nobody chose")


def hash_of(chosen: str) -> str:
    return _hasher.hash(_as_meant(chosen))


def matches(kept: str | None, typed: str) -> bool:
    """Takes as long when there is nothing to compare with."""
    try:
        same = _hasher.verify(kept or _nobodys, _as_meant(typed))
    except (VerificationError, InvalidHashError):
        return False
    return same and kept is not None


def _as_meant(typed: str) -> str:
    """The same words from another keyboard are the same words."""
    return " ".join(unicodedata.normalize("NFKC", typed).split())
