"""What the components find: spans of tokens, what each resolves to, and why.

``start`` and ``end`` are token indices of the page's parse, half-open.
"""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TypeVar

from whoheld.model import Actor, CountKind, Interval, Place


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A span that names a place.

    Attributes:
        place: the gazetteer's entry; None where it is a place that the gazetteer does not have.
        name: what claims call it: the usual English name, or the text's own where there is no entry.
        score: 0 to 1, how sure the resolution is.
        reason: why this entry, in words.
        adjective: it is a demonym ("Syrian", "Iraqi"), not a name.
    """

    start: int
    end: int
    place: Place | None
    name: str
    score: float = 1.0
    reason: str = ""
    adjective: bool = False


class Basis(StrEnum):
    """How a span tells of an actor."""

    NAME = "name"
    ROLE = "role"  # "regime forces", "the militants"
    PLACE = "place"  # "Damascus", "Kyiv"
    GROUP = "group"  # people without a party: "residents", "aid workers"
    PERSON = "person"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A span that tells of an actor.

    Attributes:
        name: what claims call it; None where the text leaves it open ("the fighters", several candidates).
        actor: the registry's entry, where there is one.
        basis: how the span tells of it.
        reason: why this actor, in words.
    """

    start: int
    end: int
    name: str | None
    actor: Actor | None = None
    basis: Basis = Basis.NAME
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A span that tells a time.

    Attributes:
        interval: the days that the expression denotes, bounds of preposition included ("since May" is open at its end);
            None where it cannot be resolved (a relative date without an anchor).
        relation: "on", "since", "until", "by", "before", "after", "during" or "for".
        relative: it was resolved against an anchor.
        reason: the rule and the anchor, in words.
        value: as the VAL attribute of TimeML's TIMEX3 writes it, "" where nothing can be written.
    """

    start: int
    end: int
    interval: Interval | None
    relation: str = "on"
    relative: bool = False
    reason: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class CountMention:
    """A span that tells a number of people.

    Attributes:
        what: the fate that the clause gives them, OTHER where none.
        of: who is counted, as written.
        low, high: bounds, None where not told.
        head: token of what is counted.
    """

    start: int
    end: int
    what: CountKind
    of: str
    low: int | None
    high: int | None
    head: int


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """Somebody is reported as saying something.

    Attributes:
        source: tokens of who says it; None where not told ("it was reported that").
        cue: tokens of the word that reports ("said", "according to").
        contents: spans of tokens of what is said.
        name: what claims call the speaker; None where it cannot be told from the author.
        stance: "says", "denies", "claims" (doubt is the author's), "confirms", "threatens", "plans", "expects".
        reason: the rule, in words.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int]
    contents: tuple[tuple[int, int], ...]
    name: str | None = None
    stance: str = "says"
    reason: str = ""


LONGEST = 64  # no mention has more tokens
Mention = TypeVar("Mention", PlaceMention, ActorMention, TimeMention, CountMention)


def overlapping(mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """Those of a sorted list of mentions that share a token with ``start`` up to ``end``; a long page has thousands."""
    first = bisect_left(mentions, start - LONGEST, key=attrgetter("start"))
    last = bisect_left(mentions, end, lo=first, key=attrgetter("start"))
    return [mention for mention in mentions[first:last] if mention.end > start]
