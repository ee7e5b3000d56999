"""Who sees something and what happens next, in names and roles, as a sentence."""

from __future__ import annotations

from uuid import UUID

from portal.accounts.about import Reach
from portal.accounts.models import Staff
from portal.voice.models import Entry
from portal.voice.readers import Circle, Reader
from portal.voice.shown import Said
from portal.web.dates import on_day
from portal.web.words import listed


def reaches(circle: Circle, topic_id: UUID | None = None) -> list[tuple[str, str]]:
    """What can be chosen, from narrow to wide; with its topic, the teams by name."""
    teams = [one.team for one in circle.teams if one.topic_id == topic_id]
    pa = f"{circle.adviser.first_name}, your PA" if circle.adviser else "Your PA"
    return [
        (Reach.ONLY_ME, "Only me"),
        (Reach.MY_ADVISER, pa),
        (Reach.MY_TEAM, "Leaving care"),
        (Reach.CHOSEN, f"Also {listed(teams)}" if teams else "Also the teams you said yes to"),
    ]


def notes(circle: Circle, topic_id: UUID | None = None) -> dict[str, str]:
    """What stands under each choice; with its topic, which teams that topic goes to."""
    said = {
        Reach.ONLY_ME: "like a diary",
        Reach.MY_TEAM: _leaving_care(circle),
        Reach.CHOSEN: teams_about(topic_id, circle) if topic_id else _teams(circle),
    }
    if circle.adviser is None:
        said[Reach.MY_ADVISER] = "You have no PA right now. Nobody reads it until you do."
    elif circle.is_away(circle.adviser):
        said[Reach.MY_ADVISER] = _away(circle)
    return {str(reach): note for reach, note in said.items()}


def who_sees(entry: Entry, circle: Circle, topic: str = "") -> str:
    """Who sees this now, after everything that its author chose."""
    if entry.waits_for_confirmation:
        return "Only you and the person who wrote it down see this until you say it is right."
    if entry.is_shut:
        return "Only you see this."
    people = [one for one in (circle.adviser, circle.cover) if one and one.id != entry.not_for_id]
    seen_by = [_role(one, circle) for one in people]
    if entry.reach is not Reach.MY_ADVISER:
        seen_by += _managing(circle)
    if entry.reach is Reach.CHOSEN:
        seen_by += [one.team for one in circle.teams if one.topic_id == entry.topic_id]
    kept_from = f" Not {left_out.first_name}." if (left_out := _left_out(entry, circle)) else ""
    return f"{_joined(seen_by) or 'Your PA, once you have one,'} can see this.{kept_from}"


def what_next(said: Said, circle: Circle) -> str:
    """Who reads it and by when; or that nobody was asked to."""
    entry, reader = said.entry, circle.reader(said.entry.not_for_id)
    if entry.waits_for_confirmation or entry.is_shut:
        return "" if entry.waits_for_confirmation else "Nobody else reads it."
    if said.due_on is None:
        asked = "You did not ask for an answer." if not entry.asks else "You have an answer."
        return f"{asked} {_name(reader)} can read it."
    day = on_day(said.due_on)
    if entry.reach is Reach.MY_ADVISER and _is_manager(reader, circle):
        return (
            f"Your PA is not there now. {_name(reader)} sees that something waits, not what it"
            f" says, and finds somebody to read it by {day}."
        )
    also = " too" if _another_team_answered(said) else ""
    return f"{_name(reader)}, {reader.job if reader else ''}, answers{also} by {day}."


def _another_team_answered(said: Said) -> bool:
    """That ends no waiting: it was leaving care that was asked."""
    return any(one.reply.held_by_id != said.entry.held_by_id for one in said.replies)


def send_to(entry: Entry, circle: Circle) -> str:
    """On the button of somebody who says more about it."""
    people = [one for one in (circle.adviser, circle.cover) if one and one.id != entry.not_for_id]
    names = [one.first_name for one in people]
    if entry.reach is not Reach.MY_ADVISER:
        names.append("leaving care")
    return f"Send to {listed(names) or 'your PA'}"


def afterwards(circle: Circle) -> str:
    """Under the button: who would read this."""
    reader = circle.reader()
    return f"{_name(reader)} reads this next." if reader else "Leaving care reads this next."


def _name(reader: Reader | None) -> str:
    return reader.staff.first_name if reader else "Leaving care"


def _is_manager(reader: Reader | None, circle: Circle) -> bool:
    return reader is None or reader.staff in circle.managers


def _managing(circle: Circle) -> list[str]:
    names = [one.first_name for one in circle.managers]
    does = "manages" if len(names) == 1 else "manage"
    return [f"{listed(names)} who {does} the team"] if names else []


def _role(one: Staff, circle: Circle) -> str:
    return f"{one.first_name}, {'your PA' if one is circle.adviser else 'who covers'}"


def _left_out(entry: Entry, circle: Circle) -> Staff | None:
    adviser = circle.adviser
    return adviser if adviser and adviser.id == entry.not_for_id else None


def _leaving_care(circle: Circle) -> str:
    people: list[Staff] = [one for one in (circle.adviser, circle.cover) if one]
    names = [one.first_name for one in people] + _managing(circle)
    return _joined(names) or "the leaving-care team"


def _joined(names: list[str]) -> str:
    """ "Jo, and Priya who manages the team"."""
    return f"{', '.join(names[:-1])}, and {names[-1]}" if len(names) > 1 else "".join(names)


def _teams(circle: Circle) -> str:
    if not circle.teams:
        return "None yet. Until you say yes to a team, it stays with leaving care."
    return "; ".join(f"{one.team}, about {one.topic}" for one in circle.teams)


def teams_about(topic_id: UUID | None, circle: Circle) -> str:
    """The teams that were said yes to about the topic of one thing, by name."""
    if topic_id is None:
        return "It is about nothing special, so no other team sees it."
    named = [one for one in circle.teams if one.topic_id == topic_id]
    if not named:
        return "You said yes to no team about this topic yet."
    return f"{listed(one.team for one in named)}, about {named[0].topic}."


def _away(circle: Circle) -> str:
    if circle.cover and not circle.is_away(circle.cover):
        return f"{circle.cover.first_name} covers for them now"
    manager = circle.managers[0].first_name if circle.managers else "The manager"
    return f"Away now. {manager} sees that something waits, not what it says."
