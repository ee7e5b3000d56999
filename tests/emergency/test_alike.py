from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event
from werkzeug.test import TestResponse

from portal.accounts.models import CareLeaver, Staff, Themselves
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, current_database, session
from tests.cast import Town
from tests.client import HTMX
from tests.conftest import SignedInAs
from tests.emergency.makers import FORM, every_try, try_it, words_of

TOKEN = re.compile(r'value="[^"]{40,}"|[0-9a-f]{8}-[0-9a-f-]{27}')


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement that any session puts to the database meanwhile."""
    heard: list[str] = []

    def hear(connection: object, cursor: object, statement: str, *rest: Any) -> None:
        heard.append(statement)

    engine = current_database().engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def shape_of(send: Callable[[], TestResponse]) -> tuple[object, ...]:
    with statements() as heard:
        answer = send()
    headers = sorted((name, TOKEN.sub("", value)) for name, value in answer.headers)
    kept = [each for each in headers if each[0] not in ("Set-Cookie", "X-Request-Id")]
    return answer.status_code, TOKEN.sub("", answer.text), kept, heard


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_hidden_person_and_a_missing_one_answer_and_ask_the_same(
    signed_in: SignedInAs, town: Town, method: str, headers: dict[str, str]
) -> None:
    desk = signed_in(town.sam)

    def ask(id_: UUID) -> TestResponse:
        address = f"/people/{id_}/" if method == "get" else f"/people/{id_}/allocations"
        return getattr(desk, method)(address, headers=headers)  # type: ignore[no-any-return]

    ask(uuid4())
    hidden, missing = shape_of(lambda: ask(town.amina.id)), shape_of(lambda: ask(uuid4()))

    assert hidden[0] == 404
    assert hidden == missing
    assert "/emergency/" in str(hidden[1])


def test_a_miss_and_what_waits_for_a_manager_look_alike(
    signed_in: SignedInAs, known: CareLeaver, town: Town
) -> None:
    try_it(signed_in(town.vera))
    desk = signed_in(town.nadia)
    miss = shape_of(lambda: try_it(desk, reference="nobody"))
    after_miss = words_of(desk, FORM)
    hit = shape_of(lambda: try_it(desk))
    after_hit = words_of(desk, FORM)

    assert [each.care_leaver_id for each in every_try()][1:] == [None, known.id]
    assert hit[:3] == miss[:3]
    assert len(hit[3]) == len(miss[3])  # type: ignore[arg-type]
    assert after_hit.replace("1 more time", "2 more times") == after_miss


def test_nobody_opens_themselves_and_it_looks_like_a_miss(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff
) -> None:
    with acting_as(Housekeeping(now=clock(), name="emergency"), writes=True):
        session.add(Themselves(care_leaver_id=known.id, staff_id=nadia.id))
    desk = signed_in(nadia)
    miss = shape_of(lambda: try_it(desk, reference="nobody"))
    own = shape_of(lambda: try_it(desk))

    assert own[:3] == miss[:3]
    assert len(own[3]) == len(miss[3])  # type: ignore[arg-type]
    assert desk.get(f"/people/{known.id}/").status_code == 404


def test_every_404_of_staff_leads_to_the_form_and_none_of_a_care_leaver(
    signed_in: SignedInAs, town: Town
) -> None:
    for who in (town.jo, town.priya, town.harriet):
        assert 'href="/emergency/"' in signed_in(who).get("/nothing-here").text
        assert 'href="/emergency/"' in signed_in(who).get("/people/1/", headers=HTMX).text

    for other in (town.amina, town.ada, town.dev):
        assert "/emergency/" not in signed_in(other).get("/nothing-here").text
