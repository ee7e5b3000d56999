"""What templates may say with a bar: `entry.made_at|day_and_time`."""

from __future__ import annotations

from flask import Flask

from portal.text import fenced
from portal.web import dates, words


def init_app(app: Flask) -> None:
    for show in (
        dates.on_day,
        dates.at_time,
        dates.day_and_time,
        dates.ago,
        words.first_name,
        words.listed,
        fenced,
    ):
        app.add_template_filter(show)
    # `count` is Jinja's other name for `length`, which stays under that one.
    app.add_template_filter(words.count, "counted")
