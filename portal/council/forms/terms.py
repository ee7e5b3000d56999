"""What an administrator sets about choices, and whom a manager names."""

from __future__ import annotations

from wtforms import IntegerField
from wtforms.validators import InputRequired

from portal.web.forms import Form, Menu, Picks

MONTHS = [
    (str(number), "1 month" if number == 1 else f"{number} months") for number in range(1, 25)
]
YES, NO = "yes", "no"


class SetTerms(Form):
    months = Menu("A yes lasts at most", MONTHS, required="Choose how long.")
    asks_adult = Picks(
        "When somebody of 16 or 17 says yes",
        [(NO, "Their own yes is enough"), (YES, "A named adult is asked to say yes too")],
        required="Choose one.",
    )


class NameAdult(Form):
    staff = Menu("Who", required="Choose who.")


class SayYesToo(Form):
    """To which yes. Whether it asks them is for the rule to say."""

    choice = IntegerField(validators=[InputRequired()])
