"""Sentences that hide who did something: "it was decided", "your pass was stopped"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.notes.coach.hints import Hint, Kind
from portal.notes.coach.sentences import Sentence

_BE = r"(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)"
_BETWEEN = r"(?:\s+(?:not|never|also|now|still|already|always|again|then|just|[a-z]+ly))*"
_IRREGULAR = (
    "brought|bought|built|caught|chosen|cut|dealt|done|drawn|driven|felt|forgotten|found|given|"
    "held|hidden|hit|hurt|kept|known|led|left|lent|let|lost|made|meant|met|moved|paid|put|read|rung|"
    "said|seen|sent|set|shown|shut|spent|spoken|stolen|struck|taken|taught|thought|thrown|told|"
    "understood|withdrawn|woken|won|written"
)
# How somebody is, and not what somebody did to them.
_A_STATE = (
    "allowed|annoyed|ashamed|bored|bothered|closed|concerned|confused|determined|disappointed|"
    "divided|dressed|embarrassed|excited|exhausted|experienced|frightened|frustrated|gifted|"
    "interested|involved|isolated|left|lost|made|married|mixed|motivated|needed|organised|"
    "overwhelmed|pleased|prepared|proud|relaxed|relieved|retired|satisfied|scared|separated|"
    "settled|shocked|shut|stressed|supposed|surprised|talented|terrified|tired|unemployed|"
    "upset|used|worried|hurt|moved|set|read|let"
)
_PASSIVE = re.compile(
    rf"\b{_BE}{_BETWEEN}\s+(?P<done>[a-z]{{2,}}ed|{_IRREGULAR})\b(?P<after>[^.;:!?]*)",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"\bby\s+(?!(?:the\s+)?(?:end|then|now|next|phone|email|post|letter|bus)\b)\w"
)
_STATES = frozenset(_A_STATE.split("|"))
_NO_PARTICIPLES = frozenset({"need", "bed", "red", "indeed", "speed", "feed", "seed", "hundred"})
_STILL_PASSIVE = re.compile(r"^\s+(?:to|at|in|on|for|out|over|up|off|by)\b", re.IGNORECASE)
_ALSO_PASSIVE = frozenset({"made", "left", "closed", "moved", "hurt", "set", "let", "read"})


def passive_hints(sentence: Sentence) -> Iterator[Hint]:
    """At most one for a sentence: where it first hides somebody."""
    for found in _PASSIVE.finditer(sentence.text):
        if not _hides(found):
            continue
        start = sentence.start + found.start()
        words = found.group()[: found.start("after") - found.start()]
        yield Hint(Kind.PASSIVE, start, start + len(words), words)
        return


def _hides(found: re.Match[str]) -> bool:
    done = found["done"].lower()
    if done in _NO_PARTICIPLES or _BY_WHOM.search(found["after"]):
        return False
    if done not in _STATES:
        return True
    subject = found.string[: found.start()].strip().split()
    nobody_did = subject[-1:] and subject[-1].lower() in {"i", "we", "you", "she", "he", "they"}
    return done in _ALSO_PASSIVE and not nobody_did
