"""What a member of staff fills in to promise something, or to change what they promised."""

from __future__ import annotations

from typing import Any

from wtforms import ValidationError

from portal import hours
from portal.db import now
from portal.web.forms import CreatingForm, Day, Form, Line, Menu

PAST = "Choose today or a day that is still to come."


def still_to_come(form: Any, field: Any) -> None:
    if field.data and field.data < hours.local(now()).date():
        raise ValidationError(PAST)


class PromiseForm(CreatingForm):
    by = Menu("Who promises it?", required="Choose who promises it.")
    what = Line("What will they do?", required="Write what was promised.", longest=500)
    due_on = Day("By when?", required="Choose a day.", validators=[still_to_come])


class ChangeForm(Form):
    what = Line("What is promised now?", required="Write what is promised.", longest=500)
    due_on = Day("By when?", required="Choose a day.", validators=[still_to_come])
    reason = Line("Why did it change?", required="Say why it changed.", longest=500)


class KeepForm(Form):
    """Its token alone."""
