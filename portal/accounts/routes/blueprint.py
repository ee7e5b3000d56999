"""Everything about accounts is one part of the site."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("accounts", __name__)
