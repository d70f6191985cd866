"""A claim: one statement, by one speaker, that something happened or that somebody holds a place."""

from dataclasses import dataclass
from enum import StrEnum

from whoheld.model.place import Place
from whoheld.model.time import NO_TIME, Interval

AUTHOR = "author"  # the article says it in its own voice


class Status(StrEnum):
    """How the statement is put."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    FORECAST = "forecast"
    POSSIBLE = "possible"


class CountKind(StrEnum):
    """What a number of people counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    FIGHTERS = "fighters"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` up to, not including, ``end`` of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start} to {self.end}"
            raise ValueError(message)

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, with its bounds; a bound that is None is not told.

    ``low <= high`` where both are told; "at least 12" is 12 to None.
    """

    what: CountKind
    of: str
    low: int | None
    high: int | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            message = f"a count's low is over its high: {self.low} to {self.high}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Party:
    """How a party of a claim was filled: the name, the span that told it, and why."""

    name: str
    mention: Span | None = None
    actor_id: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """Where, as a name, and the place of the gazetteer where there is one."""

    name: str
    mention: Span | None = None
    place: Place | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is reported as saying it; ``AUTHOR`` where the text says it in its own voice."""

    name: str = AUTHOR
    mention: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Timing:
    """When, the span that told it, and how it was worked out."""

    interval: Interval = NO_TIME
    mention: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement, tied to the text.

    Attributes:
        doc: id of the document.
        evidence: the clause that states it.
        kind: one of the kinds of the codebook (``codebooks.kinds()``).
        actor: who did it or who holds; None where the text does not tell.
        recipient: the other party; None as above.
        place: where it happened or what is held; None as above.
        when: in the world, not in the press.
        speaker: who says it.
        status: asserted, denied, planned, conditional, forecast, possible.
        counts: numbers of people bound to it.
        trigger: the word that states the kind.
        repeats: further places of the text where the same sentence stands.
        confidence: 0 to 1, the reader's own, calibrated on annotated documents.
        reader: name and version of the reader and of its language model.
    """

    doc: str
    evidence: Span
    kind: str
    actor: Party | None = None
    recipient: Party | None = None
    place: Location | None = None
    when: Timing = Timing()
    speaker: Speaker = Speaker()
    status: Status = Status.ASSERTED
    status_reason: str = ""
    counts: tuple[Count, ...] = ()
    trigger: Span | None = None
    repeats: tuple[Span, ...] = ()
    confidence: float = 0.5
    reader: str = ""
