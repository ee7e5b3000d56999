"""Uploaded files: kept while an import needs them, and gone when it ends."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from portal import config
from portal.records.rules import Unreadable


def folder() -> Path:
    return config.current().folder / "imports"


def keep(import_id: UUID, upload: BinaryIO) -> str:
    """Copy an upload where only the portal itself can read it."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder() / f"{import_id}.csv"
    upload.seek(0)
    with open(path, "wb", opener=_for_us_alone) as kept:
        shutil.copyfileobj(upload, kept)
    return str(path)


@contextmanager
def opened(path: str | None) -> Iterator[BinaryIO]:
    try:
        file = open(path or "", "rb")  # noqa: SIM115
    except OSError:
        raise Unreadable("The file is no longer there. Choose it again.") from None
    with file:
        yield file


def forget(path: str | None) -> None:
    """Remove an upload. A file that the command was given is not ours to remove."""
    if path and Path(path).parent == folder():
        with suppress(FileNotFoundError):
            Path(path).unlink()


def forget_all_but(paths: set[str]) -> None:
    """Remove the uploads that no import knows of: what sent them never ended well."""
    for path in folder().glob("*.csv"):
        if str(path) not in paths:
            forget(str(path))


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
