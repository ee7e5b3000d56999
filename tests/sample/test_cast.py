from __future__ import annotations

import pytest
from sqlalchemy import select

from portal.accounts.models import CareLeaver, Topic
from portal.accounts.viewers import CareLeaverViewer, StaffViewer
from portal.consent.models import Choice, LockedCell, Receipt
from portal.consent.proving_receipts import as_json, is_true
from portal.db import acting_as, clock, session
from portal.promises.models import Promise
from portal.records.models import CaseRecord, Source
from portal.sample import cast
from portal.sample.cast import AMINA, TYLER, Member
from portal.voice.models import Entry, Reply

pytestmark = pytest.mark.usefixtures("dalesmoor")


def as_staff(member: Member) -> StaffViewer:
    return StaffViewer(now=clock(), staff_id=member.id)


def entries_of_amina(member: Member) -> int:
    with acting_as(as_staff(member)):
        return len(session.scalars(select(Entry).where(Entry.care_leaver_id == AMINA.id)).all())


def known_to(member: Member) -> set[str]:
    with acting_as(as_staff(member)):
        return set(session.scalars(select(CareLeaver.first_name)))


def systems_seen_by(member: Member) -> set[str]:
    with acting_as(as_staff(member)):
        seen = (
            select(Source.name)
            .join(CaseRecord, CaseRecord.source_id == Source.id)
            .where(CaseRecord.care_leaver_id == AMINA.id)
        )
        return set(session.scalars(seen))


def test_jo_is_aminas_pa_and_reads_what_she_says() -> None:
    assert entries_of_amina(cast.JO) > 10


def test_jo_sees_what_all_four_systems_say_of_amina() -> None:
    assert systems_seen_by(cast.JO) == {
        "LCS",
        "Housing system",
        "No Wrong Door records",
        "Virtual school records",
    }


def test_sam_is_tylers_pa_and_not_aminas() -> None:
    assert "Tyler" in known_to(cast.SAM)
    assert "Amina" not in known_to(cast.SAM)


def test_priya_manages_them_both() -> None:
    assert {"Amina", "Tyler"} <= known_to(cast.PRIYA)


def test_harriet_is_involved_with_amina_and_sees_only_what_housing_wrote() -> None:
    assert "Amina" in known_to(cast.HARRIET)
    assert entries_of_amina(cast.HARRIET) == 0
    assert systems_seen_by(cast.HARRIET) == {"Housing system"}


def test_amina_has_said_yes_to_no_team() -> None:
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=AMINA.id)):
        assert session.scalars(select(Choice)).all() == []


def test_tyler_shares_with_housing_and_harriet_reads_it() -> None:
    with acting_as(as_staff(cast.HARRIET)):
        seen = select(Choice.is_yes).where(Choice.care_leaver_id == cast.TYLER.id)

        assert True in session.scalars(seen).all()


@pytest.mark.parametrize("member", [cast.NADIA, cast.VERA, cast.DEV, cast.RAE, cast.FAY])
def test_nobody_else_knows_amina(member: Member) -> None:
    assert "Amina" not in known_to(member)
    assert entries_of_amina(member) == 0


def test_ada_knows_who_is_there_and_sees_no_record() -> None:
    assert "Amina" in known_to(cast.ADA)
    assert entries_of_amina(cast.ADA) == 0
    assert systems_seen_by(cast.ADA) == set()


def test_amina_sees_what_was_answered_and_promised() -> None:
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=AMINA.id)):
        replies, promises = session.scalars(select(Reply)), session.scalars(select(Promise))

        assert any(reply.author_id == cast.JO.id for reply in replies)
        assert any(promise.kept_at for promise in promises)


def test_every_topic_is_locked_open_to_leaving_care_by_two_people() -> None:
    with acting_as(as_staff(cast.PRIYA)):
        cells = session.scalars(select(LockedCell)).all()
        topics = set(session.scalars(select(Topic.id)))

    assert {cell.topic_id for cell in cells} == topics
    assert all(cell.reason and cell.confirmed_by_id for cell in cells)
    assert all(cell.set_by_id != cell.confirmed_by_id for cell in cells)


def test_tyler_has_a_true_receipt_for_each_of_his_choices() -> None:
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=TYLER.id)):
        receipts = {each.id: each for each in session.scalars(select(Receipt))}
        kept = list(session.scalars(select(Choice.receipt_id)))

    assert kept
    assert set(kept) == set(receipts)
    assert all(is_true(as_json(each)) for each in receipts.values())
