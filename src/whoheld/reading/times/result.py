"""What an expression resolves to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from whoheld.model import Interval
from whoheld.reading.times import render


@dataclass(frozen=True, slots=True)
class Resolved:
    """Days, and the value that TimeML would give them.

    Attributes:
        interval: None where it cannot be told.
        value: as TIMEX3 writes it, "" where nothing can be written.
        relative: it was counted from an anchor.
        reason: rule and anchor, in words.
        relation: set where the expression itself settles it ("for", of durations).
        explicit: the text gives the year.
    """

    interval: Interval | None
    value: str
    relative: bool = False
    reason: str = ""
    relation: str = ""
    explicit: bool = False


UNKNOWN = Resolved(None, "", relative=True)


def on_day(day: date, reason: str, fields: Mapping[str, str]) -> Resolved:
    """One day, told in relation to another."""
    return Resolved(Interval.of(day, day), render.day(day, fields), True, reason)
