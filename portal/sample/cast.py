"""The cast of the sample council: whoever has an address of their own in the demo."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid5

from portal.accounts.models import Duty, Role

SAMPLE = UUID("5d0c4f3e-6a53-4f0e-9a5e-0d1f6f6a1b10")
PIN = "246810"


@dataclass(frozen=True)
class Member:
    """Somebody to try the portal as. `at` is the last part of their address in the demo."""

    at: str
    name: str
    who: str
    role: Role = Role.STAFF
    duties: tuple[tuple[str, Duty], ...] = ()
    gender: str = "f"

    @property
    def id(self) -> UUID:
        return uuid5(SAMPLE, self.at)

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def last_name(self) -> str:
        return self.name.split()[-1]


AMINA = Member("care-leaver", "Amina Idris", "care leaver, 19", Role.CARE_LEAVER)
TYLER = Member("care-leaver-2", "Tyler Marsh", "care leaver, 20", Role.CARE_LEAVER, gender="m")
JO = Member("pa", "Jo Whitfield", "Amina's PA", duties=(("leaving care", Duty.ADVISER),))
SAM = Member(
    "pa-2", "Sam Ashworth", "Tyler's PA", duties=(("leaving care", Duty.ADVISER),), gender="m"
)
PRIYA = Member(
    "manager",
    "Priya Nair",
    "manager in leaving care",
    duties=(("leaving care", Duty.MANAGER),),
)
HARRIET = Member(
    "housing",
    "Harriet Lowe",
    "housing officer, involved with Amina",
    duties=(("housing", Duty.PRACTITIONER),),
)
NADIA = Member(
    "no-wrong-door",
    "Nadia Rahman",
    "key contact in No Wrong Door, not involved with Amina",
    duties=(("nwd", Duty.PRACTITIONER),),
)
VERA = Member(
    "virtual-school",
    "Vera Blake",
    "learning lead in the virtual school, not involved with Amina",
    duties=(("vs", Duty.PRACTITIONER),),
)
DEV = Member(
    "data",
    "Dev Patel",
    "data analyst, brings in the extracts of all four systems",
    duties=(
        ("data", Duty.ANALYST),
        ("leaving care", Duty.IMPORTER),
        ("housing", Duty.IMPORTER),
        ("nwd", Duty.IMPORTER),
        ("vs", Duty.IMPORTER),
    ),
    gender="m",
)
RAE = Member("researcher", "Rae Thornton", "researcher", duties=(("strategy", Duty.RESEARCHER),))
FAY = Member(
    "facilitator",
    "Fay Collins",
    "facilitator at conferences",
    duties=(("strategy", Duty.FACILITATOR),),
)
ADA = Member(
    "administrator",
    "Ada Brook",
    "administrator of accounts, sees no records",
    duties=(("digital", Duty.ADMINISTRATOR),),
)

CARE_LEAVERS = (AMINA, TYLER)
STAFF = (JO, SAM, PRIYA, HARRIET, NADIA, VERA, DEV, RAE, FAY, ADA)
CAST = {member.at: member for member in (*CARE_LEAVERS, *STAFF)}
