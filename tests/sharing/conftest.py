from __future__ import annotations

from tests.casefile.conftest import looks_at_amina

__all__ = ["looks_at_amina"]
