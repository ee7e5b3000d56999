"""What is asked beside the board: how long a yes lasts; and forms of one button."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from wtforms import PasswordField, ValidationError

from portal.sharing.lengths import HowLong, last_day, today, until
from portal.web.dates import on_day
from portal.web.forms import CreatingForm, Day, Form, Picks

CHANGED = (
    "Something here was changed since you opened this page. It is shown as it is now."
    " Look again, then keep your choice."
)
NAME_THE_DAY = "Choose the day on which your yes ends."
TOO_EARLY = "That day is over. Choose today or a later day."
TOO_FAR = "A yes lasts {months} months at most. Choose {day} or an earlier day."


class ChoosingForm(CreatingForm):
    """The yeses and not nows stand beside it, one for each cell of the board."""

    how_long = Picks("How long does a new yes last?")
    until_day = Day("The last day")

    months = 12
    changed_elsewhere = False

    def lasts(self, months: int) -> None:
        """Offer how long, with the day on which each ends."""
        self.months = months
        self.how_long.offer(
            [
                (HowLong.USUAL, f"{months} months" if months > 1 else "One month"),
                (HowLong.WEEK, "Just this week"),
                (HowLong.DAY, "Until a day I choose"),
            ]
        )
        self.how_long.data = self.how_long.data or HowLong.USUAL

    @property
    def notes(self) -> dict[str, str]:
        ends = {how: until(how, self.months) for how in (HowLong.USUAL, HowLong.WEEK)}
        return {str(how): f"Until {on_day(last_day(end))}" for how, end in ends.items()}

    @property
    def until(self) -> datetime:
        """Where the yeses end that are kept with this form."""
        how_long = HowLong(self.how_long.data or HowLong.USUAL)
        return until(how_long, self.months, self.until_day.data)

    def validate_until_day(self, field: Any) -> None:
        if self.how_long.data != HowLong.DAY:
            return
        if field.data is None:
            raise ValidationError(NAME_THE_DAY)
        if field.data < today():
            raise ValidationError(TOO_EARLY)
        latest = last_day(until(HowLong.USUAL, self.months))
        if field.data > latest:
            raise ValidationError(TOO_FAR.format(months=self.months, day=on_day(latest)))

    def say_that_it_changed(self) -> None:
        self.changed_elsewhere = True
        self.form_errors.append(CHANGED)


class OneForm(ChoosingForm):
    """One cell by itself: its answer, and how long a yes lasts."""

    answer = Picks(
        "What do you choose?", [("yes", "Yes"), ("not_now", "Not now")], required="Choose one."
    )

    @property
    def says_yes(self) -> bool:
        return bool(self.answer.data == "yes")


class WrittenReachForm(Form):
    """How far something goes that somebody else wrote."""

    reach = Picks("Who sees it?", required="Choose who sees it.")


class PinForm(Form):
    pin = PasswordField("Your PIN")


class Plain(Form):
    """A button: its token alone."""
