"""Every route and whom it is for, as text: `python -m tests.architecture.route_table` writes it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from werkzeug.routing import Rule

from portal import create_app
from portal.config import demo_settings

TABLE = Path(__file__).with_name("routes.txt")
PLAIN = ("HEAD", "OPTIONS")


def table(app: Flask) -> list[str]:
    """One line a route: its address, its methods, its name, its audience."""
    return sorted(
        _line(app, rule) for rule in app.url_map.iter_rules() if rule.endpoint != "static"
    )


def audience(app: Flask, rule: Rule) -> str | None:
    found = getattr(app.view_functions[rule.endpoint], "audience", None)
    return None if found is None else str(found)


def _line(app: Flask, rule: Rule) -> str:
    methods = ",".join(sorted((rule.methods or set()).difference(PLAIN)))
    return f"{rule.rule}  {methods}  {rule.endpoint}  {audience(app, rule)}"


def every_route(folder: Path) -> Flask:
    """The app that has most of them: the one for trying out."""
    return create_app(demo_settings(folder=folder))


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        lines = table(every_route(Path(made)))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
