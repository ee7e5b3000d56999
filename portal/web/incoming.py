"""What comes in with a request, before anybody reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Any, TypeVar
from urllib.parse import parse_qsl

from flask import Flask, Request, abort, current_app, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from portal.errors import TooLarge

LARGEST = 4 * 1024 * 1024  # of a form; a view that takes files allows more for itself
NUL = ("%00", "\x00")

View = TypeVar("View", bound=Callable[..., Any])


def init_app(app: Flask) -> None:
    app.request_class = Incoming
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST
    app.before_request(_refuse_what_no_address_holds)
    app.before_request(_take_it_all_in)


def takes_up_to(largest: int, too_large: str) -> Callable[[View], View]:
    """For a view that takes files: how large a form may be, and what to say of a larger one."""

    def mark(view: View) -> View:
        view.takes_up_to, view.too_large = largest, too_large  # type: ignore[attr-defined]
        return view

    return mark


class _Forms(FormDataParser):
    """Keeps bytes that are no text recognisable, so that the form can say so."""

    def _parse_urlencoded(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str]
    ) -> Any:
        body = stream.read().decode(errors="surrogateescape")
        items = parse_qsl(body, keep_blank_values=True, errors="surrogateescape")
        return stream, self.cls(items), self.cls()


class Incoming(Request):
    form_data_parser_class = _Forms


def _refuse_what_no_address_holds() -> None:
    # PostgreSQL refuses a NUL in any text, and nothing that is here has one in its address.
    address = request.path + request.query_string.decode("latin-1")
    if any(nul in address for nul in NUL):
        abort(404)


def _take_it_all_in() -> None:
    """Before anything is opened that others wait for: what comes from far may come slowly."""
    view = current_app.view_functions.get(request.endpoint or "")
    request.max_content_length = getattr(view, "takes_up_to", LARGEST)
    try:
        len(request.form)
    except RequestEntityTooLarge:
        raise TooLarge(getattr(view, "too_large", "")) from None
