"""Measuring two things side by side: their ratio holds on any machine, their times do not."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

RUNS = 5
Row = tuple[str, str, str, bool]  # what, figure, goal, met


def at_most(what: str, figure: float, goal: float, unit: str = "", note: str = "") -> Row:
    return what, _said(figure, unit, note), f"at most {goal:g}{unit}", figure <= goal


def at_least(what: str, figure: float, goal: float, unit: str = "", note: str = "") -> Row:
    return what, _said(figure, unit, note), f"at least {goal:g}{unit}", figure >= goal


def _said(figure: float, unit: str, note: str) -> str:
    return f"{figure:.2f}{unit}" + (f" ({note})" if note else "")


def side_by_side(*things: Callable[[], float], runs: int = RUNS) -> list[float]:
    """The median of each, taken in turns, so that a busy moment hits them all."""
    taken = [[thing() for thing in things] for _ in range(runs)]
    return [median(each) for each in zip(*taken, strict=True)]
