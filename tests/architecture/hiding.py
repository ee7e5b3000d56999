"""One of everything that has an address, of Amina's: there, and hidden from those who ask."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from portal.accounts.doors import ComingInAgain, Invitation, Phone, SignIn
from portal.accounts.models import Allocation, CareLeaver, Duty, Staff, TeamKind, TeamMove, Topic
from portal.accounts.viewers import Housekeeping
from portal.consent.models import Receipt, WaitingChoice
from portal.consent.questions.models import LookQuestion
from portal.db import Base, acting_as, clock, now, session
from portal.emergency.models import Category, EmergencyTry
from portal.notes.models import Note, Passage
from portal.promises.models import Promise
from portal.records.models import Import, Source
from portal.voice.models import Entry, Reply
from tests import cast, makers

MISSING = makers.fixed_id("nothing has this id")


def another_manager(town: cast.Town) -> Staff:
    """Who manages a leaving-care team that has nobody yet."""
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        north = makers.a_team("Leaving care north", TeamKind.LEAVING_CARE)
        return makers.a_member_of_staff("Omar Reid", "Manager", north, Duty.MANAGER)


def hidden(town: cast.Town) -> dict[str, UUID]:
    """By the name that it has in an address."""
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        amina, jo = town.amina, town.jo
        entry, note = _entry(amina), _note(amina, jo)
        kept = {
            "entry_id": entry,
            "promise_id": _promise(entry, jo),
            "allocation_id": _kept(Allocation(care_leaver_id=amina.id, staff_id=town.sam.id)),
            "involvement_id": makers.an_involvement(amina, town.vera, town.teams.data, None),
            "phone_id": _phone(amina),
            "sign_in_id": _kept(SignIn(secret_hash=uuid4().hex, staff_id=jo.id, kind="")),
            "receipt_id": _receipt(amina),
            "coming_in_again_id": _coming_in_again(amina, jo),
            "try_id": _try(amina, jo),
            "question_id": _question(amina, jo),
            "import_id": _import(town),
            "topic_id": _retired(),
            "move_id": _kept(TeamMove(care_leaver_id=amina.id, team_id=town.teams.data.id)),
            "waiting_id": _waiting(amina, jo),
            "thing_id": _reply(entry, jo),
            "note_id": note,
            "passage_id": _passage(note, jo),
        }
    people = {"person_id": amina.id, "care_leaver_id": amina.id, "whom_id": amina.id}
    ids = {name: thing.id for name, thing in kept.items()}  # type: ignore[attr-defined]
    return people | ids | {"staff_id": jo.id, "team_id": town.teams.data.id}


def _kept(thing: Base) -> Base:
    session.add(thing)
    session.flush()
    return thing


def _entry(by: CareLeaver) -> Entry:
    entry = Entry(
        care_leaver_id=by.id,
        author_id=by.id,
        held_by_id=by.team_id,
        reach="my_team",
        words="The damp is back.",
        form_key=uuid4().hex,
    )
    _kept(entry)
    return entry


def _reply(on: Entry, by: Staff) -> Base:
    about = {"care_leaver_id": on.care_leaver_id, "held_by_id": on.held_by_id, "entry_id": on.id}
    said = {"words": "I rang them.", "form_key": uuid4().hex, "released_at": now()}
    return _kept(Reply(author_id=by.id, reach="my_team", **about, **said))


def _note(to: CareLeaver, by: Staff) -> Note:
    about = {"care_leaver_id": to.id, "held_by_id": to.team_id, "author_id": by.id}
    heading = {"title": "Your room", "day": now().date(), "contact": "phone"}
    note = Note(reach="my_team", form_key=uuid4().hex, released_at=now(), **about, **heading)
    _kept(note)
    return note


def _passage(of: Note, by: Staff) -> Base:
    about = {"care_leaver_id": of.care_leaver_id, "held_by_id": of.held_by_id, "note_id": of.id}
    said = {"voice": "staff", "words": "You cooked.", "position": 1, "form_key": uuid4().hex}
    return _kept(Passage(author_id=by.id, reach="my_team", released_at=now(), **about, **said))


def _promise(on: Entry, by: Staff) -> Base:
    about = {"care_leaver_id": on.care_leaver_id, "held_by_id": on.held_by_id, "entry_id": on.id}
    said = {"what": "Ring the landlord", "due_on": now().date(), "form_key": uuid4().hex}
    return _kept(Promise(author_id=by.id, by_id=by.id, reach="my_team", **about, **said))


def _phone(of: CareLeaver) -> Base:
    until = now() + timedelta(days=90)
    return _kept(Phone(care_leaver_id=of.id, token_hash=uuid4().hex, remembered_until=until))


def _receipt(of: CareLeaver) -> Base:
    said = {"language": "en", "text_version": "1", "body": "{}", "signature": ""}
    return _kept(Receipt(care_leaver_id=of.id, method="own_phone", **said))


def _waiting(of: CareLeaver, by: Staff) -> Base:
    recorded = {"recorded_by_id": by.id, "form_key": uuid4(), "wishes": [], "shown": {}}
    return _kept(WaitingChoice(care_leaver_id=of.id, **recorded))


def _coming_in_again(who: CareLeaver, by: Staff) -> Base:
    invited = Invitation(
        care_leaver_id=who.id,
        token_hash=uuid4().hex,
        made_by_id=by.id,
        expires_at=now() + timedelta(hours=72),
    )
    _kept(invited)
    return _kept(ComingInAgain(care_leaver_id=who.id, invitation_id=invited.id))


def _try(about: CareLeaver, by: Staff) -> Base:
    why = {"category": Category.DANGER, "reason": "She did not come home."}
    return _kept(EmergencyTry(care_leaver_id=about.id, staff_id=by.id, form_key=uuid4(), **why))


def _question(of: CareLeaver, about: Staff) -> Base:
    day = {"looked_on": now().date(), "due_on": now().date(), "why": "adviser"}
    return _kept(LookQuestion(care_leaver_id=of.id, staff_id=about.id, **day))


def _import(town: cast.Town) -> Base:
    housing = town.teams.housing.id
    source = Source(name="Repairs", team_id=housing)
    _kept(source)
    file = {"shape": "notes", "file_name": "notes.csv", "form_key": uuid4().hex}
    return _kept(Import(held_by_id=housing, source_id=source.id, **file))


def _retired() -> Base:
    return _kept(Topic(name="what nobody asks any more", position=99, retired_at=now()))
