"""What a care leaver says, how it feels and what they want, and what their PA answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from portal import hours
from portal.accounts.about import Reach
from portal.sample.days import answered
from portal.sample.how import FOR_NOBODY, OF_A_MATTER, How, some_reach, some_way
from portal.sample.library import book, sayings
from portal.sample.said import Answered, Said
from portal.sample.teller import Teller
from portal.voice.models import Feeling, Kind, Wish

FEELINGS = {
    "worry": (Feeling.BAD, Feeling.BAD, Feeling.AWFUL),
    "idea": (Feeling.OK, Feeling.GOOD),
    "thought+": (Feeling.OK, Feeling.GOOD),
    "thought-": (Feeling.BAD, Feeling.OK),
    "experience+": (Feeling.GOOD, Feeling.GREAT),
    "experience-": (Feeling.BAD, Feeling.OK),
    "good_news": (Feeling.GREAT, Feeling.GOOD),
}
WISHES: dict[str, tuple[Wish | None, ...]] = {
    "worry": (Wish.TALK, Wish.TALK, Wish.CHANGE, None),
    "idea": (Wish.CHANGE, Wish.CHANGE, Wish.JUST_KNOW),
    "thought": (Wish.JUST_KNOW, Wish.JUST_KNOW, None, Wish.TALK),
    "experience": (Wish.JUST_KNOW, Wish.CHANGE, None),
    "good_news": (Wish.JUST_KNOW, None),
}
IN_OWN_LANGUAGE, IN_OWN_LANGUAGE_IN_THE_CAST = 0.65, 0.45
SAYS_HOW_IT_FEELS, LEAVES_IT_OPEN, IS_PROMISED, IS_ANSWERED = 0.65, 0.1, 0.25, 0.6
STILL_FRESH = timedelta(days=10)


def of_a_matter(
    teller: Teller, at: datetime, topic: str, told: dict[str, Any], step: dict[str, Any]
) -> Said:
    language = _language(teller, told)
    return Said(
        at=at,
        language=language,
        topic=topic,
        kind=Kind(told["kind"]),
        feeling=Feeling(teller.chance.choice(told["feel"])),
        wish=Wish(told["wish"]),
        words=teller.say(told[language]),
        reach=teller.chance.choice(OF_A_MATTER),
        answer=_written_out(teller, at, step),
    )


def of_the_cast(teller: Teller, at: datetime, told: dict[str, Any]) -> Said:
    """Something that one of the cast says, written out for them."""
    return Said(
        at=at,
        language=told["language"],
        topic=told["topic"],
        kind=Kind(told["kind"]),
        feeling=Feeling(told["feel"]),
        wish=Wish(told["wish"]) if told["wish"] else None,
        words=told["words"],
        reach=Reach(told["reach"]),
        how=How(told["how"]),
        before=told.get("before", ""),
        answer=_written_out(teller, at, told),
    )


def by_itself(teller: Teller, at: datetime) -> Said:
    chance = teller.chance
    language = _language(teller, book("names"))
    topic, mood, saying = chance.choice(sayings(language))
    kind, how, words = mood.rstrip("+-"), some_way(chance), teller.say(saying)
    said = Said(
        at=at,
        language=language,
        topic=topic if chance.random() > LEAVES_IT_OPEN else None,
        kind=Kind(kind) if chance.random() > LEAVES_IT_OPEN else None,
        feeling=chance.choice(FEELINGS[mood]) if chance.random() < SAYS_HOW_IT_FEELS else None,
        wish=chance.choice(WISHES[kind]),
        words=words,
        reach=some_reach(chance, how),
        how=how,
        before=words.partition(". ")[0],
    )
    return replace(said, answer=_some_answer(teller, said, topic, mood))


def _language(teller: Teller, written: Mapping[str, Any]) -> str:
    own = teller.person.language
    share = IN_OWN_LANGUAGE_IN_THE_CAST if teller.person.is_cast else IN_OWN_LANGUAGE
    return own if own in written and teller.chance.random() < share else "en"


def _written_out(teller: Teller, said_at: datetime, told: dict[str, Any]) -> Answered | None:
    if "reply" not in told:
        return None
    promise, within, *not_yet = told.get("promise", ("", 0))
    answer = _answer(teller, said_at, teller.say(told["reply"]), teller.say(promise), within)
    return replace(answer, is_not_yet_kept=bool(not_yet)) if answer else None


def _some_answer(teller: Teller, said: Said, topic: str, mood: str) -> Answered | None:
    """Whatever asks for an answer has one by now, unless it was said only lately."""
    chance = teller.chance
    is_fresh = teller.until - hours.local(said.at).date() < STILL_FRESH
    must = said.asks and not is_fresh
    if said.reach in FOR_NOBODY or not (must or chance.random() < IS_ANSWERED):
        return None
    promise, within = "", 0
    if chance.random() < IS_PROMISED and mood not in ("good_news", "thought+"):
        promise, within = chance.choice(book("promises")[topic]), chance.randrange(3, 16)
    return _answer(teller, said.at, _reply(teller, mood, said.language), promise, within)


def _reply(teller: Teller, mood: str, language: str) -> str:
    replies, chance, kind = book("replies"), teller.chance, mood.rstrip("+-")
    if language in replies and kind != "worry" and chance.random() < IN_OWN_LANGUAGE:
        return teller.say(replies[language][-1 if kind == "good_news" else 0])
    return teller.say(chance.choice(replies[mood if mood in replies else kind]))


def _answer(
    teller: Teller, said_at: datetime, words: str, promise: str, within: int
) -> Answered | None:
    """None when there was no time for it yet."""
    at = answered(teller.chance, said_at)
    if hours.local(at).date() > teller.until:
        return None
    return Answered(at, words, promise, within)
