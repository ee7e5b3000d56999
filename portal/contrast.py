"""How well two colours can be told apart, as WCAG 2 reckons it."""

from __future__ import annotations

import re

ENOUGH = 4.5
HEX = re.compile(r"#[0-9a-fA-F]{6}")
WHITE = "#ffffff"
PAPER = "#fbf6ef"


def is_colour(text: str) -> bool:
    return HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def darker(colour: str, by: float = 0.3) -> str:
    """The same colour with less light in it."""
    return "#" + "".join(f"{round(part * (1 - by)):02x}" for part in _parts(colour))


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
