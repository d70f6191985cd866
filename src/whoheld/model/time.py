"""Intervals of days: when something was so in the world."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ONE_DAY = timedelta(days=1)


class Granularity(StrEnum):
    """How precisely the text puts a time; nothing is made more precise than this."""

    DAY = "day"
    DAYS = "days"  # a weekend, "10 to 12 May"
    WEEK = "week"
    PART = "part"  # early, mid or late in a month
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    LONG = "long"  # decades and centuries
    OPEN = "open"  # one end is not told: since, until


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``start`` up to, not including, ``end``; an end that is None is not told or still open.

    Attributes:
        start: first day, or None.
        end: the day after the last one, or None.
        granularity: how precisely the text puts it.
    """

    start: date | None
    end: date | None
    granularity: Granularity = Granularity.DAY

    def __post_init__(self) -> None:
        if self.start and self.end and self.end <= self.start:
            message = f"an interval must end after it starts: {self.start} to {self.end}"
            raise ValueError(message)

    @classmethod
    def of(cls, first: date | None, last: date | None, granularity: Granularity = Granularity.DAY) -> "Interval":
        """The interval from ``first`` to ``last``, both days included."""
        return cls(first, _after(last), granularity)

    @property
    def last(self) -> date | None:
        """The last day that belongs to it, or None."""
        return None if self.end is None else self.end - ONE_DAY

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def record(self) -> dict[str, str | None]:
        """The inclusive form that the JSONL contract uses: ``{"from": ..., "to": ...}``."""
        return {
            "from": self.start.isoformat() if self.start else None,
            "to": self.last.isoformat() if self.last else None,
        }


NO_TIME = Interval(None, None, Granularity.OPEN)


def _after(day: date | None) -> date | None:
    if day is None or day == date.max:
        return None
    return day + ONE_DAY
