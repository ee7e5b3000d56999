"""What a care leaver chose, what the law locks, who looked, and who came in by emergency."""

from __future__ import annotations

from portal.consent import append_only as append_only
from portal.consent.models.adults import Agreement, NamedAdult, SharingTerms
from portal.consent.models.choices import Choice, Method, Purpose, Receipt, WaitingChoice
from portal.consent.models.emergencies import EmergencyAccess
from portal.consent.models.erasing import Erasure
from portal.consent.models.locks import LockedCell
from portal.consent.models.looks import Look
from portal.consent.models.programme import EthicsApproval, WordsBatch

__all__ = [
    "Agreement",
    "Choice",
    "EmergencyAccess",
    "Erasure",
    "EthicsApproval",
    "LockedCell",
    "Look",
    "Method",
    "NamedAdult",
    "Purpose",
    "Receipt",
    "SharingTerms",
    "WaitingChoice",
    "WordsBatch",
]
