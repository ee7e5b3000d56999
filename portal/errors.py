"""What can stand in the way of what somebody asked for. Each becomes one calm page or fragment."""

from __future__ import annotations


class Trouble(Exception):
    """Something that the person who asked can be told."""

    status = 500

    def __init__(self, what: str = "") -> None:
        """`what` is a sentence for the page: no names, nothing that somebody wrote."""
        super().__init__(what)
        self.what = what


class NotAllowed(Trouble):
    """They may see the page, and may not do this."""

    status = 403


class Conflict(Trouble):
    """It was changed, done or ended in the meantime."""

    status = 409


class TooLarge(Trouble):
    """More than this page takes."""

    status = 413


class TooMany(Trouble):
    """Too many tries; it can be tried again after so many seconds."""

    status = 429

    def __init__(self, seconds: int, what: str = "") -> None:
        super().__init__(what)
        self.seconds = seconds
