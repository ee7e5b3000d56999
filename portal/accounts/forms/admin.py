"""What administrators type to add people, teams and duties."""

from __future__ import annotations

from typing import Any

from wtforms import ValidationError

from portal.accounts.forms.staff import an_email
from portal.accounts.models import Duty, TeamKind
from portal.db import now
from portal.hours import local
from portal.web.forms import CreatingForm, Day, Form, Line, Menu, Picks

KINDS = [(TeamKind.OTHER, "Another team"), (TeamKind.LEAVING_CARE, "Leaving care")]
DUTIES = [(duty, "personal adviser" if duty is Duty.ADVISER else duty.value) for duty in Duty]


class AddCareLeaver(CreatingForm):
    first_name = Line("First name", required="Type the first name.", longest=80)
    last_name = Line("Last name", required="Type the last name.", longest=80)
    born_on = Day("Birth date", required="Give the birth date.")
    team = Menu("Leaving-care team", required="Choose the team.")
    contact = Line("How to reach them", longest=200)
    system = Line("Their reference is from", longest=40)
    reference = Line("Reference", longest=80)

    def validate_born_on(self, field: Any) -> None:
        today = local(now()).date()
        if field.data and not 1900 < field.data.year <= today.year - 10:
            raise ValidationError("Check the year of birth.")

    def validate_reference(self, field: Any) -> None:
        if bool(field.data) != bool(self.system.data):
            raise ValidationError("Give both: the system, and their reference in it.")


class AddReference(Form):
    system = Line("System", required="Type its name, such as LCS.", longest=40)
    reference = Line("Reference", required="Type their reference.", longest=80)


class AlsoStaff(Form):
    email = Line("Their work email", required="Type their work email.", validators=[an_email])


class AddStaff(CreatingForm):
    name = Line("Name", required="Type the name.", longest=120)
    email = Line("Work email", required="Type the work email.", validators=[an_email])
    job = Line("Job", required="Type what they do, such as Personal adviser.", longest=120)


class BeginDuty(Form):
    team = Menu("Team", required="Choose the team.")
    duty = Menu("Duty", DUTIES, required="Choose the duty.")


class OpenTeam(CreatingForm):
    name = Line("Name", required="Type the name.", longest=80)
    kind = Picks("Kind", KINDS, required="Choose the kind.", default=TeamKind.OTHER)
    does = Line("What it does, in a few words", longest=200)


class DescribeTeam(Form):
    name = Line("Name", required="Type the name.", longest=80)
    does = Line("What it does, in a few words", required="Say what it does.", longest=200)


class AddTopic(CreatingForm):
    name = Line("Topic", required="Type the topic.", longest=60)


class RenameTopic(Form):
    name = Line("Topic", required="Type the topic.", longest=60)


class CloseTeam(Form):
    heir = Menu("Heir", required="Choose the team that gets what it held.")
