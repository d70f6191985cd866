"""How a time lies to the times of the claims before: narratives move on, and reports come back to one event."""

from collections.abc import Iterator
from datetime import date

from whoheld.codebooks.kinds import kind as kind_of
from whoheld.model import Granularity, Interval
from whoheld.reading.times.site import Dated, Site

LAST = 3  # claims before whose times are options


def offered(site: Site) -> Iterator[tuple[str, Interval]]:
    """The times of the last claims, and of those that may tell of the same; then all that has gone on since."""
    told = [*((one, "") for one in site.dated[-LAST:]), *((one, " same") for one in site.dated if _alike(site, one))]
    now = site.published
    for one, name in told:
        start = one.interval.start
        yield "history", one.interval
        if start and now and start <= now:
            yield f"history=since{name}", Interval.of(start, now, Granularity.OPEN)


def telling(site: Site, interval: Interval, running: Interval | None) -> set[str]:
    """How an interval lies to the running date and to the times of the claims before."""
    names = {f"run={relation(interval, running)}"}
    for back, one in enumerate(reversed(site.dated[-2:])):
        where = "sentence" if one.trigger >= site.sentence[0] else "par" if site.same_block(one.trigger) else "far"
        lies = f"last{back}={relation(interval, one.interval)}"
        names |= {lies, f"{lies}:{where}", f"{lies}:{where}:{one.kind == site.about.kind}"}
    same = [one for one in site.dated if _equal(one.interval, interval)]
    names |= {*_alikes(site, interval), *_latest(site, interval)}
    names.add(f"seen={min(len(same), 3)}")
    names.add(f"share={4 * len(same) // len(site.dated) if site.dated else '-'}")
    return names


def _alikes(site: Site, interval: Interval) -> Iterator[str]:
    """Whether it is the time of a claim that may tell of the same."""
    alike = [one for one in site.dated if _alike(site, one)]
    equal = [one for one in alike if _equal(one.interval, interval)]
    if alike:
        yield f"same={bool(equal)}"
    for one in equal:
        same = one.kind == site.about.kind
        yield f"same:kind={same}"
        yield f"same:party={bool(one.parties & site.about.parties)}:{same}"
        yield f"same:placed={site.about.place is not None}:{same}"


def _latest(site: Site, interval: Interval) -> Iterator[str]:
    """How it lies to the last claim of its kind, and of its family of kinds."""
    before = list(reversed(site.dated))
    kind = next((one for one in before if one.kind == site.about.kind), None)
    family = next((one for one in before if kind_of(one.kind).family == site.family), None)
    for level, one in (("kind", kind), ("family", family)):
        if one is not None:
            lies = f"{level}last={relation(interval, one.interval)}"
            yield lies
            yield f"{lies}:{bool(one.parties & site.about.parties)}"


def _alike(site: Site, one: Dated) -> bool:
    """Whether a claim before may tell of the same thing."""
    if site.about.place != one.place:
        return False
    return one.kind == site.about.kind or (bool(site.about.place) and kind_of(one.kind).family == site.family)


def _equal(one: Interval, other: Interval) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def relation(one: Interval, other: Interval | None) -> str:
    """How one interval lies to another: equal, before, after, inside, covering or overlapping it."""
    if other is None or (other.start is None and other.end is None):
        return "?"
    if _equal(one, other):
        return "eq"
    if one.start is None and one.end is None:
        return "none"
    if one.end and other.start and one.end <= other.start:
        return "before"
    return "after" if one.start and other.end and one.start >= other.end else _overlap(one, other)


def _overlap(one: Interval, other: Interval) -> str:
    if _covers(other, one):
        return "inside"
    return "covers" if _covers(one, other) else "over"


def _covers(one: Interval, other: Interval) -> bool:
    first, last = one.start or date.min, one.end or date.max
    return first <= (other.start or date.min) and (other.end or date.max) <= last
