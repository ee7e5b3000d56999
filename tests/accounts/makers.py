"""Phones and desks as their owners left them."""

from __future__ import annotations

import re
from uuid import UUID

import pyotp

from portal.accounts.actions import phones
from portal.accounts.models import CareLeaver, Staff, Team
from portal.accounts.viewers import CareLeaverViewer, Housekeeping, Nobody
from portal.db import acting_as, clock, session
from tests.client import Client
from tests.makers import PASSPHRASE, PIN, a_care_leaver, an_allocation

SECRET = pyotp.random_base32()


def remembered(browser: Client, of: CareLeaver) -> Client:
    """This browser is on a remembered phone; nobody is signed in there."""
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=of.id), writes=True):
        _, secret = phones.remember(of.id, "iPhone")
    browser.set_cookie("kept", secret)
    return browser


def with_authenticator(of: Staff) -> Staff:
    with acting_as(Nobody(now=clock()), writes=True):
        session.get_one(Staff, of.id).code_secret = SECRET
    return of


def code_now() -> str:
    return pyotp.TOTP(SECRET).at(int(clock().timestamp()))


def type_pin(browser: Client, pin: str = PIN, to: str = "/") -> int:
    answer = browser.fill_in(f"/sign-in?to={to}", "/sign-in/pin", pin=pin)
    return answer.status_code


def sign_in(browser: Client, email: str, passphrase: str = PASSPHRASE, code: str = "") -> int:
    answer = browser.fill_in(
        "/sign-in", "/sign-in", email=email, passphrase=passphrase, code=code or code_now()
    )
    return answer.status_code


def browser(like: Client) -> Client:
    """Another one, in which nobody is signed in."""
    other = like.application.test_client()
    assert isinstance(other, Client)
    return other


def somebody_new(team_id: UUID, adviser: Staff, manager: Staff) -> CareLeaver:
    """Mo, whom an administrator added and who has not come in yet."""
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        team = session.get_one(Team, team_id)
        mo = a_care_leaver("Mohamed", "Ali", team, pin_hash=None, came_in_at=None, told_at=None)
        an_allocation(of=mo, to=adviser, confirmed_by=manager)
    return mo


def invite(laptop: Client, whom: CareLeaver) -> str:
    """The address of a link that is shown there once."""
    answer = laptop.fill_in(f"/people/{whom.id}/invite", f"/people/{whom.id}/invite")
    found = re.search(r"http://localhost(/invited/[\w-]+)", answer.text)
    assert found
    return found[1]


def link_on(phone: Client) -> str:
    """The address of a link for another phone, made on this one."""
    answer = phone.fill_in("/settings/phones/add", "/settings/phones/add")
    found = re.search(r"http://localhost(/invited/[\w-]+)", answer.text)
    assert found
    return found[1]
