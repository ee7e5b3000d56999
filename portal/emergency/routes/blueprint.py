"""Emergencies and the manager's list are one part of the site."""

from __future__ import annotations

from flask import Blueprint

from portal.accounts.guards import staff_with
from portal.accounts.models import Duty

bp = Blueprint("emergency", __name__, url_prefix="/emergency")
FOR = (Duty.ADVISER, Duty.MANAGER, Duty.PRACTITIONER)
may_open = staff_with(*FOR)
managers = staff_with(Duty.MANAGER)
