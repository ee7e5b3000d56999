"""Coming in: on a remembered phone, and at a desk."""

from __future__ import annotations

from wtforms import HiddenField, PasswordField
from wtforms.validators import InputRequired, Length

from portal.web.forms import Form, Line

LONGEST = 200


class PinForm(Form):
    pin = PasswordField(
        "Your PIN",
        [InputRequired("Type your PIN."), Length(max=LONGEST, message="That is too long.")],
    )
    to = HiddenField()


class StaffSignInForm(Form):
    email = Line("Work email", required="Type your work email.")
    passphrase = PasswordField(
        "Passphrase",
        [InputRequired("Type your passphrase."), Length(max=LONGEST, message="That is too long.")],
    )
    code = Line("Six-digit code", longest=40)
    to = HiddenField()

    @property
    def address(self) -> str:
        """The email as it is kept."""
        return (self.email.data or "").lower()


class PlainForm(Form):
    """A button, and nothing to type."""
