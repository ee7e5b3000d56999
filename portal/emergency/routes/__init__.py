"""The pages of emergencies: the form, and what a manager looks at."""

from __future__ import annotations

from portal.emergency.routes import deciding, listing, opening, outside, questions

PAGES = (deciding, listing, opening, outside, questions)
