"""Coming in by a link."""

from __future__ import annotations

from datetime import date
from typing import Any

from wtforms import PasswordField, ValidationError
from wtforms.validators import InputRequired, Length

from portal.accounts.actions.pins import what_to_mend
from portal.accounts.forms.coming_in import LONGEST
from portal.web.forms import Form, Line

TOO_LONG = Length(max=LONGEST, message="That is too long.")


class NewPin(Form):
    """A PIN of one's own choosing, typed twice. `born_on` keeps a birthday from being one."""

    new_pin = PasswordField("Choose a PIN", [InputRequired("Choose a PIN."), TOO_LONG])
    same_pin = PasswordField("Type the PIN again", [TOO_LONG])
    born_on: date | None = None

    def validate_new_pin(self, field: Any) -> None:
        if mend := what_to_mend(field.data, self.born_on):
            raise ValidationError(mend)

    def validate_same_pin(self, field: Any) -> None:
        if field.data != self.new_pin.data:
            raise ValidationError("This is not the same PIN. Type both again.")


class FirstTime(NewPin):
    called = Line(
        "What shall we call you?", required="Type a name. Any name that you like.", longest=60
    )


class OldPin(Form):
    pin = PasswordField("Your PIN", [InputRequired("Type your PIN."), TOO_LONG])


class OldWords(NewPin):
    line = Line("One line of your recovery words", required="Type one line of your recovery words.")
