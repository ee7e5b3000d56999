"""The rows of the Standard Safeguarding Dataset about one care leaver."""

from __future__ import annotations

from datetime import date, timedelta

from portal.sample.people import Person, chance_of

PERSON = (
    "pers_person_id",
    "pers_forename",
    "pers_surname",
    "pers_sex",
    "pers_dob",
)
CARE_LEAVER = (
    "clea_table_id",
    "clea_person_id",
    "clea_care_leaver_eligibility",
    "clea_care_leaver_in_touch",
    "clea_care_leaver_latest_contact",
    "clea_care_leaver_accommodation",
    "clea_care_leaver_accom_suitable",
    "clea_care_leaver_activity",
    "clea_pathway_plan_review_date",
    "clea_care_leaver_personal_advisor",
)
HOMES = {"U": 40, "D": 18, "E": 10, "B": 9, "Z": 9, "K": 6, "T": 5, "Y": 2, "V": 1}
ACTIVITIES = {"F2": 26, "F5": 22, "G5": 20, "P5": 9, "F4": 7, "G4": 7, "F1": 6, "G6": 3}
# What the returns say; what care leavers say about the same homes is another matter.
HELD_TO_BE_SUITABLE = 0.91
OF_THE_CAST = "U"


def person_row(person: Person) -> tuple[str, ...]:
    return (
        person.reference,
        person.first_name,
        person.last_name,
        person.gender.upper(),
        person.born_on.isoformat(),
    )


def care_leaver_row(seed: int, person: Person, pa: str, until: date) -> tuple[str, ...]:
    chance = chance_of(seed, "status", person.number)
    home = OF_THE_CAST if person.is_cast else chance.choices(list(HOMES), list(HOMES.values()))[0]
    is_suitable = person.is_cast or (home != "V" and chance.random() < HELD_TO_BE_SUITABLE)
    age = person.age(until)
    eligibility = "Relevant" if age < 18 else "Former Relevant" if age < 21 else "Qualifying"
    return (
        f"CL{person.reference}",
        person.reference,
        eligibility,
        "YES",
        (until - timedelta(days=chance.randrange(55))).isoformat(),
        home,
        "1" if is_suitable else "2",
        chance.choices(list(ACTIVITIES), list(ACTIVITIES.values()))[0],
        (until - timedelta(days=chance.randrange(180))).isoformat(),
        pa,
    )
