"""Claims to be shown, made by hand."""

from datetime import date

from whoheld.model import (
    Claim,
    Count,
    CountKind,
    DateBasis,
    Document,
    Location,
    Party,
    Span,
    Speaker,
    Status,
    Timing,
)
from whoheld.model.time import Interval

TEXT = (
    "Town changes hands\n"
    "The rebels took <Goma> & its airport on Sunday, the U.N. said.\n"
    "They may also have shelled Sake, killing 12 people.\n"
    "The rebels took <Goma> & its airport on Sunday, the U.N. said."
)
DAY = date(2012, 11, 20)
DOCUMENT = Document("goma", TEXT, "Town changes hands", DAY, DateBasis.METADATA, "The Wire", "https://example.org/a")


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def claim(words: str, kind: str, **named: object) -> Claim:
    given: dict[str, object] = {"when": Timing(Interval.of(DAY, DAY), None, "the day of the article")}
    return Claim("goma", span(words), kind, **(given | named))  # type: ignore[arg-type]


CLAIMS = [
    claim(
        "The rebels took <Goma> & its airport",
        "capture",
        actor=Party("M23", span("rebels"), "m23", "the rebels of this war"),
        recipient=Party("FARDC"),
        place=Location("Goma"),
        speaker=Speaker("United Nations", span("the U.N."), "it says so"),
        trigger=span("took"),
        repeats=(span("The rebels took <Goma> & its airport", 1),),
        reader="fake 1; none 0",
        confidence=0.87654,
    ),
    claim("its airport on Sunday", "support", actor=Party("Rwanda")),
    claim(
        "They may also have shelled Sake, killing 12 people",
        "shelling",
        place=Location("Sake"),
        status=Status.POSSIBLE,
        status_reason="may",
        counts=(Count(CountKind.KILLED, "people", 12, 12),),
    ),
]
