"""What care leavers set for themselves."""

from __future__ import annotations

from wtforms import PasswordField
from wtforms.validators import InputRequired

from portal.accounts.forms.arriving import TOO_LONG, NewPin
from portal.web.forms import Form, Line, Menu

MINUTES = [
    ("1", "1 minute"),
    ("2", "2 minutes"),
    ("5", "5 minutes"),
    ("10", "10 minutes"),
    ("30", "30 minutes"),
    ("60", "1 hour"),
    ("240", "4 hours"),
    ("720", "12 hours"),
]
LANGUAGES = [
    ("en", "English"),
    ("sq", "Shqip"),
    ("ar", "العربية"),
    ("prs", "دری"),
    ("ckb", "کوردی"),
    ("ps", "پښتو"),
    ("fa", "فارسی"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("so", "Soomaali"),
    ("ti", "ትግርኛ"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
]


class OwnSettings(Form):
    called = Line(
        "What shall we call you?", required="Type a name. Any name that you like.", longest=60
    )
    lock_after_minutes = Menu(
        "Ask for my PIN when the phone was out of sight for", MINUTES, required="Choose a time."
    )
    language = Menu("The language I like best", LANGUAGES, required="Choose a language.")


class ChangePin(NewPin):
    pin = PasswordField("Your PIN now", [InputRequired("Type your PIN."), TOO_LONG])


class ProvePin(Form):
    pin = PasswordField("Your PIN", [InputRequired("Type your PIN."), TOO_LONG])
