"""What a pile of documents tells of one place: who says that who held it when, and where they disagree."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from whoheld.codebooks.kinds import kinds
from whoheld.model import AUTHOR, Claim, Document, Status
from whoheld.views.words import said_by

_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n")
LONGEST = 3  # days; a claim whose time is looser than that bears on no single day
SUREST = 0.5  # a claim below is more likely misread than not
HOLDS = frozenset({"capture", "handover", "hold"})  # the actor has the place afterwards
LOSES = frozenset({"expulsion", "repulse"})  # the recipient does not have it


@dataclass(frozen=True)
class Statement:
    """A claim with the document that it stands in.

    Attributes:
        claim: what is said.
        document: where.
    """

    claim: Claim
    document: Document

    @property
    def speaker(self) -> str:
        """Who answers for it."""
        return said_by(self.claim, self.document)

    @property
    def day(self) -> date | None:
        """The day that it tells of, where it tells one closely enough."""
        interval = self.claim.when.interval
        if not (interval.start and interval.last) or (interval.last - interval.start).days >= LONGEST:
            return None
        return interval.last

    @property
    def voice(self) -> str:
        """The speaker, and the outlet that reports it."""
        outlet = self.document.source
        return self.speaker if self.speaker == outlet or not outlet else f"{self.speaker} (in {outlet})"

    @property
    def sentence(self) -> tuple[str, str, str]:
        """The sentence: what stands before the evidence, the evidence, what stands after."""
        text, span = self.document.text, self.claim.evidence
        start = max((found.end() for found in _END.finditer(text, 0, span.start + 1)), default=0)
        end = _END.search(text, max(span.start, span.end - 1))
        return text[start : span.start], span.of(text), text[span.end : end.start() if end else len(text)]

    @property
    def holding(self) -> tuple[str, bool] | None:
        """A party, and whether it is said to have the place after this; None where that is left open."""
        return _holding(self.claim)


@dataclass
class Telling:
    """All that was read."""

    read: list[tuple[Document, list[Claim]]] = field(default_factory=list)

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Take in a document."""
        self.read.append((document, list(claims)))

    @property
    def statements(self) -> list[Statement]:
        """Every claim, in order of reading."""
        return [Statement(claim, document) for document, claims in self.read for claim in claims]

    @property
    def speakers(self) -> set[str]:
        """Everybody who is reported as saying something, and the outlets that speak for themselves."""
        return {one.speaker for one in self.statements} - {AUTHOR}

    def of(self, place: str) -> list[Statement]:
        """What is said of a place, was read surely enough and tells a day, in order of these days."""
        named = (one for one in self.statements if one.claim.place and one.claim.place.name == place)
        sure = (one for one in named if one.day and one.claim.confidence >= SUREST)
        return sorted(sure, key=lambda one: (one.day, one.document.id))

    def days(self, place: str) -> dict[date, list[Statement]]:
        """What is said of a place, by day."""
        found: dict[date, list[Statement]] = {}
        for one in self.of(place):
            if one.day:
                found.setdefault(one.day, []).append(one)
        return found


def camps(statements: Sequence[Statement]) -> tuple[list[Statement], list[Statement]] | None:
    """The two largest groups that cannot both be so at one time, not all by one speaker; or None."""
    by_holding: dict[tuple[str, bool], list[Statement]] = {}
    for one in statements:
        if one.holding:
            by_holding.setdefault(one.holding, []).append(one)
    groups = sorted(by_holding.values(), key=len, reverse=True)
    pairs = combinations(groups, 2)
    return next(((one, other) for one, other in pairs if _dispute(one, other)), None)


def _dispute(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    return opposed(one[0], other[0]) and len({each.speaker for each in (*one, *other)}) > 1


def opposed(one: Statement, other: Statement) -> bool:
    """Whether they give a place to two parties, or one gives a party what the other takes from it."""
    if one.holding is None or other.holding is None:
        return False
    (first, has), (second, also) = one.holding, other.holding
    return (first != second and has and also) or (first == second and has != also)


def _holding(claim: Claim) -> tuple[str, bool] | None:
    actor = claim.actor.name if claim.actor else None
    recipient = claim.recipient.name if claim.recipient else None
    if claim.status is Status.DENIED:
        return (actor, False) if actor and claim.kind in HOLDS else None
    if claim.status is not Status.ASSERTED:
        return None
    if actor and claim.kind in HOLDS:
        return actor, True
    if actor and claim.kind == "withdrawal":
        return actor, False
    return (recipient, False) if recipient and claim.kind in LOSES else None


def territorial(one: Statement) -> bool:
    """Whether it bears on who holds the place."""
    kind = kinds().get(one.claim.kind)
    return kind is not None and kind.family == "territory"
