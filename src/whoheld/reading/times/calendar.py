"""Arithmetic on the calendar: which days a year, a part of a month, a season or a week has."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from whoheld.model import Granularity, Interval

PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
PARTS_OF_YEAR = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def a_day(year: int, month: int, day: int) -> Interval | None:
    """That day, or None where the calendar has no such day."""
    if not (1 <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    here = date(year, month, day)
    return Interval.of(here, here, Granularity.DAY)


def a_month(year: int, month: int, part: str = "") -> Interval:
    """A month, or its first ten days, its second ten, or the rest."""
    first, last = PARTS_OF_MONTH.get(part, (1, 31))
    end = min(last, monthrange(year, month)[1])
    kind = Granularity.PART if part in PARTS_OF_MONTH else Granularity.MONTH
    return Interval.of(date(year, month, first), date(year, month, end), kind)


def months(year: int, first: int, last: int, kind: Granularity = Granularity.MONTH) -> Interval:
    """From one month of a year to a later one; 13 is the January that follows."""
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Interval.of(date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), kind)


def a_year(year: int, part: str = "") -> Interval:
    """A year, or its early, middle or late months."""
    first, last = PARTS_OF_YEAR.get(part, (1, 12))
    return months(year, first, last, Granularity.SEASON if part in PARTS_OF_YEAR else Granularity.YEAR)


def a_season(year: int, name: str) -> Interval:
    """A season of the north; winter is the one that begins in that year's December."""
    return months(year, *SEASONS[name], Granularity.SEASON)


def a_week(day: date) -> Interval:
    """The week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Interval.of(monday, monday + timedelta(days=6), Granularity.WEEK)


def weekday_near(anchor: date, weekday: int, direction: int, *, strictly: bool = False) -> date:
    """The day of that name: the next if the direction is positive, the last if negative, else the nearest."""
    ahead = (weekday - anchor.weekday()) % 7
    back = (anchor.weekday() - weekday) % 7
    if strictly and ahead == 0:
        ahead = back = 7
    if direction == 0:
        direction = 1 if ahead < back else -1
    return anchor + timedelta(days=ahead if direction > 0 else -back)


def add(day: date, count: float, unit: str) -> date | None:
    """The day so many units after (or, if negative, before) a day; None outside the calendar."""
    try:
        if unit in DAYS_IN:
            return day + timedelta(days=round(count * DAYS_IN[unit]))
        if unit in MONTHS_IN:
            return _add_months(day, round(count * MONTHS_IN[unit]))
        return day + timedelta(hours=count * (1 if unit == "hour" else 0))
    except (ValueError, OverflowError):
        return None


def _add_months(day: date, count: int) -> date:
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def around(day: date, unit: str) -> Interval | None:
    """The day, week, month, year ... that holds a day."""
    if unit == "month":
        return a_month(day.year, day.month)
    if unit == "year":
        return a_year(day.year)
    if unit == "decade":
        first = day.year // 10 * 10
        return Interval.of(date(max(first, 1), 1, 1), date(first + 9, 12, 31), Granularity.LONG)
    if unit in {"week", "fortnight"}:
        return a_week(day)
    if unit == "century":
        return a_century((day.year - 1) // 100 + 1)
    return Interval.of(day, day)


def a_century(number: int) -> Interval | None:
    """The nineteenth century is 1801 to 1900."""
    if not 1 <= number <= 99:
        return None
    return Interval.of(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), Granularity.LONG)
