"""Numbers of people: bounds, fates, and the claims that they belong to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.model import CountKind
from whoheld.reading.counts import counts_of, find_counts
from whoheld.reading.counts.numbers import find_numbers

WORDS = [
    "at",
    "least",
    "12",
    ",",
    "of",
    "to",
    "and",
    "hundreds",
    "a",
    "dozen",
    "between",
    "more",
    "than",
    "5,000",
    "men",
]


def bounds(text: str) -> list[tuple[int | None, int | None]]:
    return [(number.low, number.high) for number in find_numbers(text.lower().split())]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12 soldiers", (12, 12)),
        ("at least 12 soldiers", (12, None)),
        ("no fewer than 180 men", (180, None)),
        ("more than 20 fighters", (20, None)),
        ("more than two dozen fighters", (24, None)),
        ("up to 50 people", (None, 50)),
        ("as many as 35,000 people", (None, 35000)),
        ("no more than 2,000 men", (None, 2000)),
        ("fewer than 300 men", (None, 300)),
        ("some 50 men", (50, 50)),
        ("an estimated 58,000 people", (58000, 58000)),
        ("between 12 and 15 people", (12, 15)),
        ("12 to 15 people", (12, 15)),
        ("60–80 rebels", (60, 80)),
        ("dozens of people", (24, None)),
        ("scores of people", (40, None)),
        ("hundreds of people", (200, None)),
        ("thousands of people", (2000, None)),
        ("tens of thousands of people", (20000, None)),
        ("hundreds of thousands of people", (200000, None)),
        ("several hundred men", (200, None)),
        ("a dozen men", (12, 12)),
        ("two dozen men", (24, 24)),
        ("twenty-one men", (21, 21)),
        ("twenty - one men", (21, 21)),
        ("1.2 million people", (1200000, 1200000)),
        ("1 000 people", (1000, 1000)),
        ("three hundred and fifty men", (350, 350)),
        ("a couple", (2, 2)),
        ("100 or more men", (100, None)),
    ],
)
def test_bounds(text, wanted):
    assert bounds(text) == [wanted]


@given(st.integers(min_value=0, max_value=10**9))
def test_figures_are_read_as_written(value):
    assert bounds(f"{value} people") == [(value, value)]
    assert bounds(f"{value:,} people") == [(value, value)]


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=12,
    )
)
def test_numbers_never_overlap_and_have_ordered_bounds(words):
    found = find_numbers(words)
    for number, after in pairwise(found):
        assert number.end <= after.core
    assert all(n.low is None or n.high is None or n.low <= n.high for n in found)


def told(page, text: str) -> list[tuple[str, int | None, int | None]]:
    return [(found.what.value, found.low, found.high) for found in find_counts(page(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "An air raid killed 12 people and wounded at least 30.",
            [("killed", 12, 12), ("wounded", 30, None)],
        ),
        ("Four men were killed and 12 wounded.", [("killed", 4, 4), ("wounded", 12, 12)]),
        ("The blast left seven dead.", [("killed", 7, 7)]),
        ("The explosion claimed the lives of nine villagers.", [("killed", 9, 9)]),
        ("Eight peacekeepers died.", [("killed", 8, 8)]),
        ("The bodies of 14 men were found.", [("killed", 14, 14)]),
        ("The militia took 41 soldiers prisoner.", [("captured", 41, 41)]),
        ("Police arrested 17 suspects.", [("captured", 17, 17)]),
        ("Gunmen abducted three nurses.", [("captured", 3, 3)]),
        ("More than 5,000 people fled the city.", [("displaced", 5000, None)]),
        ("The fighting displaced 2,800 families.", [("displaced", 2800, 2800)]),
        ("Two sailors are missing.", [("missing", 2, 2)]),
        ("Some 4,000 fighters entered the town.", [("fighters", 4000, 4000)]),
        ("A soldier was killed near the gate.", [("killed", 1, 1)]),
        ("On 11 July 7 soldiers were killed in the valley.", [("killed", 7, 7)]),
        ("Twelve fighters were reported to have been killed.", [("killed", 12, 12)]),
        ("The number of people killed in the siege rose to 105.", [("killed", 105, 105)]),
        ("At least 20 guards were killed or wounded.", [("other", 20, None)]),
        ("Shells killed six people, including two women.", [("killed", 6, 6), ("killed", 2, 2)]),
        ("Officials counted 20 dead, 12 of them children.", [("killed", 20, 20), ("killed", 12, 12)]),
    ],
)
def test_fates(page, text, wanted):
    assert told(page, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The army destroyed 12 tanks.",
        "The rebels seized five villages on 3 March 2016.",
        "Troops advanced 20 kilometres in two days.",
        "The 4th Brigade left Base 101 at 14:40.",
        "Damage is put at $3 million, or 40 percent of the budget.",
        "Battalion 275 held the pass in 2014.",
        "Warplanes carried out 30 airstrikes.",
    ],
)
def test_what_counts_nobody(page, text):
    assert told(page, text) == []


def counted(page, text: str, word: str, kind: str, upto: str | None = None) -> list[tuple[CountKind, int | None]]:
    made = page(text)
    made.counts = find_counts(made)
    trigger = next(token.i for token in made.doc if token.text == word)
    end = next((token.i + 1 for token in made.doc if token.text == upto), len(made.doc))
    return [(count.what, count.low) for count in counts_of(made, trigger, 0, end, kind)]


def test_a_strike_takes_the_dead_of_its_following_participle(page):
    text = "Jets bombed the market, killing 12 people and wounding nine."
    assert (CountKind.KILLED, 12) in counted(page, text, "bombed", "airstrike", upto="market")


def test_a_capture_leaves_the_dead_of_another_clause(page):
    text = "The army seized the village, and a mine killed two soldiers elsewhere."
    assert counted(page, text, "seized", "capture", upto="village") == []


def test_kinds_take_their_own_fates(page):
    assert counted(page, "The movement freed 30 prisoners.", "freed", "release") == [(CountKind.OTHER, 30)]
    assert counted(page, "The army sent 400 soldiers to the border.", "sent", "deployment") == [
        (CountKind.FIGHTERS, 400)
    ]
    assert counted(page, "About 600 villagers left for the coast.", "left", "displacement") == [
        (CountKind.DISPLACED, 600)
    ]
    assert counted(page, "The parties signed a truce in front of 40 diplomats.", "signed", "agreement") == []


def test_the_dead_of_a_main_clause_belong_to_the_strike_that_tells_when(page):
    text = "Two people were killed and five wounded when a missile hit a hospital in Selydove."
    made = page(text)
    made.counts = find_counts(made)
    trigger = next(token.i for token in made.doc if token.text == "missile")
    got = counts_of(made, trigger, trigger - 1, len(made.doc), "shelling")
    assert (CountKind.KILLED, 2) in [(count.what, count.low) for count in got]


@pytest.mark.parametrize(
    ("text", "word", "kind", "wanted"),
    [
        ("A drone hit a lorry near the mill; two drivers were wounded.", "drone", "airstrike", [("wounded", 2)]),
        ("Nine men were killed while 30 were wounded in a raid.", "raid", "attack", [("killed", 9), ("wounded", 30)]),
        ("Fighting left 29 militants and eight soldiers dead.", "Fighting", "clash", [("killed", 29), ("killed", 8)]),
        ("Gunmen shot dead at least 48 villagers.", "dead", "killing", [("killed", 48)]),
    ],
)  # fmt: skip
def test_a_toll_told_in_another_part_of_the_sentence(page, text, word, kind, wanted):
    made = page(text)
    made.counts = find_counts(made)
    at = next(token.i for token in made.doc if token.text == word)
    got = [(count.what.value, count.low) for count in counts_of(made, at, at, at + 1, kind)]
    assert sorted(got) == sorted(wanted)


def test_another_strike_keeps_its_own_dead(page):
    made = page("Artillery struck the bridge, and jets bombed a farm, killing six.")
    made.counts = find_counts(made)
    at = next(token.i for token in made.doc if token.text == "Artillery")
    assert counts_of(made, at, at, at + 1, "shelling") == ()


def test_who_is_counted_stands_as_in_the_text(page):
    made = page("The blast killed 12 al-Shabaab militants.")
    assert [mention.of for mention in find_counts(made)] == ["al-Shabaab militants"]


def test_the_bound_is_the_one_that_the_text_gives(page):
    (mention,) = find_counts(page("More than 200,000 people fled the valley."))
    assert (mention.low, mention.high) == (200_000, None)
