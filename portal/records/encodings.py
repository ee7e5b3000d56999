"""In which encoding an extract is written, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from functools import partial
from typing import BinaryIO

from portal.records.rules import Unreadable

NOT_TEXT = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF", b"7z\xbc\xaf")
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CHUNK = 1 << 18

_undecoded = re.compile("[\udc80-\udcff]")
_beyond_ascii = re.compile("[^\x00-\x7f\udc80-\udcff]")


def encoding_of(file: BinaryIO) -> str:
    """Raises Unreadable for a workbook, a packed file, or text in another encoding."""
    file.seek(0)
    head = file.read(4096)
    if head.startswith(NOT_TEXT):
        raise Unreadable("This is a workbook or a packed file, not CSV. Save it as CSV first.")
    if head.startswith(WIDE) or head.count(0) > len(head) // 8:
        raise Unreadable("The file is not in UTF-8. Save it as “CSV UTF-8” first.")
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    return "utf-8" if _is_utf8(file) else "cp1252"


def _is_utf8(file: BinaryIO) -> bool:
    """A file with a few broken bytes among good ones is broken, not Windows-1252."""
    decode = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode
    good = broken = 0
    file.seek(0)
    for chunk in iter(partial(file.read, CHUNK), b""):
        text = decode(chunk)
        if not text.isascii():
            broken += len(_undecoded.findall(text))
            good += len(_beyond_ascii.findall(text))
    return broken == 0 or good > broken
