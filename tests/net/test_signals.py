"""What the encoder says of a page, with last layers of a few numbers."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.net.small import heads, signals
from whoheld.reading.net.features import filler_features, kind_features
from whoheld.reading.net.flags import FRAME, KIND, KINDS, WIDTH, flags
from whoheld.reading.net.heads import INSIDE, STEPS, steps
from whoheld.reading.net.signals import OPEN
from whoheld.reading.page import Page

Make = Callable[..., Page]
TEXT = "Rebels took Marea from the army on Monday. They left Azaz, residents said."


@pytest.mark.parametrize("role", ["actor", "recipient", "place", "speaker"])
def test_fillers_share_one_whole_among_the_names_and_silence(full_page: Make, role: str):
    page = full_page(TEXT)
    shares = signals(page).fillers(0, 5, "capture", role)
    assert OPEN in shares
    assert sum(shares.values()) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in shares.values())


def test_every_named_place_is_offered(full_page: Make):
    page = full_page(TEXT)
    assert {"Marea", "Azaz"} <= set(signals(page).fillers(0, 5, "capture", "place"))


def test_a_page_without_mentions_leaves_everything_open(page: Make):
    made = page("It rained.")
    assert signals(made).fillers(0, 2, "clash", "actor") == {OPEN: 1.0}


def test_steps_grow_from_far_before_to_far_behind():
    evidence = (100, 110)
    mentions = [(-9, 5), (-1, 90), (0, 80), (0, 97), (0, 103), (0, 115), (1, 130), (7, 900)]
    sentences, starts = (np.array(column) for column in zip(*mentions, strict=True))
    found = steps(sentences, starts, starts + 1, evidence)
    assert found.tolist() == sorted(found.tolist())
    assert found[4] == INSIDE
    assert len(set(found.tolist())) == len(mentions)
    assert (found.min(), found.max()) == (0, STEPS - 1)


def test_flags_mark_what_was_found_and_what_may_be_a_claim(full_page: Make):
    page = full_page(TEXT)
    took = next(token.i for token in page.doc if token.text == "took")
    found = flags(page, [(took, "capture")])
    assert found.shape == (len(page.doc), WIDTH)
    assert found[took, FRAME + KIND["capture"]] == 1
    assert found[took, FRAME:].sum() == 1
    marea = next(token.i for token in page.doc if token.text == "Marea")
    assert found[marea, :FRAME].sum() >= 1


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_surer_filler_has_more_features(one: float, other: float):
    def count(share: float) -> int:
        return sum(">" in name for name in filler_features({"A": share}, "A", "actor"))

    assert count(min(one, other)) <= count(max(one, other))


def test_a_name_that_the_encoder_has_not_seen_is_told_apart():
    assert list(filler_features({OPEN: 0.4, "A": 0.6}, "B", "place")) == ["net place absent"]
    assert "net place first" in filler_features({OPEN: 0.4, "A": 0.6}, "A", "place")
    assert "net place first" not in filler_features({OPEN: 0.4, "A": 0.6}, None, "place")


def test_features_of_kinds_carry_no_words(full_page: Make):
    page = full_page(TEXT)
    spoken = signals(page)
    names = {name for kind in KINDS for name in kind_features(spoken, 1, (0, 9), kind)}
    assert names
    assert all(name.startswith("net") for name in names)


def test_the_rival_of_a_kind_is_the_likeliest_other_one(full_page: Make):
    spoken = signals(full_page(TEXT))
    for number in range(len(KINDS)):
        others = np.delete(spoken.logits[1], number)
        assert spoken.rival(1, number) == pytest.approx(float(others.max()))


def test_evidence_that_states_the_kind_counts_most():
    layers = heads()
    hidden = np.eye(8, dtype=np.float32)[:2]
    sure = layers.claim_of(hidden, np.array([9.0, -9.0], np.float32), 0)
    assert np.allclose(sure, np.tanh(layers.claim[:, 0] + layers.claim_bias + layers.kind[0]), atol=1e-3)
