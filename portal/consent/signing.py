"""The council's signature, for what somebody takes with them: Ed25519, over canonical JSON."""

from __future__ import annotations

import base64
import json
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from portal import config

FOR_RECEIPTS = b"my say: receipts"


def canonical(body: dict[str, Any]) -> str:
    """The same things are always the same text."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sign(text: str) -> str:
    return _text(_own_key().sign(text.encode()))


def is_signed(text: str, signature: str) -> bool:
    """Whether this council signed this text, and nobody changed a letter since."""
    try:
        _own_key().public_key().verify(base64.b64decode(signature, validate=True), text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def public_key() -> str:
    """With which anybody can tell a true receipt from a changed one."""
    return _text(_own_key().public_key().public_bytes_raw())


def _own_key() -> Ed25519PrivateKey:
    # Made of the secret that also proves who looked: neither may ever change.
    secret = config.current().looks_key.encode()
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=FOR_RECEIPTS).derive(secret)
    return Ed25519PrivateKey.from_private_bytes(derived)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
