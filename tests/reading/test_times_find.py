"""Expressions of time: which are found, and the days that they denote."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from whoheld.codebooks.tables import read_toml
from whoheld.reading.mentions import TimeMention
from whoheld.reading.page import Page
from whoheld.reading.times import find_times, timex_value
from whoheld.reading.times.words import SHAPES, TABLE, class_of

FRIDAY = date(2017, 3, 17)


def told(page: Callable[..., Page], text: str, published: date | None = FRIDAY) -> dict[str, TimeMention]:
    parsed = page(text, published)
    return {parsed.doc[m.start : m.end].text: m for m in find_times(parsed)}


def days(mention: TimeMention) -> tuple[str | None, str | None] | None:
    record = mention.interval.record() if mention.interval else None
    return (record["from"], record["to"]) if record else None


def only(page: Callable[..., Page], text: str, published: date | None = FRIDAY) -> TimeMention:
    found = list(told(page, text, published).values())
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They took the bridge on 12 December 2016.", "2016-12-12", "2016-12-12"),
        ("They took the bridge on December 12th, 2016.", "2016-12-12", "2016-12-12"),
        ("They took the bridge on the 3rd of May 2015.", "2015-05-03", "2015-05-03"),
        ("The report of 2016-12-12 names the bridge.", "2016-12-12", "2016-12-12"),
        ("The report of 23/11/2016 names the bridge.", "2016-11-23", "2016-11-23"),
        ("They took the bridge on Feb. 12.", "2017-02-12", "2017-02-12"),
        ("They took the bridge on Sunday.", "2017-03-12", "2017-03-12"),
        ("They took the bridge last Friday.", "2017-03-10", "2017-03-10"),
        ("They took the bridge on Friday.", "2017-03-17", "2017-03-17"),
        ("They took the bridge yesterday.", "2017-03-16", "2017-03-16"),
        ("They took the bridge overnight.", "2017-03-16", "2017-03-17"),
        ("They took the bridge over the weekend.", "2017-03-11", "2017-03-12"),
        ("They took the bridge in mid-August 2016.", "2016-08-11", "2016-08-20"),
        ("They took the bridge in early August 2016.", "2016-08-01", "2016-08-10"),
        ("They took the bridge at the end of February 2016.", "2016-02-21", "2016-02-29"),
        ("They took the bridge in the first week of May 2016.", "2016-05-01", "2016-05-07"),
        ("They took the bridge in April.", "2016-04-01", "2016-04-30"),
        ("They took the bridge last November.", "2016-11-01", "2016-11-30"),
        ("They took the bridge last March.", "2016-03-01", "2016-03-31"),
        ("They took the bridge in the spring of 2012.", "2012-03-01", "2012-05-31"),
        ("They took the bridge in the first half of 2015.", "2015-01-01", "2015-06-30"),
        ("They took the bridge in 2014.", "2014-01-01", "2014-12-31"),
        ("They ruled the valley in the 1990s.", "1990-01-01", "1999-12-31"),
        ("They ruled the valley in the 19th century.", "1801-01-01", "1900-12-31"),
        ("They fought there between 3 and 7 May 2016.", "2016-05-03", "2016-05-07"),
        ("They fought there from 12 to 15 June 2016.", "2016-06-12", "2016-06-15"),
        ("They fought there on 10-12 May 2016.", "2016-05-10", "2016-05-12"),
        ("They fought there from June 2014 to March 2015.", "2014-06-01", "2015-03-31"),
        ("They took the bridge three days ago.", "2017-03-14", "2017-03-14"),
        ("They took the bridge two months ago.", "2017-01-01", "2017-01-31"),
        ("They lost forty men in the past 24 hours.", "2017-03-16", "2017-03-17"),
        ("They took the bridge last week.", "2017-03-06", "2017-03-12"),
        ("They have held the bridge for over two years.", "2015-03-17", "2017-03-17"),
    ],
)
def test_days(page, text, first, last):
    assert days(only(page, text)) == (first, last)


@pytest.mark.parametrize(
    ("text", "relation", "first", "last"),
    [
        ("They have held it since late March 2016.", "since", "2016-03-21", None),
        ("They held it until September 2016.", "until", None, "2016-09-30"),
        ("They left it by 3 May 2016.", "by", None, "2016-05-03"),
        ("They left it before 3 May 2016.", "before", None, "2016-05-02"),
    ],
)
def test_prepositions_bound(page, text, relation, first, last):
    mention = only(page, text)
    assert (mention.relation, days(mention)) == (relation, (first, last))


def test_a_date_in_figures_that_may_be_two_dates_is_left_open(page):
    assert only(page, "The note of 03/04/2015 names the bridge.").interval is None


def test_tense_gives_the_direction(page):
    assert days(only(page, "They will meet on Monday.")) == ("2017-03-20", "2017-03-20")
    assert days(only(page, "They met on Monday.")) == ("2017-03-13", "2017-03-13")
    assert days(only(page, "They will meet in April.")) == ("2017-04-01", "2017-04-30")


def test_without_an_anchor_a_relative_date_stays_open(page):
    for text in (
        "They left yesterday.",
        "They left on Sunday.",
        "They left two weeks ago.",
        "They left on 9 August.",
    ):
        assert only(page, text, published=None).interval is None


def test_a_narrative_carries_its_year_and_its_day(page):
    text = (
        "On 28 December 2012 the brigade reached the pass. The next day it took the fort. Three days later, on"
        " 1 January, the town fell. The garrison left the same day, and in February the valley was quiet."
    )
    found = told(page, text, published=None)
    assert days(found["The next day"]) == ("2012-12-29", "2012-12-29")
    assert days(found["1 January"]) == ("2013-01-01", "2013-01-01")
    assert days(found["the same day"]) == ("2013-01-01", "2013-01-01")
    assert days(found["February"]) == ("2013-02-01", "2013-02-28")


def test_the_running_month_serves_previous_and_same_and_following(page):
    text = (
        "In May 2015 they lost the city. The villages fell that same month. The year before the last, the previous"
        " July, they had held both, and they won them back at the end of the following December."
    )
    found = told(page, text, published=date(2016, 12, 12))
    assert days(found["that same month"]) == ("2015-05-01", "2015-05-31")
    assert days(found["the previous July"]) == ("2014-07-01", "2014-07-31")


def test_an_own_dateline_goes_before_the_recorded_date(page):
    text = "Friday 23 Aug 2013 A bomb went off in a market on Thursday."
    assert days(told(page, text, published=date(2013, 8, 15))["Thursday"]) == ("2013-08-22", "2013-08-22")


@pytest.mark.parametrize(
    "text",
    [
        "The group may march on the town, and may 300 men be enough?",
        "The Arab Spring had come to the valley.",
        "They lost 1500 fighters and 30 tanks.",
        "A second attack followed the first.",
        "The 5th Division and its 20th Brigade held the ridge.",
    ],
)
def test_words_that_only_look_like_times(page, text):
    assert [m for m in find_times(page(text, FRIDAY)) if m.interval] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began on 22 June 1941.", "1941-06-22"),
        ("It began in June 1941.", "1941-06"),
        ("It began in the summer of 1941.", "1941-SU"),
        ("It began in the late 1940s.", "194"),
        ("It lasted three days.", "P3D"),
        ("It lasted several weeks.", "PXW"),
        ("It lasted 24 hours.", "PT24H"),
        ("It began on the night of 20 June 1791.", "1791-06-20TNI"),
        ("It began in 490 BC.", "BC0490"),
        ("It began in the second half of 2008.", "2008-H2"),
    ],
)
def test_values(page, text, value):
    assert timex_value(only(page, text, published=None)) == value


def test_the_table_has_each_word_once_and_its_rules_name_known_classes():

    table = read_toml(TABLE)
    words = [word for listed in table["words"].values() for word in listed]
    assert sorted(words) == sorted(set(words))
    known = {*SHAPES, *table["words"]}
    for rule in table["rules"]:
        assert set(re.findall(r"\b(?:[A-Z]{2,}|A)\b", rule["pattern"])) <= known, rule["name"]


@pytest.mark.parametrize(
    ("token", "kind"),
    [("12", "DAY"), ("12th", "ORD"), ("1941", "YEAR"), ("45", "NUM"), ("3–7", "DAYS"), ("2014–15", "YEARS"),
     ("1990s", "DECADE"), ("06.04.2017Get", "NDATE"), ("16:30", "CLOCK"), ("May", "MONTH"), ("may", "OTHER"),
     ("Sun", "WABBR"), ("sun", "OTHER"), ("Kyiv", "CAP")],
)  # fmt: skip
def test_classes_of_tokens(token, kind):
    assert class_of(token) == kind


@pytest.mark.parametrize(
    ("text", "phrase", "first", "last"),
    [
        ("He was shot on 22 February this year.", "22 February this year", "2017-02-22", "2017-02-22"),
        ("The column took the town in August last year.", "August last year", "2016-08-01", "2016-08-31"),
        (
            "They left in May 2012. In July of the same year they returned.",
            "July of the same year",
            "2012-07-01",
            "2012-07-31",
        ),
        (
            "They left in May 2012. In July of the following year they returned.",
            "July of the following year",
            "2013-07-01",
            "2013-07-31",
        ),
        ("In January they took the hill and, on the 20th, the town.", "the 20th", "2017-01-20", "2017-01-20"),
        ("On the 20th, they took the town.", "the 20th", "2017-02-20", "2017-02-20"),
    ],
)
def test_years_and_months_told_beside(page, text, phrase, first, last):
    assert days(told(page, text)[phrase]) == (first, last)


def test_a_number_of_a_unit_is_no_day(page):
    assert told(page, "The 20th division left.") == {}


def test_a_retrospect_speaks_of_this_week_too(page):
    text = "They took it on 2 June 2012, lost it on 3 March 2013 and came back on 4 May 2014. On Friday it was bombed."
    assert days(told(page, text, date(2016, 5, 9))["Friday"]) == ("2016-05-06", "2016-05-06")
