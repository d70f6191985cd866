from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.documents import day_label, parse_day
from whoheld.documents.days import FIRST_YEAR, LAST_YEAR, opening_day
from whoheld.errors import BadDate

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@given(DAYS)
def test_a_label_is_read_as_its_day(day: date) -> None:
    assert parse_day(day_label(day)) == day
    assert parse_day(day.isoformat()) == day
    assert parse_day(day.strftime("%Y%m%d")) == day


@pytest.mark.parametrize(
    "text",
    [
        "12 December 2016",
        "12th of Dec 2016",
        "December 12, 2016",
        "Dec. 12 2016",
        "12-Dec-2016",
        " 2016-12-12T09:30Z ",
    ],
)
def test_usual_forms(text: str) -> None:
    assert parse_day(text) == date(2016, 12, 12)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12/11/2016",
        "2016-02-30",
        "31 Nov 2016",
        "0016-01-01",
        "2500-01-01",
        "May 2015",
        "2016",
        "tomorrow",
        "12 Dec",
    ],
)
def test_what_is_no_day_or_two(text: str) -> None:
    with pytest.raises(BadDate, match="is no date"):
        parse_day(text)


@given(st.text(max_size=60))
def test_no_text_gives_any_other_error(text: str) -> None:
    with suppress(BadDate):
        assert parse_day(text)
    opening_day(text)


@pytest.mark.parametrize(
    "head",
    [
        "MAIDUGURI, 3 March 2014 (Wire) - Gunmen attacked a market.",
        "GOMA, DR Congo, 3 March 2014 – The rebels left.",
        "Rebels leave\nMonday, 3 March 2014\nThe rebels left.",
        "Published: March 3, 2014 10:40 GMT\n\nThe rebels left.",
        "2014-03-03\nThe rebels left.",
        "# Situation report\nDate of release: 3 Mar. 2014\n",
    ],
)
def test_day_at_the_head(head: str) -> None:
    assert opening_day(head) == date(2014, 3, 3)


@pytest.mark.parametrize(
    "head",
    [
        "Rebels took the town on 3 March 2014",
        "On 3 March 2014, rebels took the town.",
        "3 March 2014 was the day when the town fell.",
        "The Army said on 3 March 2014 - a Monday - that it had left.",
        "GOMA, March 3 (Wire) - The rebels left.",
        "One\n" * 8 + "3 March 2014\n",
    ],
)
def test_a_day_that_the_text_tells_of_is_not_that_of_its_publication(head: str) -> None:
    assert opening_day(head) is None
