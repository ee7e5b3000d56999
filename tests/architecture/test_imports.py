from __future__ import annotations

import os

import pytest
from importlinter.cli import lint_imports

from portal.config import ROOT


def test_imports_go_downwards_and_the_domain_knows_no_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)

    assert lint_imports(no_cache=True) == os.EX_OK
