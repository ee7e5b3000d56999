"""Every page that there is, by whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Flask

# What is no page, what goes on by itself, and what a journey opens with a link of its own.
NO_PAGES = {"static", "shell.brand_css", "shell.healthz", "shell.readyz"}
NO_PAGES |= {"accounts.stay", "drafts.key", "notes_passages.now"}
NO_PAGES |= {"sharing.receipt_as_text", "sharing.receipt_as_json"}
WALKED_ELSEWHERE = {"shell.left", "home.home", "accounts.invited", "accounts.join"}

WHOSE = {
    "everyone": "nobody",
    "care leavers": "amina",
    "staff": "jo",
    "whoever is signed in": "jo",
    "staff with adviser": "jo",
    "staff with adviser, manager": "jo",
    "staff with adviser, manager, practitioner": "jo",
    "staff with manager": "priya",
    "staff with importer": "dev",
    "staff with administrator": "ada",
    "staff with administrator, manager": "ada",
}


def pages_of(who: str, app: Flask, ids: dict[str, Any]) -> Iterator[str]:
    """The addresses of this person's pages, with the ids of what there is to see."""
    everywhere = app.url_map.bind("")
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint not in NO_PAGES | WALKED_ELSEWHERE:
            audience = getattr(app.view_functions[rule.endpoint], "audience", "")
            if WHOSE[audience] == who:
                own = {
                    name: ids.get(f"{rule.endpoint} {name}", ids[name]) for name in rule.arguments
                }
                yield everywhere.build(rule.endpoint, own)
