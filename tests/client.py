"""A phone or a laptop in somebody's hand: it looks hard at every page that it gets."""

from __future__ import annotations

import secrets
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from portal import config
from tests.pages import complaints

HTMX = {"HX-Request": "true"}


class Client(FlaskClient):
    """Fails the test that fetched a page with something wrong on it."""

    checks = True

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        # Each request with a context of its own, as on a server: browsers share nothing.
        with self.application.app_context():
            response = super().open(*args, **kwargs)
        shown = (
            response.mimetype == "text/html" and response.data and response.status_code // 100 != 3
        )
        if self.checks and shown:
            self._check(response)
        return response

    def post(self, *args: Any, token: bool = True, **kwargs: Any) -> TestResponse:
        """With a fresh token, as a page that was just opened has."""
        data = kwargs.get("data")
        if token and "json" not in kwargs and (data is None or isinstance(data, dict)):
            kwargs["data"] = {"form_token": self.form_token()} | (data or {})
        return super().post(*args, **kwargs)

    def page(self, address: str, **kwargs: Any) -> BeautifulSoup:
        """The page at this address, which must be there."""
        response = self.get(address, **kwargs)
        assert response.status_code == 200, f"{address} answered {response.status_code}"
        return BeautifulSoup(response.text, "html.parser")

    def fill_in(
        self, address: str, action: str | None = None, htmx: bool = False, **typed: Any
    ) -> TestResponse:
        """Open the page, fill in the form that goes there, and send it as a browser would."""
        page = self.page(address)
        form = page.select_one(f'form[action="{action}"]' if action else "main form[method=post]")
        assert form is not None, f"{address} has no form that goes to {action}"
        fields = filled_in(form)
        unknown = set(typed) - {str(field.get("name")) for field in form.select("[name]")}
        assert not unknown, f"{address} asks nothing called {unknown}"
        headers = HTMX if htmx else {}
        data = {name: value for name, value in (fields | typed).items() if value is not None}
        return self.post(str(form["action"]), data=data, token=False, headers=headers)

    def form_token(self) -> str:
        with self.session_transaction() as kept:
            mine = kept.setdefault("form_token", secrets.token_hex(20))
        key = str(self.application.secret_key)
        return str(URLSafeTimedSerializer(key, salt="wtf-csrf-token").dumps(mine))

    def _check(self, response: TestResponse) -> None:
        asked = response.request
        with self.application.app_context():
            name = config.current().site_name
        fragment = asked.headers.get("HX-Request") == "true" and "<html" not in response.text
        wrong = complaints(response.text, fragment=fragment, site_name=name)
        if asked.path == "/left":  # pretends to be nothing of ours
            wrong = [each for each in wrong if "has the title" not in each]
        assert not wrong, f"{asked.method} {asked.path} " + "; ".join(wrong)


def filled_in(form: Tag) -> dict[str, str]:
    """What a browser would send if nobody touched the form."""
    values = {str(field["name"]): _value(field) for field in _sent(form)}
    return {name: value for name, value in values.items() if value is not None}


def _sent(form: Tag) -> list[Tag]:
    untouched = "[type=radio]:not([checked]), [type=checkbox]:not([checked])"
    buttons = "[type=submit], [type=button], [type=file]"
    return form.select(f":is(input, textarea, select)[name]:not({untouched}, {buttons})")


def _value(field: Tag) -> str | None:
    if field.name == "textarea":
        return field.get_text().removeprefix("\r").removeprefix("\n")
    if field.name == "select":
        chosen = field.select_one("option[selected]") or field.select_one("option")
        return str(chosen.get("value", chosen.get_text())) if chosen else None
    return str(field.get("value", "on" if field.get("type") in ("radio", "checkbox") else ""))
