"""The rule's second half: who may know that somebody is a care leaver, and who stands how to them.

The same rule, for the person and for relations. `visibility` is for records.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Uuid,
    and_,
    bindparam,
    false,
    or_,
    select,
    true,
    union,
    union_all,
)

from portal.accounts.about import ForImporters, RelatesToCareLeaver
from portal.accounts.doors import (
    ComingInAgain,
    Invitation,
    Phone,
    PhoneUse,
    RecoveryWords,
    SignIn,
)
from portal.accounts.models import (
    Allocation,
    CareLeaver,
    Duty,
    Involvement,
    Reference,
    TeamMove,
)
from portal.accounts.viewers import (
    CareLeaverViewer,
    HandOver,
    Holder,
    Housekeeping,
    Preview,
    StaffViewer,
)
from portal.consent import facts
from portal.consent.asking import anybody_like, shape_of
from portal.consent.choice_relations import OF_CHOICES, named_for, staff_of_choices
from portal.consent.held_back import told
from portal.consent.models import EmergencyAccess, NamedAdult
from portal.consent.visibility import HOUSEKEEPING
from portal.db import Viewer, unruled

Yes = ColumnElement[bool]
ON_THE_MANAGERS_LIST = frozenset({"Look", "ComingInAgain", "LookQuestion", "RefusedTry"})
_may_write: dict[tuple[Any, ...], CompoundSelect[Any]] = {}


def may_know(viewer: Viewer | None, person: type[CareLeaver] | type[Reference]) -> Yes:
    """That somebody is a care leaver is itself private."""
    whose = CareLeaver.id if person is CareLeaver else Reference.care_leaver_id
    match viewer:
        case CareLeaverViewer() | Preview() | HandOver():
            return whose == viewer.care_leaver_id
        case StaffViewer():
            return _staff_know(viewer, whose)
        case Holder():
            return whose.in_(_people_behind(viewer))
        case Housekeeping():
            return _named(viewer, person)
        case _:
            return false()


def may_see_relation(viewer: Viewer | None, relation: type[RelatesToCareLeaver]) -> Yes:
    match viewer:
        case CareLeaverViewer():
            return and_(relation.care_leaver_id == viewer.care_leaver_id, told(viewer, relation))
        case StaffViewer():
            whose = relation.care_leaver_id
            others = facts.not_themselves(whose, viewer.staff_id)
            if relation.__name__ == "EmergencyTry":
                others = or_(whose.is_(None), others)  # a miss is about nobody
            always = and_(facts.works_here(viewer.now, viewer.staff_id), others)
            accounts = _accounts(viewer, whose) if relation in (Allocation, NamedAdult) else false()
            return or_(and_(always, _staff_relation(viewer, relation)), accounts)
        case Holder():
            return _holder(viewer, relation)
        case Housekeeping():
            return _named(viewer, relation)
        case _:
            return false()


def may_import(viewer: Viewer | None, kept: type[ForImporters]) -> Yes:
    match viewer:
        case StaffViewer():
            teams = facts.teams_of(viewer.now, viewer.staff_id, Duty.IMPORTER)
            mine = kept.asked_by_id == viewer.staff_id if kept.for_its_asker_alone else true()
            works = facts.works_here(viewer.now, viewer.staff_id)
            return and_(works, kept.held_by_id.in_(teams), mine)
        case Housekeeping():
            return _named(viewer, kept)
        case _:
            return false()


def seen_by_nobody(viewer: Viewer | None, rows: type[Any]) -> Yes:
    return _named(viewer, rows) if isinstance(viewer, Housekeeping) else false()


def _named(viewer: Housekeeping, kept: type[Any]) -> Yes:
    return true() if kept.__name__ in HOUSEKEEPING.get(viewer.name, ()) else false()


def _accounts(viewer: StaffViewer, whose: Any) -> Yes:
    """The administrator of accounts, while employed."""
    return and_(
        facts.not_themselves(whose, viewer.staff_id),
        facts.employed(viewer.now, viewer.staff_id),
        facts.has_duty(viewer.now, viewer.staff_id, Duty.ADMINISTRATOR),
    )


def _staff_know(viewer: StaffViewer, whose: Any) -> Yes:
    now, me = viewer.now, viewer.staff_id
    involved = facts.involvements_of(now, me)
    related = or_(
        whose.in_(facts.advised_by(now, me)),
        whose.in_(facts.managed_by(now, me)),
        whose.in_(select(involved.c.care_leaver_id)),
        whose.in_(facts.emergencies_of(now, me)),
        whose.in_(named_for(now, me)),
    )
    works = and_(facts.works_here(now, me), facts.not_themselves(whose, me))
    return or_(and_(works, related), _accounts(viewer, whose))


def _people_behind(viewer: Holder) -> Any:
    """Whose door this secret opens. One that was used or ended opens to the end of that instant,
    since whoever uses it comes in at the same one."""
    phone, invited, now = unruled(Phone), unruled(Invitation), viewer.now
    return union(
        select(phone.care_leaver_id).where(
            _its_phone(viewer, phone),
            _not_before(now, phone.ended_at),
            phone.remembered_until > now,
        ),
        select(invited.care_leaver_id).where(
            invited.token_hash == viewer.token_hash,
            _not_before(now, invited.used_at),
            _not_before(now, invited.ended_at),
            invited.expires_at > now,
        ),
    )


def _not_before(now: Any, at: Any) -> Yes:
    return or_(at.is_(None), at >= now)


def _its_phone(viewer: Holder, phone: Any) -> Yes:
    """The phone whose secret this is, or that of one of its open sign-ins."""
    sign_in = unruled(SignIn)
    signed_in = select(sign_in.phone_id).where(
        sign_in.secret_hash == viewer.token_hash, sign_in.ended_at.is_(None)
    )
    return or_(phone.token_hash == viewer.token_hash, phone.id.in_(signed_in))


def _holder(viewer: Holder, relation: type[RelatesToCareLeaver]) -> Yes:
    if relation is Phone:
        return _its_phone(viewer, Phone)
    if relation is Invitation:
        return Invitation.token_hash == viewer.token_hash
    if relation is PhoneUse:
        phone = unruled(Phone)
        mine = select(phone.id).where(_its_phone(viewer, phone))
        return PhoneUse.phone_id.in_(mine)
    if relation in (RecoveryWords, ComingInAgain):
        return relation.care_leaver_id.in_(_people_behind(viewer))
    return false()


def _staff_relation(viewer: StaffViewer, relation: type[RelatesToCareLeaver]) -> Yes:
    now, me, whose = viewer.now, viewer.staff_id, relation.care_leaver_id
    adviser, manager = whose.in_(facts.advised_by(now, me)), whose.in_(facts.managed_by(now, me))
    if relation.__name__ in OF_CHOICES:
        return staff_of_choices(viewer, relation, or_(adviser, manager))
    match relation.__name__:
        case "Allocation" | "Invitation" | "Phone" | "ConfirmTry":
            return or_(adviser, manager)
        case "Involvement":
            return or_(Involvement.staff_id == me, adviser, manager, _receives(viewer, Involvement))
        case "TeamMove":
            return or_(adviser, manager, _receives(viewer, TeamMove))
        case "EmergencyAccess":
            return or_(EmergencyAccess.staff_id == me, manager)
        case "LastLooked":
            mine: Yes = getattr(relation, "staff_id") == me  # noqa: B009
            return mine
        case "EmergencyTry":
            return or_(manager, and_(whose.is_(None), facts.manages_leaving_care(now, me)))
        case name:
            return manager if name in ON_THE_MANAGERS_LIST else false()


def _receives(viewer: StaffViewer, given: type[Involvement] | type[TeamMove]) -> Yes:
    """A manager of the receiving team, who is asked to confirm."""
    return given.team_id.in_(facts.teams_of(viewer.now, viewer.staff_id, Duty.MANAGER))


def may_write(viewer: StaffViewer) -> CompoundSelect[Any]:
    """The team for which they may write about somebody, `whose`: who would, by a line other than
    emergency, see a record that their own team holds at `my_team`.

    Built once for each kind of viewer, since building it costs more than asking.
    """
    shape = shape_of(viewer)
    if shape not in _may_write:
        _may_write[shape] = _teams_writing(anybody_like(viewer))
    return _may_write[shape]


def _teams_writing(viewer: StaffViewer) -> CompoundSelect[Any]:
    now, me = viewer.now, viewer.staff_id
    person, whose = unruled(CareLeaver), bindparam("whose", type_=Uuid())
    works = and_(facts.works_here(now, me), facts.not_themselves(whose, me))
    related = or_(
        person.id.in_(facts.advised_by(now, me)), person.id.in_(facts.managed_by(now, me))
    )
    mine = facts.involvements_of(now, me)
    return union_all(
        select(person.team_id).where(person.id == whose, related, works),
        select(mine.c.team_id).where(mine.c.care_leaver_id == whose, works),
    )
