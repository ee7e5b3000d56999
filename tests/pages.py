"""What is true of every page and every fragment, whoever fetched it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import copy

import html5lib
from bs4 import BeautifulSoup, Tag

CAST = (
    "Amina", "Tyler", "Jo Marsh", "Sam Okafor", "Priya", "Harriet", "Nadia", "Vera", "Dev Patel",
    "Rae", "Fay", "Ada",
)  # fmt: skip
FORBIDDEN = re.compile(
    r"\b(users?|clients?|service users?|subjects?|submit\w*|submissions?|invalid|advisors?|agents?"
    r"|(?<!social )workers?|feedback items?|KPIs?|metrics?|opt-ins?|quiz\w*|snapshots?|tickets?"
    r"|sessions?|permissions?|(?<!in )(?<!that )cases?(?! (records?|systems?|notes?|files?)))\b",
    re.IGNORECASE,
)
NEEDS_A_LABEL = "input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea"


def complaints(html: str, *, fragment: bool, site_name: str) -> list[str]:
    """Everything that is wrong with this page, in a sentence each."""
    soup = BeautifulSoup(html, "html.parser")
    found = [*_not_html(html, fragment), *_fields(soup), *_forms(soup), *_htmx(soup)]
    found += [*_for_the_policy(soup), *_words(soup), *_ids(soup)]
    return found + list(_roots(soup) if fragment else _whole(soup, site_name))


def _not_html(html: str, fragment: bool) -> Iterator[str]:
    parser = html5lib.HTMLParser(strict=True)
    try:
        parser.parseFragment(html) if fragment else parser.parse(html)
    except html5lib.html5parser.ParseError as error:
        yield f"is not valid HTML: {error} at {parser.errors[-1][0] if parser.errors else '?'}"


def _whole(soup: BeautifulSoup, site_name: str) -> Iterator[str]:
    if len(soup.find_all("h1")) != 1:
        yield f"has {len(soup.find_all('h1'))} h1, not one"
    title = soup.title.get_text(strip=True) if soup.title else ""
    if not title.endswith(site_name) or any(name in title for name in CAST):
        yield f"has the title {title!r}"
    if not (soup.html and soup.html.get("lang")):
        yield "says not which language it is in"


def _roots(soup: BeautifulSoup) -> Iterator[str]:
    roots = [root for root in soup.find_all(recursive=False) if isinstance(root, Tag)]
    own = [root for root in roots if not root.get("hx-swap-oob")]
    if len(own) > 1:
        yield f"is a fragment with {len(own)} roots"
    if any(not root.get("id") and root.name != "title" for root in roots):
        yield "is a fragment whose root has no id"


def _fields(soup: BeautifulSoup) -> Iterator[str]:
    labelled = {label.get("for") for label in soup.find_all("label")}
    for field in soup.select(NEEDS_A_LABEL):
        named = field.get("aria-label") or field.get("aria-labelledby")
        if not (named or field.get("id") in labelled or field.find_parent("label")):
            yield f"has a field without a label: {field.get('name')}"


def _forms(soup: BeautifulSoup) -> Iterator[str]:
    for form in soup.find_all("form"):
        action = str(form.get("action", ""))
        if not action.startswith("/"):
            yield f"has a form without an action of ours: {action!r}"
        posts = str(form.get("method", "")).lower() == "post"
        if posts and action != "/leave" and not form.select("[name=form_token]"):
            yield f"has a form without its token: {action}"


def _htmx(soup: BeautifulSoup) -> Iterator[str]:
    for verb, plain in (("hx-get", ("href", "action")), ("hx-post", ("action", "formaction"))):
        for element in soup.select(f"[{verb}]"):
            address = element[verb]
            renews_itself = str(element.get("hx-trigger", "")).startswith(("every", "load"))
            if not renews_itself and address not in [element.get(name) for name in plain]:
                yield f"asks for {address} with htmx alone"


def _for_the_policy(soup: BeautifulSoup) -> Iterator[str]:
    for element in soup.find_all(True):
        if any(name == "style" or name.startswith(("on", "hx-on")) for name in element.attrs):
            yield f"has style or script inside of <{element.name}>"
        source = str(element.get("src") or (element.get("href") if element.name == "link" else ""))
        if source.startswith(("http:", "https:", "//")):
            yield f"fetches {source} from elsewhere"
    if any(not script.get("src") for script in soup.find_all("script")) or soup.find("style"):
        yield "has a script or a style sheet inside"


def _words(soup: BeautifulSoup) -> Iterator[str]:
    # What somebody wrote is theirs: it stands in elements that find their own direction.
    ours = copy(soup)
    for theirs in ours.select("[dir=auto], textarea, bdi"):
        theirs.extract()
    if found := FORBIDDEN.search(ours.get_text(" ")):
        yield f"says {found[0]!r}"


def _ids(soup: BeautifulSoup) -> Iterator[str]:
    ids = Counter(element["id"] for element in soup.select("[id]"))
    yield from (f"has the id {id} twice" for id, times in ids.items() if times > 1)
