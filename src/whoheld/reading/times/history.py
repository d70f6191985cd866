"""How a time lies to the times of the claims before: narratives move on, and reports come back to one event."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache

from whoheld.codebooks.kinds import kind as kind_of
from whoheld.model import Granularity, Interval
from whoheld.reading.times.find import Ends
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


class Telling:
    """What a claim's options are compared with: the running date and the claims before; worked out once a claim."""

    def __init__(self, site: Site, running: Interval | None) -> None:
        before, about = list(reversed(site.dated)), site.about
        self.running, self.size = running, len(before)
        self.tally = Counter(_ends(one.interval) for one in before)
        self.last = [(f"last{back}=", one, _where(site, one)) for back, one in enumerate(before[:2])]
        kind = next((one for one in before if one.kind == about.kind), None)
        family = next((one for one in before if kind_of(one.kind).family == site.family), None)
        latest = (("kindlast=", kind), ("familylast=", family))
        self.latest = [(name, one, (str(bool(one.parties & about.parties)),)) for name, one in latest if one]
        self.alike: dict[Ends, set[str]] = defaultdict(set)
        for one in before:
            if _alike(site, one):
                self.alike[_ends(one.interval)] |= _likeness(site, one)

    def names(self, interval: Interval) -> Iterator[str]:
        """How an interval lies to them."""
        ends, lies = _ends(interval), {}
        yield f"run={relation(interval, self.running)}"
        for name, one, where in (*self.last, *self.latest):
            other = _ends(one.interval)
            if other not in lies:
                lies[other] = relation(interval, one.interval)
            yield from _lying(name, lies[other], where)
        if self.alike:
            yield "same=True" if ends in self.alike else "same=False"
            yield from self.alike.get(ends, ())
        yield from _often(self.tally[ends], self.size)


@cache
def _lying(name: str, relation: str, where: tuple[str, ...]) -> tuple[str, ...]:
    """The names for how an interval lies to another, alone and with where that other stands."""
    lies = name + relation
    return lies, *(f"{lies}:{one}" for one in where)


@cache
def _often(seen: int, size: int) -> tuple[str, str]:
    return f"seen={min(seen, 3)}", f"share={4 * seen // size if size else '-'}"


def _where(site: Site, one: Dated) -> tuple[str, str]:
    where = "sentence" if one.trigger >= site.sentence[0] else "par" if site.same_block(one.trigger) else "far"
    return where, f"{where}:{one.kind == site.about.kind}"


def _likeness(site: Site, one: Dated) -> set[str]:
    same, placed = one.kind == site.about.kind, site.about.place is not None
    party = bool(one.parties & site.about.parties)
    return {f"same:kind={same}", f"same:party={party}:{same}", f"same:placed={placed}:{same}"}


def _alike(site: Site, one: Dated) -> bool:
    """Whether a claim before may tell of the same thing."""
    if site.about.place != one.place:
        return False
    return one.kind == site.about.kind or (bool(site.about.place) and kind_of(one.kind).family == site.family)


def _ends(one: Interval) -> Ends:
    return one.start, one.end


def relation(one: Interval, other: Interval | None) -> str:
    """How one interval lies to another: equal, before, after, inside, covering or overlapping it."""
    if other is None or (other.start is None and other.end is None):
        return "?"
    if _ends(one) == _ends(other):
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
