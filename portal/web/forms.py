"""The base of every form: its token, its key, and what stands beside what needs mending."""

from __future__ import annotations

from typing import Any

from flask import g
from flask_wtf import FlaskForm
from flask_wtf.csrf import validate_csrf
from flask_wtf.form import _FlaskFormCSRF
from wtforms import StringField, ValidationError

from portal.text import BROKEN
from portal.web.fields import Day, FormKey, Line, Menu, Picks, Words

__all__ = ["CreatingForm", "Day", "Form", "Line", "Menu", "Picks", "Words"]

STALE = "This page was open for a long time. Your words are still here. Please send again."


class _Token(_FlaskFormCSRF):
    """A missing or stale token is to be mended like anything else, and costs nobody their words."""

    def validate_csrf_token(self, form: Any, field: Any) -> None:
        meta = self.meta
        try:
            validate_csrf(field.data, meta.csrf_secret, meta.csrf_time_limit, meta.csrf_field_name)
        except ValidationError as stale:
            raise ValidationError(STALE) from stale
        g.token_checked = True


class Form(FlaskForm):
    """Asks for its token, and keeps everything typed when something needs mending."""

    class Meta(FlaskForm.Meta):
        csrf_class = _Token

        def bind_field(self, form: Any, unbound_field: Any, options: dict[str, Any]) -> Any:
            field = super().bind_field(form, unbound_field, options)
            if isinstance(field, StringField):
                field.filters = (_storable, *(field.filters or ()))
            return field

    @property
    def mends(self) -> list[tuple[str, str]]:
        """What needs mending: the id of each field and what to do, in the order of the page."""
        shown = [field for field in self if field.name not in ("form_token", "form_key")]
        first = shown[0].id if shown else ""
        of_the_form = [(first, str(error)) for error in self.form_token.errors]
        of_the_form += [(first, str(error)) for error in self.form_errors]
        return of_the_form + [(field.id, str(error)) for field in shown for error in field.errors]


class CreatingForm(Form):
    """A form that makes something: sending it twice makes one."""

    form_key = FormKey()


def _storable(typed: Any) -> Any:
    """No database keeps these, and no question needs them."""
    return BROKEN.sub("", typed) if isinstance(typed, str) else typed
