"""What a plain relation or record is in the portal's own tables."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from portal.accounts import doors
from portal.accounts import models as accounts
from portal.casefile.models import LastLooked
from portal.consent import models as consent
from portal.db import Base
from portal.drafts.models import Draft
from portal.promises.models import Promise, PromiseChange
from portal.records.models import CaseRecord, RecordKind, Source
from portal.voice import models as voice
from tests.architecture.rule.instants import number
from tests.architecture.rule.plain import NOW, Record, Relation
from tests.architecture.rule.rows_of_choices import CHOICES, of_a_choice
from tests.architecture.rule.rows_of_notes import NOTES, of_a_note
from tests.architecture.rule.rows_of_tries import TRIES, of_a_try

Row = dict[str, Any]

VOICE = (voice.EarlierWords, voice.Entry, voice.Reply, voice.Waiting, voice.Withdrawal)
RECORDS: dict[str, Any] = {
    cls.__name__: cls for cls in (CaseRecord, Draft, Promise, PromiseChange, *VOICE, *NOTES)
}
RELATIONS: dict[str, Any] = {
    cls.__name__: cls
    for cls in (
        accounts.Allocation,
        accounts.Involvement,
        accounts.TeamMove,
        accounts.Telling,
        accounts.Themselves,
        consent.EmergencyAccess,
        consent.Look,
        doors.ComingInAgain,
        doors.Invitation,
        doors.Phone,
        doors.PhoneUse,
        doors.RecoveryWords,
        voice.ConfirmTry,
        LastLooked,
        *CHOICES,
        *TRIES,
    )
}
SOURCE: tuple[type[Base], Row] = (Source, {"id": number(1), "name": "LCS"})
INVITATION = number(703)


def of_record(record: Record) -> tuple[type[Base], Row]:
    row = {
        "id": record.id,
        "care_leaver_id": record.person,
        "author_id": record.author,
        "written_down_by_id": record.written_down_by,
        "held_by_id": record.held_by,
        "topic_id": record.topic,
        "reach": record.reach,
        "made_at": record.made_at,
        "released_at": record.released_at,
        "confirmed_at": record.confirmed_at,
        "not_for_id": record.not_for,
    }
    return RECORDS[record.cls], row | _its_own(record)


def _its_own(record: Record) -> Row:
    """What one class needs beside what every record has."""
    day, key = date(2026, 3, 10), str(record.id)
    kind = RecordKind.STATUS if record.is_official_code else RecordKind.CASE_NOTE
    case = {"source_id": number(1), "foreign_id": key, "kind": kind, "text": "said", "digest": ""}
    promise = {"entry_id": record.hangs_on, "by_id": number(90), "what": "said", "due_on": day}
    change = {"promise_id": record.hangs_on, "what_before": "said", "due_before": day}
    rows: dict[str, Row] = {
        "CaseRecord": case,
        "Draft": {"form": key, "typed": {}},
        "EarlierWords": {"entry_id": record.hangs_on, "words": "said"},
        "Entry": {"words": "said", "form_key": key},
        "Reply": {"entry_id": record.hangs_on, "words": "said", "form_key": key},
        "Promise": promise | {"form_key": key},
        "PromiseChange": change | {"reason": "said"},
        "Waiting": {"answers_to": record.id, "due_on": day},
    }
    return rows.get(record.cls) or of_a_note(record)


def of_relation(relation: Relation) -> tuple[type[Base], Row]:
    key = {"PhoneUse": "phone_id", "ConfirmTry": "entry_id"}.get(relation.cls, "id")
    row = {key: relation.id, "care_leaver_id": relation.person}
    return RELATIONS[relation.cls], row | _how(relation)


def _how(relation: Relation) -> Row:
    if RELATIONS[relation.cls] in CHOICES:
        return of_a_choice(relation)
    span: Row = {"start_at": relation.start, "end_at": relation.end}
    sure = {"confirmed_at": relation.confirmed_at, "confirmed_by_id": relation.confirmed_by}
    match relation.cls:
        case "Allocation":
            return {"staff_id": relation.staff, "is_cover": relation.is_cover} | span | sure
        case "TeamMove":
            return {"team_id": relation.team} | span | sure
        case "Involvement":
            return {"staff_id": relation.staff, "team_id": relation.team} | span | sure
        case "EmergencyAccess":
            held = {"telling_held_back_until": relation.held_back_until}
            return {"staff_id": relation.staff, "category": "", "reason": ""} | span | held
        case "Look":
            row: Row = {"number": relation.id, "staff_id": relation.staff, "looked_at": NOW}
            return row | {"why": "", "shown": [], "hash": "", "emergency_id": relation.emergency}
        case "Themselves":
            return {"staff_id": relation.staff}
        case _:
            return _way_in(relation)


def _way_in(relation: Relation) -> Row:
    match relation.cls:
        case "Phone":
            row: Row = {"token_hash": relation.secret, "ended_at": relation.ended_at}
            return row | {"remembered_until": relation.until or NOW + timedelta(days=9999)}
        case "Invitation":
            row = {"token_hash": relation.secret, "ended_at": relation.ended_at}
            row |= {"expires_at": relation.until or NOW + timedelta(days=9999)}
            return row | {"used_at": relation.used_at}
        case "PhoneUse":
            return {"phone_id": relation.id, "kind": ""}
        case "RecoveryWords":
            return {"words_hash": ""}
        case "ComingInAgain":
            return {"invitation_id": INVITATION}
        case "LastLooked":
            return {"staff_id": relation.staff}
        case "Telling":
            return {"what": "", "emergency_id": relation.emergency}
        case _:
            return of_a_try(relation)
