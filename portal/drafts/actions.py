"""Keeping what somebody is in the middle of writing, until it is sent or thrown away."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver
from portal.consent.queries import may_write_about
from portal.db import now, session
from portal.drafts.models import Draft
from portal.errors import NotAllowed, TooLarge
from portal.text import cleaned

MOST_FIELDS, MOST_CHARACTERS, LONGEST_NAME = 30, 100_000, 80
Typed = dict[str, str]


def keep(me: UUID, about: UUID, form: str, typed: Typed) -> Draft:
    """Keep this in place of what was kept for the same form before."""
    person = session.get_one(CareLeaver, about)
    if not may_write_about(about):
        raise NotAllowed("You cannot write about this person.")
    kept = _storable(typed)
    draft = _find(me, about, form)
    if draft is None:
        draft = Draft(
            care_leaver_id=about,
            author_id=me,
            held_by_id=person.team_id,
            reach=Reach.ONLY_ME,
            form=form,
            typed=kept,
            saved_at=now(),
        )
        return _first(draft)
    draft.typed, draft.saved_at = kept, now()
    session.flush()
    return draft


def discard(me: UUID, about: UUID, form: str) -> None:
    """Throw away what was kept for this form; nothing when nothing was."""
    session.execute(
        delete(Draft).where(
            Draft.author_id == me, Draft.care_leaver_id == about, Draft.form == form
        )
    )


def _find(me: UUID, about: UUID, form: str) -> Draft | None:
    found = select(Draft).where(
        Draft.author_id == me, Draft.care_leaver_id == about, Draft.form == form
    )
    return session.scalars(found).one_or_none()


def _first(draft: Draft) -> Draft:
    typed = draft.typed
    try:
        with session.begin_nested():
            session.add(draft)
    except IntegrityError:
        # Two phones began in the same moment. The one that comes later is kept.
        assert draft.author_id is not None
        found = _find(draft.author_id, draft.care_leaver_id, draft.form)
        assert found is not None
        found.typed, found.saved_at = typed, now()
        session.flush()
        return found
    return draft


def _storable(typed: Typed) -> Typed:
    size = sum(len(name) + len(value) for name, value in typed.items())
    if len(typed) > MOST_FIELDS or size > MOST_CHARACTERS:
        raise TooLarge("This is more than can be kept as a draft. Send it in two parts.")
    return {name[:LONGEST_NAME]: cleaned(value).text for name, value in typed.items()}
