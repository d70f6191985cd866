"""What a pile of documents tells of one place: who says that who held it when, and where they disagree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from whoheld.codebooks.kinds import kinds
from whoheld.model import AUTHOR, Claim, Document, Status
from whoheld.views.words import said_by

LONGEST = 3  # days; a claim whose time is looser than that bears on no single day
HOLDS = frozenset({"capture", "handover", "hold", "repulse"})  # the actor has the place afterwards
LEAVES = frozenset({"withdrawal"})  # the actor has it no more


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
    def quote(self) -> str:
        """The words themselves."""
        return " ".join(self.claim.evidence.of(self.document.text).split())

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
        """What is said of a place and tells a day, in order of these days."""
        named = (one for one in self.statements if one.claim.place and one.claim.place.name == place)
        return sorted((one for one in named if one.day), key=lambda one: (one.day, one.document.id))

    def days(self, place: str) -> dict[date, list[Statement]]:
        """What is said of a place, by day."""
        found: dict[date, list[Statement]] = {}
        for one in self.of(place):
            if one.day:
                found.setdefault(one.day, []).append(one)
        return found


def disagreements(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The pairs that cannot both be so at one time, each by two speakers: one says held, one says lost."""
    for at, one in enumerate(statements):
        for other in statements[at + 1 :]:
            if one.speaker != other.speaker and opposed(one, other):
                yield one, other


def opposed(one: Statement, other: Statement) -> bool:
    """Whether two statements give a place to two parties, or give it to a party and take it from the same one."""
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
    if actor and claim.kind in LEAVES:
        return actor, False
    return (recipient, False) if recipient and claim.kind == "expulsion" else None


def territorial(one: Statement) -> bool:
    """Whether it bears on who holds the place."""
    kind = kinds().get(one.claim.kind)
    return kind is not None and kind.family == "territory"
