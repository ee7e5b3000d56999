from __future__ import annotations

import json
import re

import pytest

from portal.config import ROOT


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "package-lock.json"])
def test_no_lock_names_a_host(name: str) -> None:
    assert "://" not in (ROOT / name).read_text()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_python_package_is_pinned_with_its_hashes(name: str) -> None:
    packages = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())

    assert all("==" in package and "--hash=sha256:" in package for package in packages)


def test_every_package_for_the_browser_is_pinned_with_its_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    assert all(each.get("integrity") for name, each in packages.items() if name)


def test_the_packages_asked_for_are_exact() -> None:
    asked = json.loads((ROOT / "package.json").read_text())
    versions = {**asked.get("dependencies", {}), **asked.get("devDependencies", {})}

    assert versions
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions.values())
