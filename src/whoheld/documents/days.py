"""Days as people write them at the head of a text or on a command line; only those with one reading."""

import re
from collections.abc import Iterator
from datetime import date

from whoheld.errors import BadDate

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIRST_YEAR, LAST_YEAR = (
    1600,
    2199,
)  # a year outside is a slip of the pen, and arithmetic on it runs over the calendar

_MONTH = (
    r"(?P<month{n}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day{n}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{n}>\d{{4}})"
_FORMS = (
    r"(?P<year0>\d{4})-(?P<month0>\d{1,2})-(?P<day0>\d{1,2})(?:[T ]\d{2}:?\d{2}\S*)?",
    (_DAY + r"(?:\s+of)?[\s-]+" + _MONTH.replace("{n}", "1") + r",?[\s-]+" + _YEAR).format(n=1),
    (_MONTH.replace("{n}", "2") + r"\s+" + _DAY + r",?\s+" + _YEAR).format(n=2),
    r"(?P<year3>\d{4})(?P<month3>\d{2})(?P<day3>\d{2})",
)
DAY_PATTERN = "(?:" + "|".join(_FORMS) + ")"
_WHOLE = re.compile(DAY_PATTERN, re.IGNORECASE)

# what may stand beside the day on a line that only tells when a text came out
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)[.,]?"
_LABEL = (
    r"(?:(?:first\s+)?published|posted|dated?(?:\s+of\s+(?:release|publication|issue))?|issued|released?"
    r"(?:\s+date)?)(?:\s+on)?\s*[:\-]?"
)
_CLOCK = r"(?:(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*(?:gmt|utc|est|edt|bst|cet|local time))?)"
_DATED_LINE = re.compile(
    rf"[\W_]*(?:{_LABEL}\s*)?(?:{_WEEKDAY}\s*)?{DAY_PATTERN}[\s,|\-–—]*(?:{_CLOCK})?[\W_]*", re.IGNORECASE
)
_PLACE = r"(?-i:[A-Z][A-Z.'’\-]+(?:[ /][A-Z][A-Z.'’\-]+){0,3})(?:,\s+[\w' ]{2,20})?"
_DATELINE = re.compile(rf"\s*{_PLACE}[,:]?\s+\(?(?:{_WEEKDAY}\s*)?{DAY_PATTERN}\)?\s*[\-–—:(/]", re.IGNORECASE)
_HEAD_LINES = 5


def parse_day(text: str) -> date:
    """The day that a text is: 2016-12-12, 12 Dec 2016, December 12, 2016 or 20161212.

    Raises:
        BadDate: it is none of these, or no day of the calendar.
    """
    found = _WHOLE.fullmatch(text.strip())
    day = _day_of(found) if found else None
    if day is None:
        message = f"{text.strip()[:40]!r} is no date; write it as 2016-12-12"
        raise BadDate(message)
    return day


def day_label(day: date) -> str:
    """A day as no reader can mistake it: 12 Dec 2016."""
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"


def opening_day(text: str) -> date | None:
    """The day of publication by a text's first lines: a dateline, or a line that is only a date."""
    for line in _head(text):
        found = _DATED_LINE.fullmatch(line) or _DATELINE.match(line)
        day = _day_of(found) if found else None
        if day:
            return day
    return None


def _head(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text[:4000].splitlines())
    for number, line in enumerate(filter(None, lines)):
        if number == _HEAD_LINES:
            return
        yield line[:200]


def _day_of(found: re.Match[str]) -> date | None:
    """The day of a match, None where the calendar has no such day."""
    groups = found.groupdict()
    for form in range(len(_FORMS)):
        year, month, day = (groups[f"{part}{form}"] for part in ("year", "month", "day"))
        if year:
            return _calendar_day(int(year), month, int(day))
    return None


def _calendar_day(year: int, month: str, day: int) -> date | None:
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, number, day)
    except ValueError:
        return None
