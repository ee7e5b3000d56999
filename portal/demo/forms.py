"""The one button of a page of the demo."""

from __future__ import annotations

from portal.web.forms import Form


class ComeIn(Form):
    """Asks for nothing but that the button was pressed on our own page."""
