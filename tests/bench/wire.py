"""Bytes on the wire: a first visit, and a further page, as a phone's browser asks for them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bs4 import BeautifulSoup

from portal import create_app
from portal.accounts.viewers import Housekeeping
from portal.config import from_environment
from portal.db import acting_as, clock, current_database
from portal.migrating import migrate
from tests import cast
from tests.bench.measure import Row, at_most
from tests.calling import Caller
from tests.serving import come_in, environment, serving

KB = 1000
FIRST, FURTHER = 100, 15
PAGES = ("/my-voice/", "/settings/", "/what-happened/", "/who-looked/")


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        settings = environment(place, f"sqlite:///{place / 'portal.db'}")
        app = create_app(from_environment(settings))
        with app.app_context():
            migrate(current_database().engine)
            with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
                amina = cast.settle().amina.id
        cookie = come_in(settings, amina)
        with serving(settings) as port:
            phone = Caller(port, cookie)
            first = _with_all_it_needs(phone, "/")
            further = max(_bytes(phone, page) for page in PAGES)
    return [
        at_most("a first visit, over the wire", first / KB, FIRST, " KB"),
        at_most("a further page, over the wire", further / KB, FURTHER, " KB"),
    ]


def _with_all_it_needs(caller: Caller, address: str) -> int:
    total, body = caller.weigh(address)
    page = BeautifulSoup(body, "html.parser")
    needed = {each["href"] for each in page.select("link[rel=stylesheet], link[rel=icon]")}
    needed |= {each["src"] for each in page.select("script[src], img[src]")}
    return total + sum(_bytes(caller, str(each)) for each in needed)


def _bytes(caller: Caller, address: str) -> int:
    return caller.weigh(address)[0]
