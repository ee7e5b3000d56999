from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from portal.web.error_pages import KNOWN, answer
from tests.client import HTMX
from tests.pages import complaints

MORE: dict[str, Any] = {"reference": "ab12cd34", "seconds": 90, "what": "Use the command instead."}


@pytest.mark.parametrize("status", KNOWN)
def test_each_error_page_is_whole_and_says_what_to_do(app: Flask, status: int) -> None:
    with app.test_request_context("/anywhere"):
        page = answer(status, **MORE).get_data(as_text=True)

    assert complaints(page, fragment=False, site_name="My Say") == []
    assert "01632 960 999" in page
    assert ("ab12cd34" in page) is (status == 500)
    assert "Traceback" not in page


@pytest.mark.parametrize("status", KNOWN)
def test_each_error_is_a_notice_to_htmx(app: Flask, status: int) -> None:
    with app.test_request_context("/anywhere", headers=HTMX):
        notice = answer(status, **MORE).get_data(as_text=True)

    assert complaints(notice, fragment=True, site_name="My Say") == []
    assert 'id="notice"' in notice
