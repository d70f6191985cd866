"""The script that estimates the weights, on toy examples."""

import gzip
import json
import math
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("sklearn")
train = pytest.importorskip("benchmarks.train_reader")
estimates = pytest.importorskip("benchmarks.estimates")


def example(claim: bool, *names: str) -> object:
    return estimates.Example(("bias", *names), claim, 1.0)


def test_features_that_speak_for_claims_get_weight():
    rows = [example(True, "w=capture")] * 20 + [example(False, "w=consider")] * 20
    weights = estimates.fit(rows)
    assert weights["w=capture"] > 0 > weights["w=consider"]
    assert estimates.fit(rows) == weights


def test_rare_features_are_left_out():
    rows = [example(True, "w=capture")] * 20 + [example(False)] * 20 + [example(True, "w=once")] * (estimates.RARE - 1)
    assert "w=once" not in estimates.fit(rows)


def choice(*options: tuple[bool, tuple[str, ...]]) -> object:
    return estimates.Choice(tuple(names for _, names in options), tuple(right for right, _ in options))


def test_the_right_options_become_the_most_probable():
    rows = [choice((True, ("slot=agent",)), (False, ("slot=from",)), (False, ("null",)))] * 10
    weights = estimates.fit_choices(rows)
    assert weights["slot=agent"] > weights["slot=from"]
    assert weights["slot=agent"] > weights["null"]


def test_several_options_may_be_right():
    rows = [choice((True, ("a",)), (True, ("b",)), (False, ("c",)))] * 10
    weights = estimates.fit_choices(rows)
    assert min(weights["a"], weights["b"]) > weights["c"]
    assert weights["a"] == pytest.approx(weights["b"], abs=0.01)


def test_weights_are_pulled_to_nothing():
    few = estimates.fit_choices([choice((True, ("a",)), (False, ("b",)))] * 3)
    many = estimates.fit_choices([choice((True, ("a",)), (False, ("b",)))] * 300)
    assert 0 < few["a"] < many["a"] < math.inf


@pytest.mark.parametrize(
    ("one", "other"), [("report-0001", "report-0002"), ("release-0001", "release-0009"), ("news-abc-3", "news-abc-9")]
)
def test_documents_of_one_outlet_are_held_out_together(one: str, other: str):
    assert train.group(one) == train.group(other)


def test_other_documents_stand_alone():
    assert train.group("palmyra-2016") == "palmyra-2016"


def test_the_same_weights_are_the_same_bytes(tmp_path: Path):
    one, other = tmp_path / "one.gz", tmp_path / "other.gz"
    train._write(one, {"a": 1.0, "b": 2.0})
    train._write(other, {"b": 2.0, "a": 1.0})
    assert one.read_bytes() == other.read_bytes()
    assert json.loads(gzip.decompress(one.read_bytes())) == {"a": 1.0, "b": 2.0}
