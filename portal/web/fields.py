"""Kinds of question on our forms, each saying in plain words what to mend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from flask import flash
from wtforms import DateField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice, SelectFieldBase
from wtforms.validators import StopValidation

from portal.text import LONGEST, cleaned, one_line

BROKEN = "Part of this did not arrive whole, so we left it out. Read it again, then send it."
TAKEN_OUT = "We took out hidden characters. Your words are as you see them."
CHOOSE = "Choose one of these."
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y")


class Words(TextAreaField):
    """Somebody's own words, kept as they typed them but for what cannot be kept."""

    def __init__(
        self, label: str, *, required: str = "", longest: int = LONGEST, **kwargs: Any
    ) -> None:
        super().__init__(label, **kwargs)
        self.required_message, self.longest = required, longest
        self.broken = self.taken_out = 0

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            result = cleaned(valuelist[0])
            self.data, self.broken, self.taken_out = result.text, result.broken, result.taken_out

    def pre_validate(self, form: Any) -> None:
        length = len(self.data or "")
        if self.broken:
            raise StopValidation(BROKEN)
        if self.required_message and not (self.data or "").strip():
            raise StopValidation(self.required_message)
        if length > self.longest:
            raise StopValidation(
                f"This has {length:,} characters. The most is {self.longest:,}."
                " Make it shorter, or send it in two parts."
            )

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        if self.taken_out and not self.errors:
            flash(TAKEN_OUT)


class Line(StringField):
    """A few words on one line."""

    def __init__(
        self, label: str, *, required: str = "", longest: int = 200, **kwargs: Any
    ) -> None:
        super().__init__(label, **kwargs)
        self.required_message, self.longest = required, longest

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = one_line(valuelist[0])

    def pre_validate(self, form: Any) -> None:
        if self.required_message and not self.data:
            raise StopValidation(self.required_message)
        if len(self.data or "") > self.longest:
            raise StopValidation(f"Use {self.longest} characters at most.")


class _Choosing(SelectFieldBase):
    """One of a few; nothing chosen is None, and allowed unless a message says otherwise."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        required: str = "",
        **kwargs: Any,
    ) -> None:
        self.required_message = required
        super().__init__(label, **kwargs)
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """What can be chosen: values with their words."""
        self.choices = [SelectChoice(value=str(value), label=name) for value, name in choices]

    def process_data(self, value: object) -> None:
        self.data = None if value is None or value == "" else str(value)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = (valuelist[0] or None) if valuelist else None

    def pre_validate(self, form: Any) -> None:
        if self.data is None:
            if self.required_message:
                raise StopValidation(self.required_message)
        elif self.data not in [choice.value for choice in self.choices]:
            raise StopValidation(CHOOSE)


class Picks(_Choosing, RadioField):
    """One of a few, all in sight."""


class Menu(_Choosing, SelectField):
    """One of many, behind a menu."""


class Day(DateField):
    """A day, from the phone's own calendar or as people write it."""

    def __init__(self, label: str, *, required: str = "", **kwargs: Any) -> None:
        super().__init__(label, format=list(DAYS), **kwargs)
        self.required_message = required
        self.invalid_value_message = "Write the day like this: 27/3/2026."

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = [value.strip() for value in valuelist if value.strip()]
        self.data = None
        super().process_formdata(typed)

    def pre_validate(self, form: Any) -> None:
        if self.required_message and self.data is None and not self.process_errors:
            raise StopValidation(self.required_message)


class FormKey(HiddenField):
    """Made with the page, so that sending it twice makes one thing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("", default=uuid4, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            self.data = UUID(valuelist[0])
        except (IndexError, ValueError):
            self.data = uuid4()
