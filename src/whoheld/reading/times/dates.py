"""Calendar dates: days, months, seasons and years, with or without a year."""

import re
from datetime import date

from whoheld.model import Granularity, Interval
from whoheld.reading.times import calendar as cal
from whoheld.reading.times import render
from whoheld.reading.times.anchor import Anchor
from whoheld.reading.times.grammar import Expression
from whoheld.reading.times.numbers import day_number, month_number, ordinal, values
from whoheld.reading.times.result import UNKNOWN, Resolved

_BACK = frozenset({"last", "past"})
_BEFORE = frozenset({"previous", "preceding"})
_AFTER = frozenset({"following", "subsequent", "ensuing"})
_SAME = frozenset({"same", "that", "that same"})
_TURNS = frozenset({"before", "after"})
_ONWARD = _AFTER | {"next", "coming", "upcoming", "after"}
_PART = re.compile(r"\d+")
_WIDE = frozenset({Granularity.YEAR, Granularity.LONG, Granularity.OPEN})
LOOK_AHEAD = 6  # months that a report may step on from a dated past before it means the last such month again
LOOK_BACK = 4  # months that a narrative may step back within its running year


def part_of(told: Expression) -> str:
    """The part that is told: "early", "mid", "late" or ""."""
    edge = told.fields.get("edge", "")
    return told.fields.get("part") or str(values()["EDGE"].get(edge, ""))


def resolve_date(told: Expression, anchor: Anchor, direction: int) -> Resolved:
    """A day, a month, a year, or a part of one."""
    fields = told.fields
    if "numeric" in fields:
        return _numeric(fields["numeric"], anchor)
    if "era" in fields and not fields["era"].startswith(("a", "c")):
        return Resolved(None, f"BC{int(fields['year']):04}")
    if "piece" in fields:
        return _piece(told)
    if "month" not in fields:
        year = int(fields["year"])
        return Resolved(cal.a_year(year, part_of(told)), f"{year:04}", False, "a year", explicit=True)
    return _month_or_day(told, anchor, direction)


def _month_or_day(told: Expression, anchor: Anchor, direction: int) -> Resolved:
    fields = told.fields
    month, day = month_number(fields["month"]), day_number(fields.get("day", ""))
    explicit = "year" in fields or "ofyear" in fields
    if "ofyear" in fields:
        year = _of_year(fields["ofyear"], anchor)
    else:
        year = int(fields["year"]) if explicit else year_of(month, day, fields.get("shift", ""), anchor, direction)
    if year is None:
        value = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        return Resolved(None, value, relative=True)
    if not day:
        whole = cal.a_month(year, month, part_of(told))
        return Resolved(whole, f"{year:04}-{month:02}", not explicit, "a month", explicit=explicit)
    here = cal.a_day(year, month, day)
    if here is None or here.start is None:
        return UNKNOWN
    return Resolved(here, render.day(here.start, fields), not explicit, "a day", explicit=explicit)


def _of_year(shift: str, anchor: Anchor) -> int | None:
    """The year of "in May last year", "on 3 May of the year before"."""
    told = anchor.near if shift in _BEFORE | _AFTER | _SAME | _TURNS or not anchor.speaks else anchor.published
    base = told or (anchor.published if anchor.speaks else None)
    if base is None:
        return None
    return base.year + (-1 if shift in _BACK | _BEFORE or shift == "before" else shift in _ONWARD)


def year_of(month: int, day: int, shift: str, anchor: Anchor, direction: int) -> int | None:
    """The year of a month or day that comes without one."""
    if shift in _BEFORE | _AFTER | _SAME and anchor.near:
        return _from_running(month, shift, anchor.near)
    if anchor.published and (shift in _BACK or shift == "next") and anchor.speaks:
        return _from_publication(month, day or 1, anchor.published, 1 if shift == "next" else -1, strictly=not day)
    if anchor.near and (anchor.narrative or anchor.explicit):
        year = _nearest(month, anchor.near, anchor)
        if year is not None or anchor.narrative:
            return year
    if anchor.narrative:
        return anchor.year
    if anchor.published is None:
        return None
    return _from_publication(month, day or 1, anchor.published, direction, strictly=False)


def _from_running(month: int, shift: str, near: date) -> int:
    if shift in _SAME:
        return near.year
    if shift in _BEFORE:
        return near.year if month < near.month else near.year - 1
    return near.year if month > near.month else near.year + 1


def _from_publication(month: int, day: int, published: date, direction: int, *, strictly: bool) -> int:
    then, now = (month, day), (published.month, published.day)
    if strictly:
        then, now = (month, 0), (published.month, 0)
    if direction > 0:
        return published.year if then >= now else published.year + 1
    if strictly:
        return published.year if then < now else published.year - 1
    return published.year if then <= now else published.year - 1


def _nearest(month: int, near: date, anchor: Anchor) -> int | None:
    """The year that puts a month a little before, or within the year after, the running date."""
    running = anchor.running
    if running and running.granularity in _WIDE and running.start and running.last:
        inside = [year for year in range(running.start.year, running.last.year + 1) if _within(year, month, running)]
        return inside[0] if len(inside) == 1 else None
    ahead = (month - near.month) % 12
    year = near.year + (near.month - 1 + ahead) // 12
    back = LOOK_BACK if anchor.narrative else 1
    if ahead >= 12 - back:
        year = near.year + (near.month - 1 + ahead - 12) // 12
    elif ahead > LOOK_AHEAD and not anchor.narrative:
        return None
    if anchor.published and date(year, month, 1) > anchor.published:
        year -= 1
    return year


def _within(year: int, month: int, interval: Interval) -> bool:
    whole = cal.a_month(year, month)
    return bool(whole.start and whole.last and (whole.start in interval or whole.last in interval))


def _numeric(text: str, anchor: Anchor) -> Resolved:
    parts = [int(part) for part in _PART.findall(text)[:3]]
    if parts[0] > 31:
        year, month, day = parts
        readings = [cal.a_day(year, month, day)]
    else:
        first, second, year = parts
        readings = [cal.a_day(year, second, first)]
        if "." not in text and first != second:
            readings.append(cal.a_day(year, first, second))
    found = [reading for reading in readings if reading and reading.start]
    if len(found) > 1 and anchor.published:
        close = [r for r in found if r.start and abs((r.start - anchor.published).days) <= 3]
        past = [r for r in found if r.start and r.start <= anchor.published]
        found = close if len(close) == 1 else past if len(past) == 1 else found
    if len(found) != 1:
        return UNKNOWN  # 3/4/2015: nobody can tell which is the month
    return Resolved(found[0], render.of(found[0]), False, "a date in figures", explicit=True)


def _piece(told: Expression) -> Resolved:
    fields = told.fields
    year, nth = int(fields["year"]), ordinal(fields["nth"]) or 1
    if fields["piece"] == "half":
        if "month" in fields:
            month = month_number(fields["month"])
            whole = cal.a_month(year, month)
            middle = date(year, month, 15)
            start, last = (whole.start, middle) if nth == 1 else (date(year, month, 16), whole.last)
            return Resolved(Interval.of(start, last, Granularity.PART), f"{year:04}-{month:02}", explicit=True)
        half = 1 if nth == 1 else 2
        return Resolved(
            cal.months(year, half * 6 - 5, half * 6, Granularity.SEASON), f"{year:04}-H{half}", explicit=True
        )
    quarter = 4 if nth < 0 else min(nth, 4)
    return Resolved(
        cal.months(year, quarter * 3 - 2, quarter * 3, Granularity.SEASON),
        f"{year:04}-Q{quarter}",
        explicit=True,
    )


def resolve_days(told: Expression, anchor: Anchor, direction: int) -> Resolved:
    """Several days of one month: "10-12 May"."""
    fields = told.fields
    first, last = (int(n) for n in _PART.findall(fields.get("days") or f"{fields['day']} {fields['day2']}"))
    month, explicit = month_number(fields["month"]), "year" in fields
    year = int(fields["year"]) if explicit else year_of(month, first, "", anchor, direction)
    begin, end = (cal.a_day(year, month, first), cal.a_day(year, month, last)) if year else (None, None)
    if begin is None or end is None or begin.start is None or end.start is None:
        return UNKNOWN
    if end.start < begin.start:  # "31 to 2 June"
        earlier = cal.add(begin.start, -1, "month")
        begin = Interval.of(earlier, earlier)
    return Resolved(
        Interval.of(begin.start, end.start, Granularity.DAYS),
        end.start.isoformat(),
        not explicit,
        "days of a month",
        explicit=explicit,
    )


def resolve_months(told: Expression, anchor: Anchor, direction: int) -> Resolved:
    """From one month to another: "June-July 2014"."""
    fields = told.fields
    first, last, explicit = month_number(fields["month"]), month_number(fields["month2"]), "year" in fields
    year = int(fields["year"]) if explicit else year_of(last, 0, "", anchor, direction)
    if year is None:
        return UNKNOWN
    start = year if first <= last else year - 1
    interval = Interval.of(date(start, first, 1), cal.a_month(year, last).last, Granularity.SEASON)
    return Resolved(interval, f"{year:04}-{last:02}", not explicit, "months", explicit=explicit)


def resolve_years(told: Expression, _anchor: Anchor, _direction: int) -> Resolved:
    """From one year to another: "2014-15"."""
    fields = told.fields
    first, last = _PART.findall(fields["years"]) if "years" in fields else (fields["year"], fields["year2"])
    begin, end = int(first), int(last) if len(last) == 4 else int(first[: 4 - len(last)] + last)
    if end < begin:
        return UNKNOWN
    return Resolved(Interval.of(date(begin, 1, 1), date(end, 12, 31), Granularity.LONG), f"{end:04}", explicit=True)


def resolve_season(told: Expression, anchor: Anchor, direction: int) -> Resolved:
    """A season, with or without its year."""
    fields, name = told.fields, told.fields["season"]
    explicit = "year" in fields
    month = {"spring": 3, "summer": 6, "winter": 12}.get(name, 9)
    year = int(fields["year"]) if explicit else year_of(month, 0, fields.get("shift", ""), anchor, direction)
    if year is None:
        return Resolved(None, render.season(None, name), relative=True)
    return Resolved(cal.a_season(year, name), render.season(year, name), not explicit, "a season", explicit=explicit)
