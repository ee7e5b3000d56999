"""A secret that a page carries and sends back, which nobody can read or exchange on the way."""

from __future__ import annotations

import base64

from cryptography.exceptions import InvalidTag

from portal.accounts.sealing import seal, unseal


def carried(secret: str, bound_to: str) -> str:
    return base64.urlsafe_b64encode(seal(secret, bound_to)).decode()


def brought_back(sealed: str, bound_to: str) -> str | None:
    """None when it is not what was sent, or was meant for another page."""
    try:
        kept = base64.urlsafe_b64decode(sealed)
        return unseal(kept, bound_to) if kept else None
    except (ValueError, KeyError, IndexError, InvalidTag):
        return None
