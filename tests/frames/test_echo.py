"""Words that point back to a claim told before."""

from collections.abc import Callable

import pytest

from tests.frames.words import found, texts
from whoheld.reading.frames.match import Match
from whoheld.reading.page import Page

Make = Callable[..., Page]
RAID = "Warplanes bombed a market in Aleppo on Monday. "


def echoes(page: Page) -> list[Match]:
    return [match for match in found(page) if match.frame.id.startswith("echo.")]


@pytest.mark.parametrize(
    ("text", "trigger", "sort"),
    [
        (RAID + "Damascus denied it.", "denied", "deny"),
        (RAID + "The army rejects the allegation.", "rejects", "deny"),
        (RAID + "The ministry called that a lie.", "called", "deny"),
        (RAID + "Residents blamed the army.", "blamed", "blame"),
        (RAID + "The rescuers counted 40.", "counted", "toll"),
        (RAID + "The hospital puts the toll at 12.", "puts", "toll"),
    ],
)
def test_a_pointing_word_takes_the_kind_told_before(full_page: Make, text: str, trigger: str, sort: str):
    made = [match for match in echoes(full_page(text)) if match.trigger.text == trigger]
    assert made
    assert all(match.frame.id.startswith(f"echo.{sort}") for match in made)
    assert "airstrike" in {match.frame.kind for match in made}


@pytest.mark.parametrize(
    "text",
    [
        "Damascus denied it.",  # nothing was told before
        RAID + "Damascus denied that it had arrested three men.",  # content of its own
        RAID + "Damascus did not deny it.",
        RAID + "The mayor opened a school.",
        RAID + "The rescuers counted the days.",
    ],
)
def test_what_points_to_nothing(full_page: Make, text: str):
    assert not echoes(full_page(text))


def test_what_is_left_out_is_taken_over(full_page: Make):
    made = echoes(full_page(RAID + "Residents blamed the army."))
    raid = next(match for match in made if match.frame.kind == "airstrike")
    assert texts(raid.slots.get("blamed")) == ["army"]
    assert texts(raid.slots.get("teller")) == ["Residents"]
    assert "Aleppo" in texts(raid.slots.get("told_place"))
