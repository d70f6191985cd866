"""The times that a text offers a claim, what speaks for each, and the choice among them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.model import NO_TIME, Granularity, Interval
from whoheld.reading.page import Page
from whoheld.reading.times import when_of
from whoheld.reading.times.find import chronicle
from whoheld.reading.times.forms import days_of, length_forms, shape, stretch
from whoheld.reading.times.history import relation
from whoheld.reading.times.options import TimeOption, time_options
from whoheld.reading.times.pick import InContext, best, crossed, load_weights
from whoheld.reading.times.rules import by_rules
from whoheld.reading.times.site import About, Dated, Site

FRIDAY = date(2017, 3, 17)
DAYS = st.dates(date(1900, 1, 1), date(2050, 1, 1))
ATTACK = About("attack")
Ends = tuple[str | None, str | None]


def site(
    page: Callable[..., Page],
    text: str,
    word: str,
    about: About = ATTACK,
    dated: tuple[Dated, ...] = (),
) -> Site:
    parsed = page(text, FRIDAY)
    trigger = next(token for token in parsed.doc if token.text == word)
    return Site(parsed, chronicle(parsed), trigger, False, about, dated)


def ends(interval: Interval) -> Ends:
    record = interval.record()
    return record["from"], record["to"]


def offered(here: Site) -> dict[Ends, TimeOption]:
    how, ruled = by_rules(here)
    return {ends(option.interval): option for option in time_options(here, ruled.interval, how)}


def on(day: date) -> Interval:
    return Interval.of(day, day)


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Gunmen raided the mill on Sunday.", "raided", ("2017-03-12", "2017-03-12")),
        ("Gunmen raided the mill on Sunday.", "raided", ("2017-03-11", "2017-03-12")),
        ("Gunmen have raided the mill since Sunday.", "raided", ("2017-03-12", "2017-03-17")),
        ("Raids began on Monday and stopped on Thursday.", "Raids", ("2017-03-13", "2017-03-16")),
        ("On Thursday the army ended three days of raids.", "raids", ("2017-03-14", "2017-03-16")),
        ("Gunmen raided the mill.", "raided", ("2017-03-17", None)),
        ("Gunmen raided the mill.", "raided", (None, None)),
    ],
)
def test_a_text_offers(page, text, word, wanted):
    assert wanted in offered(site(page, text, word))


def test_each_time_is_offered_once_and_the_rules_come_first(page):
    here = site(page, "On Sunday gunmen raided the mill. They left on Monday.", "left")
    how, ruled = by_rules(here)
    options = time_options(here, ruled.interval, how)
    keys = [(option.interval.start, option.interval.end) for option in options]
    assert len(keys) == len(set(keys))
    assert ends(options[0].interval) == ("2017-03-13", "2017-03-13")
    assert "rule:sentence" in options[0].names


def test_the_time_of_the_same_event_told_before_is_offered_and_marked(page):
    about = About("capture", "denied", "Harim", frozenset({"Army"}))
    told = Dated(0, "capture", "Harim", frozenset({"Army"}), on(date(2017, 2, 2)))
    other = Dated(0, "capture", "Salqin", frozenset({"Army"}), on(date(2017, 2, 9)))
    options = offered(site(page, "Rebels denied its loss.", "loss", about, (told, other)))
    assert "same:party=True:True" in options["2017-02-02", "2017-02-02"].names
    assert "same=False" in options["2017-02-09", "2017-02-09"].names


def test_a_claim_without_context_is_dated_by_the_rules(page):
    parsed = page("Gunmen raided the mill on Sunday.", FRIDAY)
    assert when_of(parsed, 1).reason.startswith("told with it")


def test_the_choice_keeps_to_what_is_plain(page):
    parsed = page("Gunmen raided the mill on Sunday.", FRIDAY)
    timing = when_of(parsed, 1, about=About("attack", "asserted"))
    assert ends(timing.interval) == ("2017-03-12", "2017-03-12")
    assert timing.mention is not None


def test_nothing_is_invented_without_a_date(page):
    parsed = page("Gunmen raided the mill.", None)
    assert when_of(parsed, 1, about=About("attack", "asserted")).interval == NO_TIME


def test_weights_weigh_a_feature_alone_and_in_its_context():
    first, second = TimeOption(NO_TIME, None, "", {"a"}), TimeOption(on(FRIDAY), None, "", {"b"})
    weights = {"a": {"": 1.0, "past": -2.0}, "b": {"": 0.5}}
    assert best([first, second], InContext(weights, [])) is first
    assert best([first, second], InContext(weights, ["past"])) is second


def test_pairs_of_features_are_crossed_with_no_context():
    assert set(crossed(["a", "b|c"], ["past"])) == {("a", ""), ("a", "past"), ("b|c", "")}


def test_the_weights_of_the_package_know_the_features(page):
    here = site(page, "On Sunday gunmen raided the mill.", "raided")
    names = {name for option in offered(here).values() for name in option.names}
    assert len(names & load_weights().keys()) > len(names) / 3


@pytest.mark.parametrize(("value", "days"), [("P3D", 3), ("P2W", 14), ("PXD", 0), ("PT5H", 0), ("", 0), ("2017", 0)])
def test_days_of_a_duration(value, days):
    assert days_of(value) == days


@given(DAYS, st.integers(1, 3000))
def test_so_long_up_to_a_day_is_so_long(day, days):
    forms = dict(length_forms(on(day), days))
    upto, onwards = forms["upto"], forms["from"]
    assert upto
    assert upto.start
    assert upto.end
    assert upto.last == day
    assert (upto.end - upto.start).days == days
    assert onwards
    assert onwards.start == day


@given(DAYS, DAYS)
def test_relations_of_days_turn_around(one, other):
    turned = {"before": "after", "after": "before", "eq": "eq"}
    assert turned[relation(on(one), on(other))] == relation(on(other), on(one))


@given(DAYS, st.integers(0, 400), st.integers(0, 400))
def test_what_covers_has_inside(start, before, after):
    wide = Interval.of(start - timedelta(days=before + 1), start + timedelta(days=after))
    assert relation(wide, on(start)) == "covers"
    assert relation(on(start), wide) == "inside"


@given(DAYS, DAYS)
def test_a_stretch_runs_forward(one, other):
    span = stretch(on(one), on(other))
    assert (span is None) == (one > other)


def test_shapes_tell_open_ends():
    assert "ends=ns" in shape(Interval.of(None, FRIDAY, Granularity.OPEN), FRIDAY)
    assert "ago=ahead" in shape(on(FRIDAY + timedelta(days=1)), FRIDAY)
