from __future__ import annotations

import csv
import os
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from portal.records.codes import ACCOMMODATION, ACTIVITY, IN_TOUCH
from portal.records.models import RecordKind
from portal.records.rules import Rule, Unreadable
from portal.records.shapes import PUBLISHED
from tests.records.extracts import as_csv, read, rules_in

PERSON = ("pers_person_id", "pers_forename", "pers_sex", "pers_dob", "pers_common_child_id")
STATUS = (
    "clea_table_id",
    "clea_person_id",
    "clea_care_leaver_eligibility",
    "clea_care_leaver_in_touch",
    "clea_care_leaver_latest_contact",
    "clea_care_leaver_accommodation",
    "clea_care_leaver_accom_suitable",
    "clea_care_leaver_activity",
)
FINE = ("7", "A1", "Former relevant", "yes", "2026-10-01 00:00:00.000", "U", "1", "F4")


def with_cells(**changed: str) -> bytes:
    row = dict(zip(STATUS, FINE, strict=True)) | {f"clea_{k}": v for k, v in changed.items()}
    return as_csv([list(row.values())], STATUS)


def test_of_aminas_details_neither_name_nor_nhs_number_is_kept() -> None:
    (row,), _ = read(as_csv([("A1", "Amina", "F", "02/05/2006", "943 476 5919")], PERSON))

    assert row.kind is RecordKind.PERSON
    assert row.details == {"sex": "F", "dob": "2006-05-02"}
    assert "Amina" not in str(row)


def test_aminas_status_is_said_in_words_and_kept_in_codes() -> None:
    (row,), _ = read(as_csv([FINE], STATUS))

    assert (row.kind, row.happened_on) == (RecordKind.STATUS, date(2026, 10, 1))
    assert row.text.splitlines() == [
        "In touch: in touch (YES).",
        "Home: independent living (U1), held to be suitable.",
        "Doing: full time in an apprenticeship (F4).",
    ]
    assert row.details["home"] == "U"


@pytest.mark.parametrize(
    ("changed", "column", "rule"),
    [
        ({"care_leaver_in_touch": "MAYBE"}, "in_touch", Rule.IN_TOUCH),
        ({"care_leaver_activity": "F3"}, "activity", Rule.ACTIVITY),
        ({"care_leaver_accommodation": "Q"}, "accommodation", Rule.ACCOMMODATION),
        ({"care_leaver_accommodation": "X"}, "accommodation", Rule.ACCOMMODATION),
        ({"care_leaver_accom_suitable": "3"}, "accom_suitable", Rule.SUITABILITY),
        ({"care_leaver_eligibility": "Perhaps"}, "eligibility", Rule.ELIGIBILITY),
        ({"care_leaver_in_touch": "RHOM"}, "in_touch", Rule.DIED_OR_HOME),
        ({"care_leaver_activity": "0"}, "in_touch", Rule.IN_TOUCH_WITHOUT),
        ({"care_leaver_latest_contact": "24/11/2026"}, "latest_contact", Rule.FUTURE),
        ({"care_leaver_latest_contact": "soon"}, "latest_contact", Rule.DATE),
        ({"care_leaver_activity": "=F4"}, "activity", Rule.FORMULA),
    ],
)
def test_a_status_that_breaks_a_rule_is_refused(
    changed: dict[str, str], column: str, rule: Rule
) -> None:
    assert rules_in(with_cells(**changed)) == [(f"clea_care_leaver_{column}", rule)]


def test_a_row_without_its_person_is_refused() -> None:
    assert rules_in(with_cells(person_id="NULL")) == [("clea_person_id", Rule.MISSING)]


def test_a_file_of_another_shape_is_told_which_columns_it_lacks() -> None:
    with pytest.raises(Unreadable) as refused:
        read(as_csv([("1", "A1")], ("clea_table_id", "clea_person_id")))

    assert "ssd_care_leavers" in refused.value.what
    assert "clea_care_leaver_in_touch, clea_care_leaver_activity" in refused.value.what


@pytest.fixture
def real_data() -> Path:
    if "REAL_DATA" not in os.environ:
        pytest.skip("Skipped: REAL_DATA names no folder.")
    return Path(os.environ["REAL_DATA"])


def test_the_made_up_return_breaks_the_rules_that_it_is_known_to_break(real_data: Path) -> None:
    content = (real_data / "ssda903" / "oc3.csv").read_bytes()
    broken = Counter(rule for _, rule in rules_in(content))

    assert broken == {Rule.ACTIVITY: 12, Rule.ACCOMMODATION: 3, Rule.DIED_OR_HOME: 21}


def test_columns_and_codes_are_those_of_the_specification(real_data: Path) -> None:
    path = real_data / "ssd" / "data_objects_specification.csv"
    with path.open(newline="", encoding="utf-8-sig") as file:
        said = {row["field_name"]: "\n".join(row.values()) for row in csv.DictReader(file)}

    for shape in PUBLISHED[:2]:
        assert set(shape.needed) <= set(said)
    for column, known in (
        ("clea_care_leaver_in_touch", IN_TOUCH),
        ("clea_care_leaver_activity", ACTIVITY | {"F3": "", "P3": ""}),
        ("clea_care_leaver_accommodation", ACCOMMODATION),
    ):
        assert set(re.findall(r"^([A-Z]\d?|[A-Z]{2,4})\s+-", said[column], re.M)) == set(known)
