"""Every page that there is, by whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from flask import Flask

# What is no page, what goes on by itself, and what a journey opens with a link of its own.
NO_PAGES = {"static", "shell.brand_css", "shell.healthz", "shell.readyz"}
NO_PAGES |= {"accounts.stay", "drafts.key"}
WALKED_ELSEWHERE = {"shell.left", "home.home", "accounts.invited", "accounts.join"}

WHOSE = {
    "everyone": "nobody",
    "care leavers": "amina",
    "staff": "jo",
    "staff with adviser": "jo",
    "staff with adviser, manager": "jo",
    "staff with adviser, manager, practitioner": "jo",
    "staff with manager": "priya",
    "staff with importer": "dev",
    "staff with administrator": "ada",
    "staff with administrator, manager": "ada",
}


def pages_of(who: str, app: Flask, ids: dict[str, UUID]) -> Iterator[str]:
    """The addresses of this person's pages, with the ids of what there is to see."""
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint not in NO_PAGES | WALKED_ELSEWHERE:
            audience = getattr(app.view_functions[rule.endpoint], "audience", "")
            if WHOSE[audience] == who:
                own = {
                    name: ids.get(f"{rule.endpoint} {name}", ids[name]) for name in rule.arguments
                }
                yield _filled_in(rule.rule, own)


def _filled_in(address: str, ids: dict[str, UUID]) -> str:
    for name, id in ids.items():
        address = address.replace(f"<uuid:{name}>", str(id))
    return address
