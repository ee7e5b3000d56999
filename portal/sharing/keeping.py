"""Keeps what somebody chose on a page, with the words that the page showed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from portal.consent.actions import recording
from portal.consent.actions.choosing import Wish, choose
from portal.consent.models import Receipt
from portal.consent.queries.boards import Board, board
from portal.consent.queries.terms import terms
from portal.consent.receipts import TextShown
from portal.sharing import cells, texts, under_18
from portal.sharing.forms import ChoosingForm, OneForm


def choosing_form() -> ChoosingForm:
    form = ChoosingForm()
    form.lasts(terms().months)
    return form


def one_form(chosen: str = "") -> OneForm:
    form = OneForm(answer=chosen)
    form.lasts(terms().months)
    return form


def keep(me: UUID, mine: Board, form: ChoosingForm, sent: Mapping[str, str]) -> Receipt | None:
    """None when nothing was touched. Raises ChangedElsewhere, unless this form was kept before."""
    key, shown = form.form_key.data, text_shown(me, sent)
    try:
        wishes = cells.wishes(sent, mine, form.until)
    except cells.ChangedElsewhere:
        if (receipt := choose(me, key, [], shown)) is not None:
            return receipt
        raise
    return choose(me, key, wishes, shown)


def keep_all(me: UUID, form: ChoosingForm, wishes: Sequence[Wish]) -> Receipt | None:
    """What a page says outright, whatever was chosen there before."""
    asked = {cells.name_of(wish.purpose): "" for wish in wishes if wish.purpose is not None}
    return choose(me, form.form_key.data, wishes, text_shown(me, asked))


def record(
    staff_id: UUID, whose: UUID, form: ChoosingForm, sent: Mapping[str, str]
) -> recording.Recorded:
    """What somebody chose beside their PA. The page shows them all of the words."""
    key, shown = form.form_key.data, TextShown(texts.LANGUAGE, terms().text_version, _all(whose))
    try:
        wishes = cells.wishes(sent, board(whose), form.until)
    except cells.ChangedElsewhere:
        before = recording.record_for(staff_id, whose, key, [], shown)
        if before.waiting is not None or before.not_now_counts:
            return before
        raise
    return recording.record_for(staff_id, whose, key, wishes, shown)


def _all(whose: UUID) -> str:
    return f"{texts.of_the_board(*under_18.told(whose))}\n{texts.of_purposes()}"


def text_shown(me: UUID, sent: Mapping[str, str]) -> TextShown:
    """What stood on the page: about the purposes, when those were what was chosen."""
    asked = [one for one in texts.PURPOSES if cells.name_of(one) in sent]
    said = texts.of_purposes() if asked else texts.of_the_board(*under_18.told(me))
    return TextShown(texts.LANGUAGE, terms().text_version, said)
