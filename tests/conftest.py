"""The app on both databases, the cast, and a phone or a laptop for each of them."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from portal import create_app
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, current_database
from tests import cast
from tests.client import Client
from tests.councils import westmoor
from tests.databases import KINDS, a_database, empty
from tests.migrating import upgrade
from tests.signing_in import Person, browser_of, viewer_of

Asking = Callable[..., AbstractContextManager[Session]]
HERE = ("127.0.0.1", "::1", "localhost")
SignedInAs = Callable[[Person], Client]


@pytest.fixture(scope="session", autouse=True)
def nobody_else_is_asked() -> Iterator[None]:
    """Nothing of the portal asks another machine for anything."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else HERE[0]
        assert host in HERE, f"The portal asked {host}."
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_here)
        yield


@pytest.fixture(scope="session", params=KINDS)
def portal_app(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """One app a database, for the whole run: making it costs more than most tests."""
    folder = tmp_path_factory.mktemp(request.param)
    with a_database(request.param, folder) as url:
        upgrade(url)
        app = create_app(westmoor(folder, url))
        app.test_client_class = Client
        yield app
        with app.app_context():
            current_database().engine.dispose()


@pytest.fixture
def app(portal_app: Flask) -> Iterator[Flask]:
    """The app with nobody in it."""
    with portal_app.app_context():
        yield portal_app
        empty(current_database().engine)


@pytest.fixture
def client(app: Flask) -> Client:
    """Somebody's browser, with nobody signed in."""
    browser = app.test_client()
    assert isinstance(browser, Client)
    return browser


@pytest.fixture
def signed_in(app: Flask) -> SignedInAs:
    """`signed_in(amina)` is her phone, `signed_in(jo)` his laptop."""
    return lambda person: browser_of(app, person)


@pytest.fixture
def asking(app: Flask) -> Asking:
    """`with asking(amina, writes=True):` asks the database as that person."""

    @contextmanager
    def ask(person: Person, *, writes: bool = False) -> Iterator[Session]:
        with acting_as(viewer_of(person), writes=writes) as session:
            yield session

    return ask


@pytest.fixture
def town(app: Flask) -> cast.Town:
    """Everybody, as they were settled long ago."""
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        return cast.settle()


def _one_of_the_cast(name: str) -> Callable[..., object]:
    def person(town: cast.Town) -> object:
        return getattr(town, name)

    return pytest.fixture(name=name)(person)


for _name in cast.NAMES:
    globals()[f"_{_name}"] = _one_of_the_cast(_name)
