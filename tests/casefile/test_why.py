"""What is not there says nothing, and what is there says why."""

from __future__ import annotations

from portal.consent.models import LockedCell
from portal.db import now
from portal.records.models import Source
from tests.casefile.reading import here, words_of
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import on_record, said

WORDS, RECORD = ".desk__words", ".desk__record"


def test_harriet_reads_the_same_sentence_whether_amina_said_nothing_or_shared_nothing(
    signed_in: SignedInAs, asking: Asking, town: Town, repairs: Source
) -> None:
    with asking(town.amina, writes=True):
        on_record(town.amina, repairs, "Fan booked.", topic_id=town.topics[3].id)
    laptop = signed_in(town.harriet)
    before = words_of(laptop, here(town.amina), WORDS)
    with asking(town.amina, writes=True):
        said(town.amina, "The damp is back.")

    assert before == "What Amina chooses to share with your team stands here."
    assert words_of(laptop, here(town.amina), WORDS) == before


def test_a_record_that_the_law_shares_says_so_with_its_reason(
    signed_in: SignedInAs, asking: Asking, town: Town, repairs: Source
) -> None:
    home = town.topics[3]
    with asking(town.priya, writes=True) as session:
        on_record(town.amina, repairs, "Fan booked.", topic_id=home.id)
        cell = {"team_id": town.teams.leaving_care.id, "topic_id": home.id}
        by = {"set_by_id": town.priya.id, "confirmed_by_id": town.ada.id}
        session.add(
            LockedCell(reason="By order.", first_day_at=now(), confirmed_at=now(), **cell, **by)
        )
        session.flush()
    page = words_of(signed_in(town.jo), here(town.amina), RECORD)

    assert "Fan booked." in page
    assert "Here by law." in page
    assert "By order." in page
    assert "Written about them" not in page
