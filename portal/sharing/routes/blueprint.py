"""Everything about sharing is one part of the site."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("sharing", __name__, url_prefix="/sharing")
