"""From an expression to days: one small function a kind of expression."""

from collections.abc import Callable
from datetime import date, timedelta

from whoheld.model import Granularity, Interval
from whoheld.reading.times import calendar as cal
from whoheld.reading.times import render
from whoheld.reading.times.anchor import Anchor
from whoheld.reading.times.dates import (
    resolve_date,
    resolve_days,
    resolve_months,
    resolve_season,
    resolve_years,
)
from whoheld.reading.times.grammar import Expression
from whoheld.reading.times.numbers import month_name, number, ordinal, singular, values, weekday_number
from whoheld.reading.times.result import UNKNOWN, Resolved, on_day

BACK = frozenset({"last", "past", "previous", "preceding", "before"})
ON = frozenset({"next", "following", "subsequent", "ensuing", "coming", "upcoming", "after"})
RUNNING = frozenset(
    {
        "previous",
        "preceding",
        "following",
        "subsequent",
        "ensuing",
        "same",
        "that",
        "that same",
        "before",
        "after",
    }
)
_NAMED = {"yesterday": (-1, 0), "today": (0, 0), "tomorrow": (1, 0), "tonight": (0, 0), "overnight": (-1, 1)}
_SENSES_BACK = frozenset({"ago", "earlier", "before", "back"})


def base_of(shift: str, anchor: Anchor, unit: str = "day") -> date | None:
    """The day that a shift counts from: "last" from publication, "that" from the running date."""
    if shift in RUNNING or not anchor.speaks:
        return anchor.near_for(unit) or (anchor.published if anchor.speaks and not anchor.narrative else None)
    return anchor.published


def _steps(shift: str) -> int:
    return -1 if shift in BACK else 1 if shift in ON else 0


def _weekday(told: Expression, anchor: Anchor, direction: int) -> Resolved:
    wanted, shift = weekday_number(told.fields["weekday"]), told.fields.get("shift", "")
    base = anchor.near_for("week") if anchor.narrative or shift in RUNNING else anchor.published
    if base is None and anchor.speaks:
        base = anchor.published
    if base is None:
        return UNKNOWN
    if shift in BACK:
        day = cal.weekday_near(base, wanted, -1, strictly=True)
    elif shift in ON:
        day = cal.weekday_near(base, wanted, 1, strictly=True)
    else:
        day = cal.weekday_near(base, wanted, 1 if anchor.narrative else direction)
    return on_day(day, "weekday", told.fields)


def _named(told: Expression, anchor: Anchor, _: int) -> Resolved:
    base = anchor.published if anchor.speaks else anchor.day
    first, more = _NAMED[told.fields["named"]]
    if base is None:
        return Resolved(None, render.unknown_day(told.fields), relative=True)
    day = base + timedelta(days=first)
    if not more:
        return on_day(day, told.fields["named"], told.fields)
    interval = Interval.of(day, base, Granularity.DAYS)
    return Resolved(interval, render.day(base, told.fields), True, "overnight")


def _daypart(told: Expression, anchor: Anchor, _: int) -> Resolved:
    shift = told.fields["shift"]
    if shift == "next":
        shift = "following"
    base = anchor.day if shift in RUNNING or not anchor.speaks else anchor.published
    if base is None:
        return Resolved(None, render.unknown_day(told.fields), relative=True)
    return on_day(base + timedelta(days=_steps(shift)), f"{shift} {told.fields['daypart']}", told.fields)


def _weekend(told: Expression, anchor: Anchor, direction: int) -> Resolved:
    shift = told.fields.get("shift", "")
    base = base_of(shift, anchor)
    if base is None:
        return UNKNOWN
    ahead = _steps(shift) if shift else direction
    sunday = cal.weekday_near(base, 6, 1 if ahead > 0 else -1)
    saturday = sunday - timedelta(days=1)
    if base.weekday() == 5 and ahead <= 0:
        saturday, sunday = base, base + timedelta(days=1)
    value = f"{saturday.isocalendar().year}-W{saturday.isocalendar().week:02}-WE"
    return Resolved(Interval.of(saturday, sunday, Granularity.DAYS), value, True, "weekend")


def _unit(told: Expression, anchor: Anchor, _: int) -> Resolved:
    unit, shift = singular(told.fields["unit"]), told.fields.get("shift", "same")
    if shift == "next" and "the" in told.fields:
        shift = "following"
    base = base_of(shift, anchor, unit)
    if base is None or unit in {"hour", "minute"}:
        return Resolved(None, render.unknown_unit(unit), relative=True)
    if shift == "past":
        return _stretch(base, -1, unit)
    if unit == "day" and shift in ON and anchor.day and shift not in {"coming", "upcoming"}:
        base = anchor.day
    moved = cal.add(base, _steps(shift), unit)
    interval = cal.around(moved, unit) if moved else None
    if interval and anchor.published and told.fields.get("part") in {"earlier", "later"}:
        return Resolved(
            _split(interval, anchor.published, told.fields["part"]),
            render.unit(moved, unit),
            True,
            "this unit so far",
        )
    part = told.fields.get("part") or values()["EDGE"].get(told.fields.get("edge", ""), "")
    if interval and interval.start and part:
        interval = _part_of(interval.start, unit, str(part)) or interval
    return Resolved(interval, render.unit(moved, unit), True, f"{shift} {unit} from {base}")


def _split(interval: Interval, published: date, part: str) -> Interval:
    """The unit cut at publication: "earlier this month" ends there, "later this month" begins there."""
    if not interval.start < published < (interval.last or published):  # type: ignore[operator]
        return interval
    if part == "earlier":
        return Interval.of(interval.start, published, interval.granularity)
    return Interval.of(published, interval.last, interval.granularity)


def _part_of(start: date, unit: str, part: str) -> Interval | None:
    if unit == "month":
        return cal.a_month(start.year, start.month, part)
    return cal.a_year(start.year, part) if unit == "year" else None


def _stretch(base: date, count: float, unit: str) -> Resolved:
    """So many units up to a day, or from it."""
    end = cal.add(base, count, unit)
    value = render.duration(abs(count), unit)
    if end is None:
        return Resolved(None, value, relative=True)
    if unit in {"hour", "minute"}:
        end = base + timedelta(days=round(count / 24)) if unit == "hour" else base
    first, last = min(base, end), max(base, end)
    return Resolved(
        Interval.of(first, last, Granularity.DAYS), value, True, f"{abs(count):g} {unit} counted from {base}"
    )


def _span(told: Expression, anchor: Anchor, _: int) -> Resolved:
    unit, shift, count = singular(told.fields["unit"]), told.fields["shift"], number(told.fields.get("count"))
    base = base_of(shift, anchor)
    value = render.duration(count, unit)
    past = shift in {"last", "past", "recent"}
    if count is None and past and anchor.speaks and anchor.published:
        return Resolved(
            Interval.of(None, anchor.published, Granularity.OPEN), value, True, "up to the day of publication"
        )
    if count is None or base is None or (past and not anchor.speaks):
        return Resolved(None, value, relative=True)
    return _stretch(base, count * _steps(shift), unit)


def _offset(told: Expression, anchor: Anchor, _: int) -> Resolved:
    unit, sense, count = singular(told.fields["unit"]), told.fields["sense"], number(told.fields.get("count"))
    speech = sense in {"ago", "back"} or sense.endswith("now")
    base = anchor.published if speech and anchor.speaks else anchor.near_for(unit)
    if count is None or base is None:
        return Resolved(None, render.vague_reference(sense), relative=True)
    moved = cal.add(base, -count if sense in _SENSES_BACK else count, unit)
    if moved is None:
        return Resolved(None, "", relative=True)
    interval = cal.around(moved, "day" if unit == "week" else unit)
    value = render.unit(moved, unit) if unit != "week" else render.day(moved, {})
    return Resolved(interval, value, True, f"{count:g} {unit} {sense} from {base}")


def _duration(told: Expression, _anchor: Anchor, _direction: int) -> Resolved:
    return Resolved(
        None, render.duration(number(told.fields.get("count")), singular(told.fields["unit"])), relation="for"
    )


def _week(told: Expression, anchor: Anchor, direction: int) -> Resolved:
    month = resolve_date(told, anchor, direction).interval
    nth, count = ordinal(told.fields["nth"]), number(told.fields.get("count", "one"))
    size = cal.DAYS_IN.get(singular(told.fields["unit"]))
    if month is None or nth is None or count is None or size is None or not (month.start and month.last):
        return UNKNOWN
    if nth < 0:
        first, last = month.last - timedelta(days=round(size * count) - 1), month.last
    else:
        first = month.start + timedelta(days=size * (nth - 1))
        last = min(first + timedelta(days=round(size * count) - 1), month.last)
    if first > last:
        return UNKNOWN
    kind = Granularity.WEEK if size > 1 else Granularity.DAYS
    return Resolved(Interval.of(first, last, kind), render.unit(first, "week"), False, "week of a month")


def _monthday(told: Expression, anchor: Anchor, _: int) -> Resolved:
    day = ordinal(told.fields["day"]) or 0
    here = anchor.narrative or anchor.explicit or anchor.given == anchor.block
    base = anchor.near if here and anchor.near_for("month") else None if anchor.narrative else anchor.published
    if base is None:
        return UNKNOWN
    interval = cal.a_day(base.year, base.month, day)
    if interval and interval.start and base == anchor.published and interval.start > base:
        earlier = cal.add(base.replace(day=1), -1, "month")
        interval = cal.a_day(earlier.year, earlier.month, day) if earlier else None
    return Resolved(interval, render.of(interval), True, "day of the running month")


def _decade(told: Expression, _anchor: Anchor, _direction: int) -> Resolved:
    first = int(told.fields["decade"].rstrip("s").rstrip("'’"))
    if told.fields.get("era"):
        return Resolved(None, f"BC{first // 10:03}")
    interval = cal.around(date(first, 1, 1), "decade") if first >= 10 else None
    return Resolved(interval, f"{first // 10:03}", False, "decade")


def _century(told: Expression, _anchor: Anchor, _direction: int) -> Resolved:
    nth = ordinal(told.fields["nth"])
    if nth is None or nth < 1:
        return UNKNOWN
    if told.fields.get("era"):
        return Resolved(None, f"BC{nth - 1:02}")
    return Resolved(cal.a_century(nth), f"{nth - 1:02}", False, "century")


def _reference(told: Expression, anchor: Anchor, _: int) -> Resolved:
    word = told.fields["reference"]
    present = word in {"now", "currently", "presently", "nowadays", "current", "present", "these"}
    value = (
        "PRESENT_REF"
        if present or word in {"this", "time", "that"}
        else "FUTURE_REF"
        if word in {"future", "soon", "shortly"}
        else "PAST_REF"
    )
    if present and anchor.published and not anchor.narrative:
        return Resolved(Interval.of(anchor.published, anchor.published), value, True, "the present of the text")
    running = anchor.running if word in {"time", "that", "this"} else None
    return Resolved(running, value, True, "the running date")


def _bare(told: Expression, _anchor: Anchor, _direction: int) -> Resolved:
    return Resolved(None, render.unknown_day(told.fields), relative=True)


def _frequency(told: Expression, _anchor: Anchor, _direction: int) -> Resolved:
    return Resolved(None, render.frequency(told.fields["unit"]))


def _holiday(told: Expression, anchor: Anchor, direction: int) -> Resolved:
    month, day = (int(part) for part in values()["HOLIDAY"][told.fields["holiday"]].split("-"))
    day -= told.fields.get("eve") == "eve"
    dated = {"day": str(day), "month": month_name(month), **told.fields}
    return resolve_date(Expression(told.start, told.end, "date", told.rule, dated), anchor, direction)


RESOLVERS: dict[str, Callable[[Expression, Anchor, int], Resolved]] = {
    "date": resolve_date, "days": resolve_days, "months": resolve_months, "years": resolve_years,
    "season": resolve_season, "weekday": _weekday, "named": _named, "daypart": _daypart, "weekend": _weekend,
    "unit": _unit, "span": _span, "offset": _offset, "duration": _duration, "week": _week,
    "monthday": _monthday,
    "decade": _decade, "century": _century, "reference": _reference, "bare": _bare, "frequency": _frequency,
    "holiday": _holiday,
}  # fmt: skip


def resolve(told: Expression, anchor: Anchor, direction: int) -> Resolved:
    """The days that an expression denotes, counted from the anchor where it is relative."""
    try:
        return RESOLVERS[told.kind](told, anchor, direction)
    except (ValueError, OverflowError):  # "10,000 BC", "31 December 9999": days that no calendar here has
        return UNKNOWN
