"""The first administrator of a council, who can then add everybody else."""

from __future__ import annotations

from uuid import UUID, uuid4

import click
from sqlalchemy import select

from portal import config
from portal.accounts.actions import joining, people
from portal.accounts.models import Duty, Membership, Staff, Team
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock, session

TEAM = "Administrators"


@click.command("invite-administrator")
@click.option("--name", required=True, help="Their name.")
@click.option("--email", required=True, help="Their work email.")
def invite_administrator(name: str, email: str) -> None:
    """Print a link for the first administrator, or a new one for one who lost their way in."""
    with acting_as(Nobody(now=clock()), writes=True):
        staff_id = session.scalar(select(Staff.id).where(Staff.email == email.lower()))
        if staff_id is None:
            staff_id = people.add_staff(uuid4(), name, email.lower(), "Administrator")
            team_id = session.scalar(select(Team.id).where(Team.name == TEAM)) or _new_team()
            session.add(Membership(staff_id=staff_id, team_id=team_id, duty=Duty.ADMINISTRATOR))
        elif [held.duty for held in people.duties_of(staff_id)] != [Duty.ADMINISTRATOR]:
            raise click.ClickException("Somebody with this email is here, and no administrator.")
        token = joining.invite(staff_id, None)
    print(f"Open this within 72 hours: {config.current().public_address}/joining/{token}")


def _new_team() -> UUID:
    team = Team(name=TEAM, does="Set up accounts. See no records.")
    session.add(team)
    session.flush()
    return team.id
