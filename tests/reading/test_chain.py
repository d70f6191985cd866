"""The chain of components."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from whoheld.model import Document
from whoheld.reading.chain import Chain, Component
from whoheld.reading.frame_coder import FrameCoder
from whoheld.reading.page import Page

Make = Callable[..., Page]
TEXT = (
    "ISIS captured Palmyra on Sunday, killing at least 12 soldiers, SANA reported.\n"
    "The militants had lost the city to the Syrian army in March 2016. Residents fled to Homs."
)


def test_the_components_in_order(frame_coder: FrameCoder):
    assert [component.name for component in frame_coder.chain.components] == [
        "places",
        "times",
        "actors",
        "speech",
        "counts",
    ]


def test_each_finds_its_own(full_page: Make):
    made = full_page(TEXT, date(2016, 12, 12))
    assert {"Palmyra", "Homs"} <= {mention.name for mention in made.places}
    assert {"ISIS", "Syrian Army"} <= {mention.name for mention in made.actors}
    assert [mention.interval.start for mention in made.times if mention.interval] == [
        date(2016, 12, 11),
        date(2016, 3, 1),
    ]
    assert [(count.low, count.high) for count in made.counts] == [(12, None)]
    assert "SANA" in {act.name for act in made.speech}


@pytest.mark.parametrize("name", ["places", "actors", "times", "counts", "speech"])
def test_nothing_is_found_in_nothing(full_page: Make, name: str):
    assert getattr(full_page(""), name) == []


@pytest.mark.parametrize("name", ["places", "actors", "times", "counts"])
def test_mentions_are_in_order_and_in_the_text(full_page: Make, name: str):
    made = full_page(TEXT, date(2016, 12, 12))
    mentions = getattr(made, name)
    assert mentions
    assert all(0 <= mention.start < mention.end <= len(made.doc) for mention in mentions)
    assert all(one.start <= other.start for one, other in pairwise(mentions))


def test_users_change_the_chain(frame_coder: FrameCoder):
    chain = Chain.__new__(Chain)
    seen: list[str] = []
    chain.nlp = frame_coder.chain.nlp
    chain.components = [Component("mine", lambda page: seen.append(page.doc.text))]
    made = chain(Document("d", "They left."))
    assert seen == ["They left.\n"]
    assert not made.places


def test_components_see_what_came_before(frame_coder: FrameCoder):
    chain = Chain.__new__(Chain)
    chain.nlp = frame_coder.chain.nlp
    found: list[int] = []
    chain.components = [
        *frame_coder.chain.components[:1],
        Component("mine", lambda page: found.append(len(page.places))),
    ]
    chain(Document("d", "Aleppo and Homs in Syria."))
    assert found[0] >= 2
