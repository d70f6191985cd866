"""Numbers at the end of a tally: "the number of soldiers killed rose to 40", "put the toll at 12"."""

from spacy.tokens import Doc

from whoheld.model import CountKind
from whoheld.reading.counts.fates import fates
from whoheld.reading.counts.numbers import Number

TALLIES = frozenset({"number", "total", "toll", "figure", "count", "tally"})
LEADS = frozenset(
    {
        "to",
        "at",
        "reached",
        "reaching",
        "was",
        "is",
        "exceeded",
        "exceeding",
        "hit",
        "passed",
        "reach",
        "stands",
    }
)
BACK = 18  # tokens between the tally and its number


def tally(doc: Doc, number: Number) -> CountKind | None:
    """What the tally that a bare number ends counts; None where it ends none."""
    if number.start == 0 or doc[number.start - 1].lower_ not in LEADS:
        return None
    floor = max(doc[number.core].sent.start, number.start - BACK)
    for at in range(number.start - 2, floor - 1, -1):
        if doc[at].text in {";", ":"}:
            return None
        if doc[at].lemma_.lower() in TALLIES:
            return counted_by(doc, at, number.start)
    return None


def counted_by(doc: Doc, at: int, end: int) -> CountKind | None:
    """The fate that the words of a tally name; a bare toll is of the dead."""
    words = fates()
    for token in doc[max(0, at - 2) : end - 1]:
        found = words["states"].get(token.lower_) or words["nouns"].get(token.lemma_.lower())
        if found:
            return found
    return None
