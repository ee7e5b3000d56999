"""A link as it is shown, on one page and once: to be opened, scanned or sent."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from flask import url_for

from portal import config
from portal.accounts.actions.invitations import Made
from portal.web.dates import day_and_time


@dataclass(frozen=True)
class Shown:
    address: str
    qr: str
    text: str


def as_qr(address: str) -> str:
    """A picture that needs no script and comes from nowhere else."""
    return segno.make(address, error="m").svg_data_uri(scale=6, border=4, light="#fff")


def shown(made: Made) -> Shown:
    """The text says nothing of care: others may see the phone that it comes to."""
    settings = config.current()
    address = settings.public_address + url_for("accounts.invited", token=made.token)
    until = day_and_time(made.invitation.expires_at)
    text = f"Here is your link to {settings.site_name}: {address}\nIt works once, until {until}."
    return Shown(address, as_qr(address), text)
