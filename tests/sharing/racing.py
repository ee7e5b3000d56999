"""Many who read somebody's page at the same time, while what they may see there changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.calling import Caller

PATIENCE = 240  # seconds: a hundred readers may share two cores with other tests


@dataclass(frozen=True)
class Reading:
    """One answer: when it was asked for, when it was there, and what stood in it."""

    began: float
    ended: float
    status: int
    page: str


class Readers:
    """They read on and on, until the last thing that was chosen has been read often enough."""

    def __init__(self, port: int, cookie: str, address: str, many: int) -> None:
        self.address, self.readings = address, list[Reading]()
        self.faults: list[Exception] = []
        self._one_more, self._enough = threading.Condition(), threading.Event()
        self._threads = [
            threading.Thread(target=self._read, args=(Caller(port, cookie, PATIENCE),), daemon=True)
            for _ in range(many)
        ]

    def begun_since(self, when: float) -> int:
        return sum(1 for each in list(self.readings) if each.began > when)

    def wait_for(self, number: int, begun_since: float) -> None:
        """Until so many have been answered that were asked for later than this."""

        def answered() -> bool:
            return bool(self.faults) or self.begun_since(begun_since) >= number

        with self._one_more:
            assert self._one_more.wait_for(answered, PATIENCE), "The readers got no answer."
        assert self.faults == []

    def _read(self, caller: Caller) -> None:
        try:
            while not self._enough.is_set():
                began = time.monotonic()
                status, body = caller.ask("GET", self.address)
                self._keep(Reading(began, time.monotonic(), status, body.decode()))
        except Exception as fault:
            self.faults.append(fault)
        finally:
            caller.hang_up()
            with self._one_more:
                self._one_more.notify_all()

    def _keep(self, reading: Reading) -> None:
        with self._one_more:
            self.readings.append(reading)
            self._one_more.notify_all()

    @contextmanager
    def reading(self) -> Iterator[None]:
        for thread in self._threads:
            thread.start()
        try:
            yield
        finally:
            self._enough.set()
            for thread in self._threads:
                thread.join(PATIENCE)
