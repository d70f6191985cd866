import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld import model
from whoheld.model import AREAS, AUTHOR, NO_TIME, Claim, Count, CountKind, PlaceKind, Span, Speaker, Status, Timing

NUMBERS = st.integers(0, 10**7)
BOUNDS = st.none() | NUMBERS


@given(st.text(max_size=40), st.data())
def test_a_span_is_the_characters_between(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert Span(start, end).of(text) == text[start:end]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3), (-2, -1)])
def test_no_span_runs_backwards(start: int, end: int):
    with pytest.raises(ValueError, match=f"not a span: {start} to {end}"):
        Span(start, end)


@given(st.integers(-50, 50), st.integers(-50, 50))
def test_a_span_is_refused_or_kept_as_it_is(start: int, end: int):
    if 0 <= start <= end:
        assert (Span(start, end).start, Span(start, end).end) == (start, end)
    else:
        with pytest.raises(ValueError, match="not a span"):
            Span(start, end)


@given(BOUNDS, BOUNDS)
def test_a_count_has_its_low_under_its_high(low: int | None, high: int | None):
    if low is not None and high is not None and low > high:
        with pytest.raises(ValueError, match="low is over its high"):
            Count(CountKind.KILLED, "soldiers", low, high)
    else:
        count = Count(CountKind.KILLED, "soldiers", low, high)
        assert (count.low, count.high) == (low, high)


def test_a_claim_that_tells_little_leaves_the_rest_open():
    claim = Claim("d", Span(0, 9), "capture")
    assert (claim.actor, claim.recipient, claim.place, claim.trigger) == (None,) * 4
    assert claim.when == Timing()
    assert claim.when.interval is NO_TIME
    assert claim.speaker == Speaker(AUTHOR)
    assert claim.status is Status.ASSERTED
    assert not claim.counts
    assert not claim.repeats
    assert 0 <= claim.confidence <= 1


@pytest.mark.parametrize(
    "name", ["Claim", "Span", "Count", "Party", "Location", "Document", "Place", "Actor", "Interval"]
)
def test_values_are_frozen(name: str):
    assert getattr(model, name).__dataclass_params__.frozen


def test_a_claim_cannot_be_changed():
    claim = Claim("d", Span(0, 9), "capture")
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim.kind = "hold"  # type: ignore[misc]


def test_statuses_and_fates_have_plain_names():
    assert {status.value for status in Status} == {
        "asserted", "denied", "planned", "conditional", "forecast", "possible",
    }  # fmt: skip
    assert {what.value for what in CountKind} == {
        "killed", "wounded", "captured", "missing", "displaced", "fighters", "other",
    }  # fmt: skip


def test_areas_are_what_has_towns_in_it():
    assert PlaceKind.PROVINCE in AREAS
    assert PlaceKind.SETTLEMENT not in AREAS
    assert set(PlaceKind) > AREAS


def test_everything_public_is_there():
    assert all(hasattr(model, name) for name in model.__all__)
    assert model.__all__ == sorted(model.__all__, key=lambda name: (not name.isupper(), name))
