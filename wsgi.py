"""The portal, for granian, gunicorn and the flask command alike."""

from __future__ import annotations

import os
import sys

from portal import create_app, logs
from portal.config import SettingsMissing, from_environment

logs.start()

try:
    app = create_app(from_environment(os.environ))
except SettingsMissing as missing:
    # The reason alone: whoever sets a portal up needs no stack.
    sys.exit(str(missing))
