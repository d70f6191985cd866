"""What relative times are counted from: the day of publication, or the running date of a narrative."""

import re
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Token

from whoheld.model import Document, Granularity, Interval
from whoheld.reading.times.grammar import Expression

_ENCYCLOPEDIC = re.compile(r"encyclop|wikipedia|history", re.IGNORECASE)
_NEWS_KINDS = frozenset({"named", "weekday"})
_DATED = frozenset({"date", "days", "months", "years", "season"})
_SIZES = {
    Granularity.DAY: 0,
    Granularity.DAYS: 0,
    Granularity.PART: 1,
    Granularity.WEEK: 1,
    Granularity.MONTH: 2,
}
_UNITS = {"day": 0, "week": 1, "fortnight": 1, "month": 2}
_FUTURE_AUX = frozenset({"will", "wo", "'ll", "’ll", "shall", "would"})
_AHEAD_AUX = frozenset(
    {"will", "wo", "'ll", "’ll", "shall", "may", "might", "could", "should", "would", "can", "must"}
)
_AHEAD_VERBS = frozenset(
    {"vow", "plan", "threaten", "order", "prepare", "intend", "expect", "aim", "want", "promise", "pledge", "seek", "hope", "ready",
     "propose", "schedule", "agree", "mean", "demand", "urge", "offer", "fear", "look", "wish"}
)  # fmt: skip
_REPORTING = frozenset(
    {"say", "claim", "speak", "count", "put", "admit", "deny", "think", "believe", "report", "tell", "add", "note", "estimate",
     "list", "name", "insist", "talk", "mention", "give", "accuse", "acknowledge", "confirm", "concede", "dispute", "call"}
)  # fmt: skip
_AHEAD_WORDS = frozenset(
    {
        "planned",
        "expected",
        "possible",
        "imminent",
        "future",
        "looming",
        "upcoming",
        "next",
        "threatened",
        "likely",
    }
)
_CARRIED = frozenset({"xcomp", "ccomp", "conj", "advcl", "pcomp"})
_FUTURE_HEADS = frozenset({"due", "schedule", "expect", "slate", "plan", "intend", "vow", "set"})
HEAD_TOKENS = 60  # a dateline stands within so many tokens of the start


@dataclass(slots=True)
class Anchor:
    """Where the reader stands while it goes through a text.

    Attributes:
        published: the day that "yesterday" and "on Sunday" count from; None where it is not known.
        narrative: the text tells of the past in order, so that its running date goes before the day of publication.
        speaks: "last", "ago" and "yesterday" count from the day of publication (not in an encyclopedia).
        running: the last date that the text has given.
        explicit: that date came with its year.
        block: number of the paragraph in which it was given.
        year: the year that an undated beginning is in: of the title, else the first that the text names.
    """

    published: date | None
    narrative: bool
    speaks: bool = True
    running: Interval | None = None
    explicit: bool = False
    block: int = -1
    year: int | None = None
    years: set[int] = field(default_factory=set)

    @property
    def day(self) -> date | None:
        """The running day, where it is a day or a few."""
        if self.running and self.running.granularity in {Granularity.DAY, Granularity.DAYS}:
            return self.running.last or self.running.start
        return None

    def near_for(self, unit: str) -> date | None:
        """Some day of the running date, where that is no coarser than the unit that is counted in."""
        if self.running is None or _SIZES.get(self.running.granularity, 3) > _UNITS.get(unit, 3):
            return None
        return self.day or self.near

    @property
    def near(self) -> date | None:
        """Some day of the running date, however coarse."""
        return (self.running.start or self.running.last) if self.running else None


def speaks(document: Document, told: list[Expression], *, narrative: bool) -> bool:
    """Whether a text has a day from which it speaks of yesterday: a report has, and a story that reaches its own year."""
    if document.published is None or _ENCYCLOPEDIC.search(document.source):
        return False
    return not narrative or any(e.fields.get("year") == str(document.published.year) for e in told)


def is_narrative(document: Document, told: list[Expression]) -> bool:
    """Whether a text tells of the past in order: no publication date, or an encyclopedia, or dates without news words."""
    if document.published is None or _ENCYCLOPEDIC.search(document.source):
        return True
    dates = [e for e in told if e.kind in _DATED]
    news = [
        e for e in told if e.kind in _NEWS_KINDS or (e.kind == "unit" and e.fields.get("shift") == "last")
    ]
    years = [
        int(e.fields["year"]) for e in dates if e.fields.get("year", "").isdigit() and "era" not in e.fields
    ]
    old = sum(1 for year in years if year < document.published.year - 1)
    return len(news) * 3 < len(dates) and old * 2 > len(years) > 1


def governing_verb(token: Token) -> Token | None:
    """The verb that a word depends on, at most eight steps up."""
    for _ in range(8):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def direction(doc: Doc, start: int) -> int:
    """Which way a relative date at this token points: 1 for a clause about the future, else -1."""
    verb = governing_verb(doc[start])
    if verb is None:
        return -1
    if any(child.lower_ in _FUTURE_AUX and child.dep_ in {"aux", "auxpass"} for child in verb.lefts):
        return 1
    if verb.lemma_ in _FUTURE_HEADS and verb.tag_ in {"VBN", "JJ"}:
        return 1
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    return 1 if infinitive and (verb.head.lemma_ in _FUTURE_HEADS or verb.head.tag_ in {"VBZ", "VBP"}) else -1


def is_ahead(token: Token) -> bool:
    """Whether what a word tells is intended, expected or supposed, and not yet so."""
    verb = governing_verb(token)
    if any(child.lower_ in _AHEAD_WORDS and child.dep_ == "amod" for child in token.lefts):
        return True
    if token.pos_ in {"NOUN", "PROPN"} and any(
        c.dep_ == "poss" or c.lower_ in {"the", "that", "this"} for c in token.lefts
    ):
        return False  # "try to repeat their takeover": the takeover is a fact
    for _ in range(4):
        if verb is None:
            return False
        if _looks_ahead(verb):
            return True
        if verb.dep_ not in _CARRIED or verb.head.i == verb.i:
            return False
        verb = governing_verb(verb.head)
    return False


def _looks_ahead(verb: Token) -> bool:
    if verb.lemma_ in _AHEAD_VERBS and any(child.dep_ in {"xcomp", "ccomp"} for child in verb.rights):
        return True
    auxes = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if auxes & _AHEAD_AUX:
        return not auxes & {"have", "'ve", "’ve"}
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
    return bool(marks & {"if", "unless", "once"}) and (
        verb.tag_ in {"VBZ", "VBP"} or bool(auxes & {"is", "are", "does", "do"})
    )


def is_present(token: Token) -> bool:
    """Whether a verb says what is going on now: "are turning back", "is broken daily", "refuse"."""
    if token.lemma_ in _REPORTING:
        return False
    if token.tag_ in {"VBZ", "VBP"}:
        return True
    auxes = [child for child in token.lefts if child.dep_ in {"aux", "auxpass"}]
    return bool(auxes) and auxes[0].lower_ in {"is", "are", "'re", "’re", "am"}


def is_perfect(doc: Doc, start: int) -> bool:
    """Whether the clause at this token is in the present perfect, or speaks of the present."""
    verb = governing_verb(doc[start])
    if verb is None:
        return False
    auxes = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    return bool(auxes & {"has", "have", "'ve", "’ve"}) or (verb.tag_ in {"VBZ", "VBP"} and not auxes)
