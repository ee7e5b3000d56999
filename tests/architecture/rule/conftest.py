from __future__ import annotations

from collections.abc import Iterator

import pytest

from portal.db import Database
from tests.architecture.rule.cells import cells
from tests.architecture.rule.databases import a_council
from tests.architecture.rule.everything import Everything
from tests.architecture.rule.filling import fill
from tests.architecture.rule.probes import make_probes
from tests.architecture.rule.small import small
from tests.databases import KINDS


@pytest.fixture(scope="module", params=KINDS)
def small_council(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    with a_council(request.param, tmp_path_factory.mktemp("small")) as database:
        fill(database.engine, small())
        make_probes(database.engine)
        yield database


@pytest.fixture(scope="module", params=KINDS)
def every_cell(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Everything]:
    world = cells()
    with a_council(request.param, tmp_path_factory.mktemp("cells")) as database:
        fill(database.engine, world)
        make_probes(database.engine)
        yield Everything(world)
