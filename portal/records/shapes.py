"""The shapes that a file can have: the published ones, which are the same in every council.

Of a person only what a page may need is kept: names and the numbers of other registers are not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.records.cells import Cells, Places
from portal.records.codes import NONE, Status
from portal.records.models import RecordKind
from portal.records.rows import Read
from portal.records.rules import Rule, Unreadable

ELIGIBILITY = {"relevant", "former relevant", "eligible", "qualifying", "no current eligibility"}
PERSON = ("sex", "gender", "ethnicity", "nationality", "send_flag", "is_mother")


@dataclass(frozen=True)
class Shape:
    """What a file is made of, and how one of its rows is read."""

    name: str
    id_column: str
    needed: tuple[str, ...]
    read: Callable[[Cells], Read]

    def lacks(self, columns: Sequence[str]) -> list[str]:
        places = Places(columns)
        return [column for column in self.needed if places[column] is None]

    def expect(self, columns: Sequence[str]) -> None:
        """Raises Unreadable with the names of the columns that are missing."""
        if lacks := self.lacks(columns):
            raise Unreadable(
                f"The file has not the shape of {self.name}. It lacks: {', '.join(lacks)}."
            )


def published_shape(columns: Sequence[str]) -> Shape:
    """The shape that these columns belong to, or else what the nearest one lacks."""
    nearest = min(PUBLISHED, key=lambda shape: len(shape.lacks(columns)) / len(shape.needed))
    nearest.expect(columns)
    return nearest


def _kept(said: Mapping[str, str | date | None]) -> dict[str, str]:
    return {name: str(value) for name, value in said.items() if value}


def _person(cells: Cells) -> Read:
    person = cells.key("pers_person_id")
    details: dict[str, str | date | None] = {n: cells.short(f"pers_{n}") for n in PERSON}
    details["dob"] = cells.day("pers_dob")
    details["death_date"] = cells.day("pers_death_date")
    cells.done()
    return Read(
        kind=RecordKind.PERSON,
        foreign_id=f"ssd_person:{person}",
        person=person,
        type="ssd_person",
        title="Personal details",
        details=_kept(details),
    )


def _care_leaver(cells: Cells) -> Read:
    row_id, person = cells.key("clea_table_id"), cells.key("clea_person_id")
    status = Status(
        in_touch=cells.short("clea_care_leaver_in_touch").upper(),
        activity=cells.short("clea_care_leaver_activity").upper(),
        home=cells.short("clea_care_leaver_accommodation").upper(),
        suitability=cells.short("clea_care_leaver_accom_suitable"),
    )
    for what, rule in status.broken:
        cells.refuse(SSD_STATUS[what], rule)
    if status.suitability not in ("", NONE, "1", "2"):
        cells.refuse("clea_care_leaver_accom_suitable", Rule.SUITABILITY)
    eligibility = cells.short("clea_care_leaver_eligibility")
    if eligibility and eligibility.lower() not in ELIGIBILITY:
        cells.refuse("clea_care_leaver_eligibility", Rule.ELIGIBILITY)
    contact = cells.day("clea_care_leaver_latest_contact")
    review = cells.day("clea_pathway_plan_review_date")
    author = cells.short("clea_care_leaver_personal_advisor")
    cells.done()
    return Read(
        kind=RecordKind.STATUS,
        foreign_id=f"ssd_care_leavers:{row_id}",
        person=person,
        happened_on=contact,
        type="ssd_care_leavers",
        title="Care leaver status",
        text=status.words,
        author=author,
        details=_kept(vars(status) | {"eligibility": eligibility, "pathway_plan_review": review}),
    )


def _return(cells: Cells) -> Read:
    person = cells.key("CHILD")
    home = cells.short("ACCOM").upper()
    status = Status(
        in_touch=cells.short("IN_TOUCH").upper(),
        activity=cells.short("ACTIV").upper(),
        home=home[:1],
        suitability=home[1:],
    )
    for what, rule in status.broken:
        cells.refuse(RETURN_STATUS[what], rule)
    if status.home not in ("", NONE) and status.suitability not in ("1", "2"):
        cells.refuse("ACCOM", Rule.ACCOMMODATION)
    if len({bool(status.in_touch), bool(status.activity), bool(home)}) > 1:
        cells.refuse("IN_TOUCH", Rule.TOGETHER)
    cells.day("DOB")
    cells.done()
    return Read(
        kind=RecordKind.STATUS,
        foreign_id=f"oc3:{person}",
        person=person,
        type="oc3",
        title="Statutory return",
        text=status.words,
        details=_kept(vars(status)),
    )


SSD_STATUS = {
    "in_touch": "clea_care_leaver_in_touch",
    "activity": "clea_care_leaver_activity",
    "home": "clea_care_leaver_accommodation",
}
RETURN_STATUS = {"in_touch": "IN_TOUCH", "activity": "ACTIV", "home": "ACCOM"}
PUBLISHED = (
    Shape("ssd_person", "pers_person_id", ("pers_person_id", "pers_dob"), _person),
    Shape(
        "ssd_care_leavers",
        "clea_table_id",
        ("clea_table_id", "clea_person_id", *SSD_STATUS.values()),
        _care_leaver,
    ),
    Shape("oc3", "CHILD", ("CHILD", *RETURN_STATUS.values()), _return),
)
