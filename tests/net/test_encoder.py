"""The encoder that comes with the package."""

from collections.abc import Callable
from importlib.resources import files

import numpy as np
import pytest

from whoheld.reading.frames.candidates import Candidates
from whoheld.reading.net.encoder import Encoder, load_encoder
from whoheld.reading.net.signals import OPEN, Signals
from whoheld.reading.page import Page

Make = Callable[..., Page]
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def listen(encoder: Encoder, page: Page) -> Signals:
    return encoder(page, Candidates.of(page).words())


def test_its_files_stay_under_twenty_megabytes():
    folder = files("whoheld.reading.net") / "model"
    assert sum(len(file.read_bytes()) for file in folder.iterdir()) < 20 * MEGABYTE


def test_the_same_page_gives_the_same_signals(encoder: Encoder, full_page: Make):
    text = "Rebels captured Marea from the army on Monday."
    first, second = (listen(encoder, full_page(text)) for _ in range(2))
    assert np.array_equal(first.logits, second.logits)


def test_taking_a_town_is_taken_for_a_capture(encoder: Encoder, full_page: Make):
    page = full_page("The army said on Monday that rebels had captured the town of Marea after a week of fighting.")
    took = next(token.i for token in page.doc if token.text == "captured")
    spoken = listen(encoder, page)
    kinds = {
        kind: spoken.logits[took, at]
        for at, kind in enumerate(("agreement", "aid", "airstrike", "attack", "bombing", "capture"))
    }
    assert max(kinds, key=lambda kind: kinds[kind]) == "capture"


def test_the_place_of_a_capture_is_what_was_taken(encoder: Encoder, full_page: Make):
    page = full_page("Rebels from Idlib captured the town of Marea on Monday.")
    shares = listen(encoder, page).fillers(0, 9, "capture", "place")
    assert shares["Marea"] > shares["Idlib"]
    assert shares["Marea"] > shares[OPEN]


@pytest.mark.parametrize("text", ["x" * 200_000, "a " * 20_000, "\u202eevil\u202c " * 50, "\n\n", "!"])
def test_odd_texts_are_read(encoder: Encoder, page: Make, text: str):
    made = page(text)
    assert len(listen(encoder, made).logits) == len(made.doc)
