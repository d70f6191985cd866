"""The choice among options."""

import gzip
import json
from collections.abc import Callable
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.roles.test_options import site
from whoheld.model import Party
from whoheld.reading.page import Page
from whoheld.reading.roles.options import Option
from whoheld.reading.roles.pick import Pickers, best, crossed, fill, load_pickers, note

Make = Callable[..., Page]
DAY = date(2016, 12, 12)
NAMES = st.sets(st.sampled_from(["d=0", "inside=True", "slot=agent", "null", "before"]), max_size=5)


def test_the_weights_of_the_package_are_numbers_under_names():
    pickers = load_pickers()
    assert pickers is load_pickers()
    for weights in (pickers.actor, pickers.recipient, pickers.place):
        assert len(weights) > 100
        assert all(isinstance(name, str) and isinstance(value, float) for name, value in weights.items())


def test_the_weights_are_stored_in_one_way_only():
    stored = (files("whoheld.reading.roles") / "roles.json.gz").read_bytes()
    data = json.loads(gzip.decompress(stored))
    assert set(data) == {"actor", "recipient", "place"}
    assert stored == gzip.compress(json.dumps(data, separators=(",", ":"), sort_keys=True).encode(), mtime=0)


def test_no_weight_names_a_party_or_a_place():
    pickers = load_pickers()
    named = ("isis", "syrian army", "aleppo", "mosul", "palmyra", "damascus", "kyiv", "houthi")
    weights = {**pickers.actor, **pickers.recipient, **pickers.place}
    assert not [name for name in weights if any(one in name.lower() for one in named)]


@given(NAMES)
def test_features_are_crossed_with_the_kind(names: set[str]):
    both = crossed("capture", names)
    assert set(both) == names | {f"capture|{name}" for name in names}
    assert len(both) == 2 * len(names)


@given(
    st.lists(NAMES, min_size=1, max_size=6),
    st.dictionaries(st.sampled_from(["d=0", "null", "capture|d=0"]), st.floats(-3, 3)),
)
def test_no_option_speaks_for_itself_more_than_the_best(sets: list[set[str]], weights: dict[str, float]):
    options = [Option(Party(str(i)), names) for i, names in enumerate(sets)]
    sums = [sum(weights.get(name, 0.0) for name in crossed("capture", names)) for names in sets]
    chosen = best(options, weights, "capture")
    assert sums[options.index(chosen)] == pytest.approx(max(sums))


def test_the_first_of_equals_is_taken():
    options = [Option(None, {"null"}), Option(Party("ISIS"), {"d=0"})]
    assert best(options, {}, "capture").value is None
    assert best(options, {"d=0": 0.1}, "capture").value == Party("ISIS")
    assert best(options, {"d=0": 0.1, "hold|null": 1}, "hold").value is None


def test_weights_by_kind_count_for_their_kind_only():
    options = [Option(None, {"null"}), Option(Party("ISIS"), {"d=0"})]
    weights = {"capture|d=0": 1.0}
    assert best(options, weights, "capture").value == Party("ISIS")
    assert best(options, weights, "hold").value is None


AGENT = Pickers({"for:actor=0": 1.0}, {"for:recipient=0": 1.0}, {"for:place=0": 1.0})


def test_fill_takes_the_best_for_each_role(full_page: Make):
    made = site(full_page("ISIS captured Palmyra from the Syrian army.", DAY), "captured", "capture")
    filled = fill(made, AGENT)
    assert filled.actor
    assert filled.recipient
    assert (filled.actor.name, filled.recipient.name) == ("ISIS", "Syrian Army")
    assert [place.name for place in filled.places] == ["Palmyra"]


def test_a_list_of_places_is_kept_whole(full_page: Make):
    made = site(full_page("The army captured Ramadi, Fallujah and Mosul.", DAY), "captured", "capture")
    assert [place.name for place in fill(made, AGENT).places] == ["Ramadi", "Fallujah", "Mosul"]


def test_what_is_filled_becomes_part_of_the_story(full_page: Make):
    made = site(full_page("ISIS captured Palmyra from the Syrian army.", DAY), "captured", "capture")
    fill(made, AGENT)
    (told,) = made.story.told
    assert (told.kind, told.actor, told.recipient, told.place) == ("capture", "ISIS", "Syrian Army", "Palmyra")


def test_without_weights_nothing_is_filled(full_page: Make):
    made = site(full_page("ISIS captured Palmyra from the Syrian army.", DAY), "captured", "capture")
    filled = fill(made, Pickers({}, {}, {}))
    assert (filled.actor, filled.recipient, filled.places) == (None, None, ())


def test_nobody_is_noted_as_nobody(full_page: Make):
    made = site(full_page("The town was captured.", DAY), "captured", "capture")
    note(made, None, None, None)
    assert made.story.told[0].actor is None
    assert not made.story.actors_told
