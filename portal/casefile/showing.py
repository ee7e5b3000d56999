"""What a care leaver's page says beside the time line: what can be chosen, and what is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from portal.accounts.models import Topic
from portal.casefile import about
from portal.casefile.about import About
from portal.casefile.filters import Filters
from portal.casefile.timeline import Page
from portal.records.models import Source

KINDS = {
    "worry": "worry",
    "idea": "idea",
    "thought": "thought",
    "experience": "experience",
    "good_news": "good news",
}
TIMES = {"week": "last week", "month": "last month", "quarter": "3 months", "year": "last year"}
WAITS = {"unread": "not read", "unanswered": "not answered", "overdue": "overdue"}


@dataclass(frozen=True)
class Pick:
    """Something that can be chosen: its words, the address with it, and whether it is chosen."""

    words: str
    address: dict[str, str]
    chosen: bool


@dataclass(frozen=True)
class Shown:
    who: About
    since: datetime | None
    new: int
    groups: list[tuple[str, list[Pick]]]

    @classmethod
    def of(cls, who: About, wanted: Filters, page: Page, since: datetime | None) -> Shown:
        topics, sources = about.topics_and_sources()
        new = about.count_new(who.person.id, since) if since else 0
        return cls(who, since, new, _groups(wanted, topics, sources))

    @property
    def new_words(self) -> str:
        return f"more than {about.AT_MOST}" if self.new > about.AT_MOST else str(self.new)

    @property
    def no_words(self) -> str:
        """The same whether there are words that are not shared, or none at all."""
        if self.who.team_id and not self.who.in_leaving_care:
            return f"What {self.who.person.name} chooses to share with your team stands here."
        return "Nothing on this page."

    @property
    def chosen(self) -> list[Pick]:
        return [pick for _, picks in self.groups for pick in picks if pick.chosen]


def _groups(
    wanted: Filters, topics: list[Topic], sources: list[Source]
) -> list[tuple[str, list[Pick]]]:
    named = {
        "topic": [(str(one.id), one.name) for one in topics],
        "kind": list(KINDS.items()),
        "source": [(str(one.id), one.name) for one in sources],
        "time": list(TIMES.items()),
        "waits": list(WAITS.items()),
    }
    heads = {
        "topic": "Topic",
        "kind": "Kind of thing said",
        "source": "Source of the record",
        "time": "Time",
        "waits": "What waits",
    }
    return [(heads[by], _picks(wanted, by, choices)) for by, choices in named.items() if choices]


def _picks(wanted: Filters, by: str, choices: list[tuple[str, str]]) -> list[Pick]:
    now = getattr(wanted, by)
    return [
        Pick(
            words,
            wanted.but(**{by: None if str(now) == value else value}),
            str(now) == value,
        )
        for value, words in choices
    ]
