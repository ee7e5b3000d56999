"""The key of what a phone keeps until the server has it: for one person, for one day.

Derived, never stored: whoever finds the phone finds nothing to open it with, and the server gives
the key to an open sign-in of that person alone.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import date, timedelta
from uuid import UUID

from portal import config

KEPT_FOR = timedelta(days=28)


def key_of(account_id: UUID, day: date) -> str:
    """256 bits, as a browser takes them."""
    return base64.b64encode(_derived("draft key", account_id, day)).decode()


def mark_of(account_id: UUID) -> str:
    """Tells the drafts of two people on one phone apart, and says nothing of either."""
    return _derived("draft owner", account_id, None).hex()[:16]


def _derived(what: str, account_id: UUID, day: date | None) -> bytes:
    secret = config.current().secret_key.encode()
    made_of = f"{what}|{account_id}|{day.isoformat() if day else ''}"
    return hmac.new(secret, made_of.encode(), hashlib.sha256).digest()
