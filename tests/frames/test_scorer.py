"""Features, the scorer, and the choice among rival matches."""

import gzip
import json
import math
from collections.abc import Callable
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.frames.words import found, match_at
from whoheld.codebooks.frames import frames
from whoheld.codebooks.kinds import kinds
from whoheld.reading.frames.choose import by_sentence, choose
from whoheld.reading.frames.features import features
from whoheld.reading.frames.scorer import Scorer, load_scorer
from whoheld.reading.frames.types import Typing
from whoheld.reading.page import Page

Make = Callable[..., Page]
NAMES = st.lists(st.sampled_from(["bias", "capture", "w=take", "passive", "never seen"]), max_size=8)
WEIGHTS = st.dictionaries(st.sampled_from(["bias", "capture", "w=take", "passive"]), st.floats(-5, 5))
TEXT = "The army captured the town of Palmyra from the rebels. Jets bombed Aleppo, killing ten people."


def names_of(page: Page, trigger: str, kind: str) -> list[str]:
    rivals = next(group for group in by_sentence(page, Typing.of(page)) if trigger in {m.trigger.text for m in group})
    match = next(m for m in rivals if m.trigger.text == trigger and m.frame.kind == kind)
    return features(page, Typing.of(page), match, rivals)


@given(WEIGHTS, NAMES)
def test_a_score_is_a_probability(weights: dict[str, float], names: list[str]):
    score = Scorer(weights, 0.5).score(names)
    assert 0 < score < 1
    assert score == pytest.approx(1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in set(names)))))


@given(WEIGHTS, NAMES)
def test_a_feature_counts_once(weights: dict[str, float], names: list[str]):
    scorer = Scorer(weights, 0.5)
    assert scorer.score(names) == scorer.score(names + names)


@given(st.floats(-1e6, 1e6))
def test_no_weight_is_too_large(weight: float):
    assert 0 < Scorer({"bias": weight}, 0.5).score(["bias"]) <= 1


def test_nothing_known_is_even():
    assert Scorer({}, 0.5).score(["w=take"]) == 0.5


def test_the_scorer_of_the_package():
    scorer = load_scorer()
    assert scorer is load_scorer()
    assert 0.1 < scorer.threshold < 0.9
    assert len(scorer.weights) > 1000
    assert all(math.isfinite(weight) for weight in scorer.weights.values())
    assert set(kinds()) <= {name.split("|")[0] for name in scorer.weights if "|" in name}


def test_the_weights_are_stored_in_one_way_only():
    stored = (files("whoheld.reading.frames") / "weights.json.gz").read_bytes()
    data = json.loads(gzip.decompress(stored))
    assert set(data) == {"threshold", "weights"}
    assert stored == gzip.compress(json.dumps(data, separators=(",", ":"), sort_keys=True).encode(), mtime=0)


def test_no_weight_carries_more_than_a_few_words():
    longest = max(load_scorer().weights, key=len)
    assert len(longest) < 60, longest
    assert not [name for name in load_scorer().weights if name.count(" ") > 1]


def test_weights_speak_of_frames_that_there_are():
    known = {frame.id for frame in frames()} | {f"told.{kind}" for kind in kinds()}
    told = {name.removeprefix("f=").split(":")[0] for name in load_scorer().weights if name.startswith("f=")}
    assert {name for name in told if not name.startswith("echo.")} <= known


def test_features_tell_word_slots_and_neighbours(full_page: Make):
    names = set(names_of(full_page(TEXT), "captured", "capture"))
    assert {
        "bias",
        "capture",
        "w=capture",
        "capture|w=capture",
        "tag=VBD",
        "dep=ROOT",
        "object=place",
        "object:town",
    } <= names
    assert {"agent=force", "from=force", "-1:army", "1:the", "or=detention"} <= names
    assert "passive" not in names


def test_features_of_another_form(full_page: Make):
    names = set(names_of(full_page("The town had not been captured by the army."), "captured", "capture"))
    assert {"passive", "neg=not", "by=force", "object=place"} <= names


def test_neighbours_are_told_by_side(full_page: Make):
    made = full_page("Jets bombed the market, killing ten people.")
    assert "next=killing" in names_of(made, "bombed", "airstrike") or "after=killing" in names_of(
        made, "bombed", "airstrike"
    )


def test_features_are_the_same_each_time(full_page: Make):
    made = full_page(TEXT)
    assert names_of(made, "captured", "capture") == names_of(made, "captured", "capture")
    assert names_of(made, "captured", "capture") == names_of(full_page(TEXT), "captured", "capture")


def test_matches_of_a_sentence_stand_together(full_page: Make):
    made = full_page(TEXT)
    groups = by_sentence(made, Typing.of(made))
    assert len(groups) == 2
    assert all(len({match.trigger.sent.start for match in group}) == 1 for group in groups)
    assert sum(map(len, groups)) == len(found(made))


def test_a_word_states_one_kind(full_page: Make):
    chosen = choose(full_page(TEXT), load_scorer())
    assert len({one.match.trigger.i for one in chosen}) == len(chosen)
    assert [one.start for one in chosen] == sorted(one.start for one in chosen)


def test_a_kind_is_told_once_in_a_clause(full_page: Make):
    everything = choose(full_page(TEXT), Scorer({}, 0.0))
    spans = [(one.match.frame.kind, one.start, one.end) for one in everything]
    clashing = [
        (one, other)
        for i, one in enumerate(spans)
        for other in spans[i + 1 :]
        if one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
    ]
    assert not clashing


def test_the_threshold_is_what_keeps_matches_out(full_page: Make):
    made = full_page(TEXT)
    assert not choose(made, Scorer({}, 0.51))
    assert choose(made, Scorer({}, 0.5))


def test_the_surest_frame_of_a_word_wins(full_page: Make):
    made = full_page("The army captured the town.")
    towards = {kind: choose(made, Scorer({kind: 3.0}, 0.6)) for kind in ("capture", "detention")}
    assert [one.match.frame.kind for one in towards["capture"]] == ["capture"]
    assert [one.match.frame.kind for one in towards["detention"]] == ["detention"]


def test_the_slots_of_a_chosen_match_are_those_of_the_match(full_page: Make):
    made = full_page("The army captured the town.")
    (one,) = choose(made, Scorer({"capture": 3.0}, 0.6))
    assert one.match.slots == match_at(made, "captured", "capture").slots
