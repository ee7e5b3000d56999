"""The council's colour, as the only style that is not a file."""

from __future__ import annotations

from portal.config import Settings
from portal.contrast import WHITE, darker


def brand_css(settings: Settings) -> str:
    deep = darker(settings.brand)
    return f":root{{--brand:{settings.brand};--brand-deep:{deep};--on-brand:{WHITE}}}\n"
