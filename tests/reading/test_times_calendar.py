"""Arithmetic on the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.model import Granularity
from whoheld.reading.times import calendar as cal

DAYS = st.dates(date(200, 1, 1), date(3000, 12, 31))


@given(DAYS)
def test_a_day_lies_in_exactly_one_part_of_its_month(day):
    parts = [cal.a_month(day.year, day.month, part) for part in ("early", "mid", "late")]
    assert sum(day in part for part in parts) == 1
    assert day in cal.a_month(day.year, day.month)


@given(DAYS, st.integers(0, 6), st.sampled_from([-1, 0, 1]))
def test_the_nearest_weekday_is_within_a_week_on_the_right_side(day, weekday, direction):
    found = cal.weekday_near(day, weekday, direction)
    assert found.weekday() == weekday
    assert abs(found - day) <= timedelta(days=6 if direction else 3)
    assert (found - day).days * direction >= 0


@given(DAYS, st.integers(0, 6))
def test_strictly_never_gives_the_day_itself(day, weekday):
    assert cal.weekday_near(day, weekday, -1, strictly=True) < day < cal.weekday_near(day, weekday, 1, strictly=True)


@given(DAYS, st.integers(-240, 240), st.sampled_from(["day", "week", "month"]))
def test_steps_keep_their_order(day, count, unit):
    moved = cal.add(day, count, unit)
    assert moved is not None
    assert (moved > day) - (moved < day) == (count > 0) - (count < 0)


@given(DAYS, st.sampled_from(["day", "week", "month", "year", "decade", "century"]))
def test_around_holds_the_day(day, unit):
    interval = cal.around(day, unit)
    assert interval is not None
    assert day in interval


def test_out_of_the_calendar_is_no_day():
    assert cal.a_day(2015, 2, 29) is None
    assert cal.a_day(0, 1, 1) is None
    assert cal.add(date(9999, 12, 1), 40, "day") is None
    assert cal.add(date(1, 1, 1), -1, "month") is None


@pytest.mark.parametrize(
    ("interval", "first", "last", "kind"),
    [
        (cal.a_month(2016, 2, "late"), "2016-02-21", "2016-02-29", Granularity.PART),
        (cal.a_year(2014, "late"), "2014-10-01", "2014-12-31", Granularity.SEASON),
        (cal.a_season(2014, "winter"), "2014-12-01", "2015-02-28", Granularity.SEASON),
        (cal.a_week(date(2017, 3, 17)), "2017-03-13", "2017-03-19", Granularity.WEEK),
    ],
)
def test_named_stretches(interval, first, last, kind):
    assert (interval.record(), interval.granularity) == ({"from": first, "to": last}, kind)
