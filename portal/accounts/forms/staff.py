"""How members of staff come in: chosen, and changed."""

from __future__ import annotations

import re
from typing import Any

from wtforms import HiddenField, PasswordField, ValidationError
from wtforms.validators import InputRequired

from portal.accounts.forms.arriving import TOO_LONG
from portal.web.forms import Form, Line

LEAST = 12
AN_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def an_email(form: Form, field: Any) -> None:
    if not AN_EMAIL.fullmatch(field.data or ""):
        raise ValidationError("Type a work email, such as jo@council.example.")


class NewPassphrase(Form):
    new_passphrase = PasswordField(
        "Choose a passphrase", [InputRequired("Choose a passphrase."), TOO_LONG]
    )
    same_passphrase = PasswordField("Type the passphrase again", [TOO_LONG])
    email_of_theirs = ""

    def validate_new_passphrase(self, field: Any) -> None:
        typed = field.data.lower()
        name = self.email_of_theirs.partition("@")[0]
        if len(typed) < LEAST or len(set(typed)) < 5:
            raise ValidationError(f"Use {LEAST} characters or more. Four words are good.")
        if name and name in typed:
            raise ValidationError("Leave your name and email out of it.")

    def validate_same_passphrase(self, field: Any) -> None:
        if field.data != self.new_passphrase.data:
            raise ValidationError("This is not the same passphrase. Type both again.")


class Join(NewPassphrase):
    code = Line("Six-digit code", longest=40)
    sealed = HiddenField()


class ChangePassphrase(NewPassphrase):
    passphrase = PasswordField("Your passphrase now", [InputRequired("Type it."), TOO_LONG])


class ChangeEmail(Form):
    email = Line("New work email", required="Type your new work email.", validators=[an_email])
    passphrase = PasswordField(
        "Your passphrase", [InputRequired("Type it."), TOO_LONG], id="passphrase-for-email"
    )


class ChangeAuthenticator(Form):
    code = Line("Six-digit code", required="Type the code that it shows now.", longest=40)
    passphrase = PasswordField(
        "Your passphrase", [InputRequired("Type it."), TOO_LONG], id="passphrase-for-code"
    )
    sealed = HiddenField()
