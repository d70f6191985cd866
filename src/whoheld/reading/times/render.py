"""Times as the VAL attribute of TIMEX3 writes them."""

from collections.abc import Mapping
from datetime import date

from whoheld.model import Granularity, Interval
from whoheld.reading.times.numbers import values

_LETTERS = {
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
_HOURS = {"hour": "H", "minute": "M", "second": "S"}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_FREQUENT = {"daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX"}


def day(here: date, fields: Mapping[str, str]) -> str:
    """``1775-04-18``, or ``1775-04-18TNI`` where a part of the day is told."""
    return here.isoformat() + part_of_day(fields)


def part_of_day(fields: Mapping[str, str]) -> str:
    """``TNI`` for the night, "" where no part is told."""
    word = fields.get("daypart", "night" if fields.get("named") in {"tonight", "overnight"} else "")
    return f"T{values()['DAYPART'][word]}" if word else ""


def unknown_day(fields: Mapping[str, str]) -> str:
    """Some day that cannot be told."""
    return "XXXX-XX-XX" + part_of_day(fields)


def duration(count: float | None, unit: str) -> str:
    """``P3D``, ``PXM``, ``PT24H``."""
    many = "X" if count is None else f"{count * (2 if unit == 'fortnight' else 1):g}"
    return f"PT{many}{_HOURS[unit]}" if unit in _HOURS else f"P{many}{_LETTERS[unit]}"


def unit(here: date | None, name: str) -> str:
    """The day, week, month ... that holds a day."""
    if here is None:
        return ""
    if name == "week":
        return f"{here.isocalendar().year}-W{here.isocalendar().week:02}"
    return here.isoformat()[: {"month": 7, "year": 4, "decade": 3, "century": 2}.get(name, 10)]


def unknown_unit(name: str) -> str:
    """A day, week or month that cannot be told."""
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(name, "")


def season(year: int | None, name: str) -> str:
    """``1941-SU``."""
    return f"{year:04}-{_SEASONS[name]}" if year else f"XXXX-{_SEASONS[name]}"


def vague_reference(sense: str) -> str:
    """A time before or after some other that cannot be told."""
    return "PAST_REF" if sense in {"ago", "earlier", "before", "back"} else "FUTURE_REF"


def frequency(word: str) -> str:
    """``XXXX-XX-XX`` for "daily"."""
    return _FREQUENT.get(word, "XXXX")


def of(interval: Interval | None) -> str:
    """The value of an interval by its granularity."""
    if interval is None or interval.start is None:
        return ""
    size = {Granularity.MONTH: 7, Granularity.PART: 7, Granularity.YEAR: 4}.get(interval.granularity, 10)
    return interval.start.isoformat()[:size]
