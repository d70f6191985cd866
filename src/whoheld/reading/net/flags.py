"""What the components have found, told to the encoder beside the words: one row of flags for each token."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from whoheld.codebooks.kinds import kinds
from whoheld.reading.mentions import Basis, PlaceMention
from whoheld.reading.page import Page

KINDS = tuple(sorted(kinds()))
KIND = {name: i for i, name in enumerate(KINDS)}
BASES = tuple(Basis)
PLACE, DEMONYM, UNKNOWN, TIME, COUNT, CUE, SAID, FRAME = range(len(BASES), len(BASES) + 8)
WIDTH = FRAME + len(KINDS)

Array = npt.NDArray[np.float32]


def flags(page: Page, candidates: Iterable[tuple[int, str]]) -> Array:
    """A row for each token of the page, a column for each thing that a component can say of it.

    Args:
        page: the page, its mentions found.
        candidates: words that may state a claim, each with a kind.

    Returns:
        Ones and zeros, shape ``(tokens, WIDTH)``.
    """
    found = np.zeros((len(page.doc), WIDTH), np.float32)
    for actor in page.actors:
        found[actor.start : actor.end, BASES.index(actor.basis)] = 1
    for place in page.places:
        found[place.start : place.end, _sort(place)] = 1
    for time in page.times:
        found[time.start : time.end, TIME] = 1
    for count in page.counts:
        found[count.start : count.end, COUNT] = 1
    for act in page.speech:
        found[act.cue[0] : act.cue[1], CUE] = 1
        for start, end in act.contents:
            found[start:end, SAID] = 1
    for token, kind in candidates:
        found[token, FRAME + KIND[kind]] = 1
    return found


def _sort(place: PlaceMention) -> int:
    if place.adjective:
        return DEMONYM
    return UNKNOWN if place.place is None else PLACE
