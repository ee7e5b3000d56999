from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from flask import Flask
from jinja2 import nodes
from jinja2.meta import find_referenced_templates

from portal.config import ROOT
from tests.architecture.sources import files, named

TEMPLATES = files("templates", "*.html")
CODE = "\n".join(path.read_text() for path in files("portal", "*.py"))
RISKY = re.compile(r"\|\s*safe\b|\bhx-on|\bhx-ext|\bjs:|javascript:|\son\w+=|\sstyle=|<style")


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT / "templates"))


def parsed(app: Flask) -> Iterator[tuple[str, nodes.Template]]:
    for path in TEMPLATES:
        yield relative(path), app.jinja_env.parse(path.read_text(encoding="utf-8"))


def test_every_template_that_is_named_is_there(app: Flask) -> None:
    there = {relative(path) for path in TEMPLATES}
    named_in_templates = {
        other for _, tree in parsed(app) for other in find_referenced_templates(tree) if other
    }
    named_in_code = set(re.findall(r'"([a-z_]+/[a-z_/]+\.html)"', CODE))

    assert (named_in_templates | named_in_code) - there == set()


def test_every_template_is_used(app: Flask) -> None:
    used = {other for _, tree in parsed(app) for other in find_referenced_templates(tree)}
    unused = [
        name
        for name, _ in parsed(app)
        if name not in used and f'"{name}"' not in CODE and not name.startswith("errors/")
    ]

    assert unused == []


def test_nothing_is_imported_into_a_template_and_left_unused(app: Flask) -> None:
    unused = []
    for name, tree in parsed(app):
        names = {each.name for each in tree.find_all(nodes.Name) if each.ctx == "load"}
        for imported in tree.find_all(nodes.FromImport):
            known = [each if isinstance(each, str) else each[1] for each in imported.names]
            unused += [f"{name}: {each}" for each in known if each not in names]

    assert unused == []


def test_no_template_holds_what_the_policy_forbids_or_escapes_nothing() -> None:
    risky = {
        named(path): found[0]
        for path in TEMPLATES
        if (found := RISKY.search(path.read_text(encoding="utf-8")))
    }

    assert risky == {}


def test_every_live_part_says_itself_what_it_swaps() -> None:
    silent = [
        f"{named(path)}: {tag[:60]}"
        for path in TEMPLATES
        for tag in re.findall(r"<[a-z]+\s[^>]*?hx-(?:get|post)=[^>]*>", path.read_text())
        if "hx-target" not in tag or "hx-swap" not in tag
    ]

    assert silent == []
