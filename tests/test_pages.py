from __future__ import annotations

import pytest

from tests.pages import complaints

GOOD = """<!doctype html><html lang="en-GB"><head><title>Say something - My Say</title></head>
<body><h1>Say something</h1><form method="post" action="/my-voice/" hx-post="/my-voice/">
<input type="hidden" name="form_token" value="t"><label for="words">Words</label>
<textarea id="words" name="words"></textarea><button>Send to Jo</button></form>
<p dir="auto">The user agent submitted an invalid ticket.</p></body></html>"""


def wrong(html: str, *, fragment: bool = False) -> str:
    return "; ".join(complaints(html, fragment=fragment, site_name="My Say"))


def test_a_good_page_has_nothing_wrong_with_it() -> None:
    assert wrong(GOOD) == ""


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("<h1>Say something</h1>", "<p>Say something</p>", "has 0 h1"),
        ("</h1>", "</h1><h1>Again</h1>", "has 2 h1"),
        ("Say something - My Say", "Say something", "has the title"),
        ("Say something - My Say", "Amina - My Say", "has the title"),
        ('lang="en-GB"', "", "which language"),
        ('name="form_token"', 'name="token"', "without its token"),
        ('for="words"', 'for="other"', "without a label: words"),
        ('action="/my-voice/"', "", "without an action"),
        ('hx-post="/my-voice/"', 'hx-post="/elsewhere"', "with htmx alone"),
        ("<button>", '<button style="color:red">', "style or script inside of <button>"),
        ("<button>", '<button onclick="x()">', "style or script inside of <button>"),
        ("<button>", "<script>x()</script><button>", "a script or a style sheet inside"),
        ("<button>", '<img alt="" src="https://x.example/y.png"><button>', "from elsewhere"),
        ("Send to Jo", "Submit", "says 'Submit'"),
        ("Send to Jo", "Open the case", "says 'case'"),
        ("<button>", '<button id="words">', "the id words twice"),
        ("<button>", "<button></p>", "not valid HTML"),
    ],
)
def test_each_thing_that_is_wrong_is_said(before: str, after: str, complaint: str) -> None:
    assert complaint in wrong(GOOD.replace(before, after, 1))


@pytest.mark.parametrize("allowed", ["a case record", "just in case", "their social worker"])
def test_ordinary_turns_of_phrase_are_not_mistaken(allowed: str) -> None:
    assert wrong(GOOD.replace("Send to Jo", allowed)) == ""


@pytest.mark.parametrize(
    ("fragment", "complaint"),
    [
        ('<p id="a">One</p>', ""),
        ('<p id="a">One</p><div id="said" hx-swap-oob="true">Said</div>', ""),
        ('<p id="a">One</p><p id="b">Two</p>', "a fragment with 2 roots"),
        ("<p>One</p>", "whose root has no id"),
    ],
)
def test_a_fragment_is_one_element_with_an_id(fragment: str, complaint: str) -> None:
    assert complaint in wrong(fragment, fragment=True)
    assert bool(complaint) == bool(wrong(fragment, fragment=True))
