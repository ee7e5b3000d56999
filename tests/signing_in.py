"""A shortcut through the door, for tests that are about what lies behind it."""

from __future__ import annotations

import secrets
from datetime import timedelta

from flask import Flask

from portal.accounts.doors import Phone, PhoneUse, SignIn
from portal.accounts.models import CareLeaver, Staff
from portal.accounts.sealing import hashed
from portal.accounts.signed_in import COOKIE
from portal.accounts.viewers import CareLeaverViewer, Nobody, StaffViewer
from portal.db import Viewer, acting_as, clock, session
from tests.client import Client

Person = CareLeaver | Staff


def browser_of(app: Flask, person: Person) -> Client:
    """A browser in which this person is signed in: on their phone, or at their desk."""
    client = app.test_client()
    assert isinstance(client, Client)
    secret = secrets.token_urlsafe(32)
    with acting_as(Nobody(now=clock()), writes=True):
        staff_id = person.id if isinstance(person, Staff) else None
        phone_id = None if isinstance(person, Staff) else _remembered_phone(person).id
        session.add(
            SignIn(secret_hash=hashed(secret), staff_id=staff_id, phone_id=phone_id, kind="")
        )
    with client.session_transaction() as kept:
        kept[COOKIE] = secret
    return client


def viewer_of(person: Person) -> Viewer:
    if isinstance(person, Staff):
        return StaffViewer(now=clock(), staff_id=person.id)
    return CareLeaverViewer(now=clock(), care_leaver_id=person.id, known_since=person.known_since)


def _remembered_phone(of: CareLeaver) -> Phone:
    phone = Phone(
        care_leaver_id=of.id,
        token_hash=hashed(secrets.token_urlsafe(32)),
        remembered_until=clock() + timedelta(days=90),
    )
    session.add(phone)
    session.flush()
    session.add(PhoneUse(care_leaver_id=of.id, phone_id=phone.id, kind="A phone"))
    return phone
