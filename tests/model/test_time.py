from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.model import NO_TIME, Granularity, Interval

DAYS = st.dates(date(1, 1, 1), date.max - timedelta(days=1))


def test_last_day_belongs_to_it():
    may = Interval.of(date(2015, 5, 1), date(2015, 5, 31), Granularity.MONTH)
    assert may.end == date(2015, 6, 1)
    assert date(2015, 5, 31) in may
    assert date(2015, 6, 1) not in may
    assert may.record() == {"from": "2015-05-01", "to": "2015-05-31"}


def test_a_day_is_one_day_long():
    day = Interval.of(date(2016, 12, 11), date(2016, 12, 11))
    assert day.end == date(2016, 12, 12)
    assert day.last == day.start
    assert day.granularity is Granularity.DAY


@pytest.mark.parametrize("days", [0, 1, 40])
def test_an_interval_ends_after_it_starts(days: int):
    start = date(2016, 1, 1)
    with pytest.raises(ValueError, match="must end after it starts"):
        Interval(start, start - timedelta(days=days))


def test_open_ends():
    since = Interval(date(2014, 6, 29), None, Granularity.OPEN)
    assert date.max in since
    assert date(2014, 6, 28) not in since
    assert since.record() == {"from": "2014-06-29", "to": None}
    until = Interval(None, date(2014, 6, 29), Granularity.OPEN)
    assert date.min in until
    assert until.record() == {"from": None, "to": "2014-06-28"}


def test_no_time_holds_every_day_and_tells_none():
    assert date(1943, 2, 2) in NO_TIME
    assert NO_TIME.record() == {"from": None, "to": None}


def test_the_last_day_of_the_calendar_leaves_the_end_open():
    assert Interval.of(date(2000, 1, 1), date.max).end is None


@given(DAYS, DAYS)
def test_inclusive_form_survives(one: date, other: date):
    first, last = sorted((one, other))
    interval = Interval.of(first, last)
    assert (interval.start, interval.last) == (first, last)
    assert first in interval
    assert last in interval
    assert interval.record() == {"from": first.isoformat(), "to": last.isoformat()}


@given(DAYS, DAYS, DAYS)
def test_it_holds_exactly_the_days_between(one: date, other: date, day: date):
    first, last = sorted((one, other))
    assert (day in Interval.of(first, last)) == (first <= day <= last)


@given(st.none() | DAYS, st.none() | DAYS)
def test_equal_ends_make_equal_intervals(first: date | None, last: date | None):
    if first and last and last < first:
        first, last = last, first
    assert Interval.of(first, last) == Interval.of(first, last)
    assert hash(Interval.of(first, last)) == hash(Interval.of(first, last))
