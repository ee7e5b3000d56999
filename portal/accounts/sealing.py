"""Secrets at rest: sealed with AES-GCM, bound to their column and to their row."""

from __future__ import annotations

import base64
import hashlib
import os
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_keys: dict[int, AESGCM] = {}
NONCE = 12


def use_keys(secrets: dict[int, str]) -> None:
    """The keys by their number, the highest being the one to seal with."""
    _keys.clear()
    for number, secret in secrets.items():
        _keys[number] = AESGCM(hashlib.sha256(secret.encode()).digest())


def seal(text: str, bound_to: str) -> bytes:
    number, nonce = max(_keys), os.urandom(NONCE)
    return bytes([number]) + nonce + _keys[number].encrypt(nonce, text.encode(), bound_to.encode())


def unseal(sealed: bytes, bound_to: str) -> str:
    """Raises InvalidTag when it was sealed for another column or row."""
    key, nonce, rest = _keys[sealed[0]], sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
    return key.decrypt(nonce, rest, bound_to.encode()).decode()


class Sealed:
    """Reads and writes a sealed column as text. The row's id must be set before the text is."""

    def __init__(self, column: str) -> None:
        self.column = column

    def _bound_to(self, row: Any) -> str:
        if row.id is None:
            raise ValueError("A row needs its id before something can be sealed for it.")
        return f"{row.__tablename__}.{self.column}.{row.id}"

    def __get__(self, row: Any, kind: type) -> str | None:
        sealed = getattr(row, self.column)
        return unseal(sealed, self._bound_to(row)) if sealed else None

    def __set__(self, row: Any, text: str | None) -> None:
        setattr(row, self.column, seal(text, self._bound_to(row)) if text else None)


def keyed_hash(key: str, *parts: Any) -> str:
    """A hash nobody without the key can make: for tokens, and for what is counted by name."""
    text = "\x1f".join(str(part) for part in parts)
    digest = hashlib.blake2b(text.encode(), key=hashlib.sha256(key.encode()).digest())
    return base64.urlsafe_b64encode(digest.digest()[:32]).decode().rstrip("=")


def hashed(secret: str) -> str:
    """What is kept of a random secret. It has 256 bits, so that a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
