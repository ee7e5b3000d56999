from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from portal.config import ROOT
from tests.architecture.sources import files, named, tree

# Put together here, so that this file does not hold them itself.
FOREIGN = re.compile(
    "|".join(
        (
            "TO" + "DO|FIX" + "ME",
            "/wo" + "rk/|/ro" + "ot/",
            "pypi" + r"\.org|python" + "hosted|npm" + r"js\.(org|com)",
            r"\biss" + r"ue #?\d",
        )
    )
)
NEVER = re.compile(
    r"(^|_)(user|client|submit|submission|advisor|ticket|quiz|kpi|opt_in|snapshot)s?(_|$)", re.I
)
# Names that belong to somebody else's code, or to the language of the web.
BORROWED = {"test_client", "client"}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def names(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def test_nothing_here_speaks_of_how_it_was_made() -> None:
    found = {}
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if match := FOREIGN.search(text):
            found[named(path)] = match[0]

    assert found == {}


def test_names_in_the_code_are_the_words_of_the_house() -> None:
    found = [
        f"{named(path)}: {name}"
        for path in files("portal", "*.py")
        for name in names(tree(path))
        if NEVER.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)) and name not in BORROWED
    ]

    assert found == []


def test_no_folder_is_empty() -> None:
    folders = {path.parent for path in tracked()}

    assert all(any(folder.iterdir()) for folder in folders)
