from collections.abc import Callable

import pytest

from tests.frames.words import word
from whoheld.reading.page import Page
from whoheld.reading.roles.paths import LONGEST, path

Make = Callable[..., Page]


@pytest.mark.parametrize(
    ("text", "trigger", "other", "wanted"),
    [
        ("The army captured the town.", "captured", "army", ">nsubj"),
        ("The army captured the town.", "captured", "town", ">dobj"),
        ("The army captured the town.", "captured", "captured", ""),
        ("The town was captured by the army.", "captured", "town", ">nsubjpass"),
        ("The town was captured by the army.", "captured", "army", ">agent:by>pobj"),
        ("The army withdrew from the town.", "withdrew", "town", ">prep:from>pobj"),
        ("The army managed to recapture the village.", "recapture", "army", "<xcomp>nsubj"),
        ("The army launched an assault on the town.", "assault", "army", "<dobj>nsubj"),
        ("The army launched an assault on the town.", "assault", "town", ">prep:on>pobj"),
    ],
)
def test_the_way_between_two_words(page: Callable[..., Page], text: str, trigger: str, other: str, wanted: str):
    made = page(text)
    assert path(word(made, trigger), word(made, other)) == wanted


def test_words_of_two_sentences_hang_apart(page: Make):
    made = page("The army left. Rebels came.")
    assert path(word(made, "left"), word(made, "Rebels")) == "apart"


def test_long_ways_are_only_far(page: Make):
    made = page(
        "The man who saw the dog that chased the cat that ate the rat that lived in the house near the army left."
    )
    ways = {path(word(made, "left"), token) for token in made.doc if not token.is_space}
    assert ways & {"far", "apart"}
    assert all(way.count(">") + way.count("<") <= LONGEST for way in ways)


def test_up_then_down(page: Make):
    made = page("Rebels who had fled the town attacked the base, burned it and killed its commander.")
    for one in made.doc:
        for other in made.doc:
            way = path(one, other)
            assert way in {"far", "apart"} or way.rfind("<") < (way.find(">") if ">" in way else len(way))
