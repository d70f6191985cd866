"""What relative times are counted from: the day of publication, or the running date of a narrative."""

import re
from dataclasses import dataclass
from datetime import date

from whoheld.model import Document, Granularity, Interval
from whoheld.reading.times.grammar import Expression

_ENCYCLOPEDIC = re.compile(r"encyclop|wikipedia|history", re.IGNORECASE)
_NEWS_KINDS = frozenset({"named", "weekday"})
_DATED = frozenset({"date", "days", "months", "years", "season"})
_UNITS = {"day": 0, "week": 1, "fortnight": 1, "month": 2}
_SIZES = {
    Granularity.DAY: 0,
    Granularity.DAYS: 0,
    Granularity.PART: 1,
    Granularity.WEEK: 1,
    Granularity.MONTH: 2,
}


@dataclass(slots=True)
class Anchor:
    """Where the reader stands while it goes through a text.

    Attributes:
        published: the day that "yesterday" and "on Sunday" count from; None where it is not known.
        narrative: the text tells of the past in order; its running date goes before the day of publication.
        speaks: "last", "ago" and "yesterday" count from the day of publication (not in an encyclopedia).
        running: the last date that the text has given.
        explicit: that date came with its year.
        block: number of the paragraph that is read.
        given: number of the paragraph in which the running date was given.
        year: the year that an undated beginning is in: of the title, else the first that the text names.
    """

    published: date | None
    narrative: bool
    speaks: bool = True
    running: Interval | None = None
    explicit: bool = False
    block: int = -1
    given: int = -2
    year: int | None = None

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
    """Whether a text has a day from which it speaks: a report has, and a story that reaches its own year."""
    if document.published is None or _ENCYCLOPEDIC.search(document.source):
        return False
    return not narrative or any(e.fields.get("year") == str(document.published.year) for e in told)


def is_narrative(document: Document, told: list[Expression]) -> bool:
    """Whether a text tells of the past in order: undated, an encyclopedia, or old dates and no news words."""
    if document.published is None or _ENCYCLOPEDIC.search(document.source):
        return True
    dates = [e for e in told if e.kind in _DATED]
    news = [e for e in told if e.kind in _NEWS_KINDS or (e.kind == "unit" and e.fields.get("shift") == "last")]
    years = [int(e.fields["year"]) for e in dates if e.fields.get("year", "").isdigit() and "era" not in e.fields]
    old = sum(1 for year in years if year < document.published.year - 1)
    return len(news) * 3 < len(dates) and old * 2 > len(years) > 1
