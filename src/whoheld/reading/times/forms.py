"""What an expression of time can mean for a claim: its days, up to now, the eve of it, so long before it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from whoheld.model import NO_TIME, Granularity, Interval
from whoheld.reading.mentions import TimeMention
from whoheld.reading.times.attach import Link
from whoheld.reading.times.bounds import FINE, Claimed, bounded
from whoheld.reading.times.site import Site

DAY = timedelta(days=1)
MOST_DAYS = 3660  # of a duration that can date a claim
_DURATION = re.compile(r"P(\d+)([DWMY])\Z")
_UNIT_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_SIZES = (0, 1, 3, 7, 31, 366)

Form = tuple[str, Interval | None]


def whole_of(site: Site, mention: TimeMention) -> Interval:
    """The days that a mention names, without the bounds of its preposition."""
    whole = site.told.whole.get(mention.start) if mention.relation != "during" else None
    return whole or mention.interval or NO_TIME


def forms(site: Site, way: Link, whole: Interval, *, near: bool) -> Iterator[Form]:
    """The intervals that a mention offers, each with a name.

    Args:
        site: where the claim stands.
        way: the mention and how it is reached.
        whole: the days that it names.
        near: the days beside it are offered too.
    """
    yield "told", bounded(way, Claimed(site.trigger, site.state, site.ahead, site.published, site.published, whole))
    if whole.start is not None or whole.end is not None:
        yield "whole", whole
        yield from _open_forms(whole, site.published)
        if near:
            yield from _near_forms(whole)


def _open_forms(whole: Interval, now: date | None) -> Iterator[Form]:
    start = whole.start
    if start:
        yield "onward", Interval(start, None, Granularity.OPEN)
        if now and start <= now:
            yield "to now", Interval.of(start, now, Granularity.OPEN)
    if whole.end:
        yield "upto", Interval(None, whole.end, Granularity.OPEN)


def _near_forms(whole: Interval) -> Iterator[Form]:
    start, last = whole.start, whole.last
    if start and whole.granularity in FINE:
        yield "eve", Interval.of(start - DAY, start - DAY)
        yield "night", Interval.of(start - DAY, start, Granularity.DAYS)
        yield "morrow", Interval.of(start + DAY, start + DAY)
        yield "before", Interval.of(None, start - DAY, Granularity.OPEN)
    if start and last and start < last:
        yield "first", Interval.of(start, start)
        yield "last", Interval.of(last, last)


def publication_forms(day: date) -> Iterator[Form]:
    """The intervals that the day of publication offers."""
    yield "day", Interval.of(day, day)
    yield "onward", Interval(day, None, Granularity.OPEN)
    yield "upto", Interval.of(None, day, Granularity.OPEN)
    yield "eve", Interval.of(day - DAY, day - DAY)
    yield "night", Interval.of(day - DAY, day, Granularity.DAYS)
    yield "week", Interval.of(day - 6 * DAY, day, Granularity.WEEK)
    yield "month", Interval.of(day.replace(day=1), day, Granularity.PART)


def length_forms(base: Interval, days: int) -> Iterator[Form]:
    """So many days up to a date, or from it."""
    more = timedelta(days=days - 1)
    if base.last:
        yield "upto", Interval.of(base.last - more, base.last, Granularity.OPEN)
        yield "up", Interval.of(base.last - more - DAY, base.last, Granularity.OPEN)
    if base.start:
        yield "from", Interval.of(base.start, base.start + more, Granularity.OPEN)


def days_of(value: str) -> int:
    """The days of a duration as TIMEX3 writes it, 0 where it is none or cannot be told."""
    told = _DURATION.match(value)
    return min(int(told[1]) * _UNIT_DAYS[told[2]], MOST_DAYS) if told else 0


def stretch(first: Interval, last: Interval) -> Interval | None:
    """From the first day of one to the last day of another."""
    if first.start and last.last and first.start <= last.last:
        return Interval.of(first.start, last.last, Granularity.OPEN)
    return None


def size(days: int) -> str:
    """A number of days, coarsely."""
    return next((str(limit) for limit in _SIZES if days <= limit), "more")


def shape(interval: Interval, day: date | None) -> frozenset[str]:
    """How long an interval is, and how it lies to the day of publication."""
    start, last = interval.start, interval.last
    length = "open" if not (start and last) else size((last - start).days)
    ago = ""
    if day is not None:
        end = last or start
        ago = "-" if end is None else "ahead" if end > day else size((day - end).days)
    return _shape(length, f"{'n' if start is None else 's'}{'n' if last is None else 's'}", ago)


@cache
def _shape(length: str, ends: str, ago: str) -> frozenset[str]:
    names = {f"length={length}", f"ends={ends}"}
    return frozenset(names | {f"ago={ago}", f"ago={ago}:{length}"} if ago else names)
