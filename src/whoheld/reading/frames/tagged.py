"""Statements that no frame knows: stretches of text that the encoder takes for a kind of claim."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import numpy as np
from spacy.tokens import Token

from whoheld.codebooks.frames import Frame, frames
from whoheld.reading.frames.grammar import Slots
from whoheld.reading.frames.match import Match
from whoheld.reading.frames.predicates import noun_slots, verb_slots
from whoheld.reading.net.flags import KINDS
from whoheld.reading.net.signals import Signals
from whoheld.reading.page import Page

LOW = -1.0  # log-odds from which on a token belongs to a stretch
PEAK = 0.0  # log-odds that a stretch must reach


@lru_cache(maxsize=1)
def _plain() -> dict[str, Frame]:
    """For each kind a frame without words, with the roles of the first frame of the table."""
    found: dict[str, Frame] = {}
    for frame in frames():
        found.setdefault(frame.kind, replace(frame, id=f"told.{frame.kind}", agent=frozenset(), object=frozenset()))
    return found


def told_matches(page: Page, known: list[Match]) -> Iterator[Match]:
    """A match for each stretch that the encoder takes for a kind and that holds no match of that kind.

    Args:
        page: the page; nothing is found where the encoder has not been asked.
        known: the matches of frames.
    """
    if page.signals is None or not len(page.doc):
        return
    words = {(match.frame.kind, match.trigger.i) for match in known}
    for start, end, kind in stretches(page, page.signals):
        if any((kind, i) in words for i in range(start, end)):
            continue
        trigger = page.doc[start:end].root
        if trigger.is_space or trigger.is_punct:
            continue
        yield Match(_plain()[kind], trigger, _slots(trigger))


def stretches(page: Page, signals: Signals) -> Iterator[tuple[int, int, str]]:
    """Runs of tokens within a sentence that state a kind: first token, token after the last, kind."""
    for number in np.flatnonzero(signals.logits.max(axis=0) > PEAK):
        column = signals.logits[:, number]
        for start, end in _runs(np.flatnonzero(column > LOW).tolist(), frozenset(page.sentence_starts())):
            if column[start:end].max() > PEAK:
                yield start, end, KINDS[number]


def _runs(tokens: list[int], breaks: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring numbers together, parted at breaks."""
    begun = 0
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following != token + 1 or following in breaks:
            yield tokens[begun], token + 1
            begun = at + 1


def _slots(word: Token) -> Slots:
    return verb_slots(word) if word.pos_ in {"VERB", "AUX"} else noun_slots(word, "object")
