"""The rooms of the portal, in the order in which they are added to the app."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

import portal.casefile.models
import portal.drafts.models
import portal.promises.models
import portal.voice.models  # noqa: F401
from portal import migrating
from portal.accounts import routes as accounts
from portal.casefile import part as casefile
from portal.config import Settings
from portal.consent import routes as consent
from portal.council import part as council
from portal.demo import routes as demo
from portal.drafts import routes as drafts
from portal.emergency import part as emergency
from portal.notes import part as notes
from portal.promises import routes as promises
from portal.records import part as records
from portal.sample import commands as sample
from portal.sharing import part as sharing
from portal.voice import part as voice

Part = Callable[[Flask, Settings], None]

PARTS: tuple[Part, ...] = (
    migrating.init_app,
    accounts.init_app,
    consent.init_app,
    emergency.init_app,
    council.init_app,
    drafts.init_app,
    promises.init_app,
    voice.init_app,
    notes.init_app,
    records.init_app,
    casefile.init_app,
    sharing.init_app,
    sample.init_app,
    demo.init_app,
)
