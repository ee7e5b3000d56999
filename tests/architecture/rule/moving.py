"""Moves time on: a later instant sees every span of the world as that much further back."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from tests.architecture.rule.plain import World


def moved(world: World, on: timedelta) -> World:
    """The same world as it is to somebody who asks that much later."""
    return replace(
        world, **{each.name: _earlier(getattr(world, each.name), on) for each in fields(world)}
    )


def _earlier(thing: Any, by: timedelta) -> Any:
    if isinstance(thing, datetime):
        return thing - by
    if isinstance(thing, tuple):
        return tuple(_earlier(each, by) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        changed = {each.name: _earlier(getattr(thing, each.name), by) for each in fields(thing)}
        return replace(thing, **changed)
    return thing
