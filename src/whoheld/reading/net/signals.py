"""What the encoder says of one page: kinds at tokens, and who or what fills the roles of a claim."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from whoheld.reading.net.flags import BASES, KIND, Array
from whoheld.reading.net.heads import ROLES, Heads, Steps, steps
from whoheld.reading.page import Page

NEAR = 200  # tokens within which a mention can fill a role
OPEN = ""  # stands for "the text does not tell"


@dataclass(frozen=True, slots=True)
class Offers:
    """The mentions of one sort on a page, sorted by first token: names and vectors."""

    starts: Steps
    ends: Steps
    names: list[str]
    sentences: Steps
    bases: Steps
    vectors: Array


class Signals:
    """What the encoder says of a page.

    Args:
        page: the page, its mentions found.
        hidden: a vector for each token, shape ``(tokens, width)``.
        heads: the last layers.
    """

    def __init__(self, page: Page, hidden: Array, heads: Heads) -> None:
        self.page, self.hidden, self.heads = page, hidden, heads
        self.logits = heads.kinds(hidden)
        ranked = np.argsort(self.logits, axis=1)[:, -2:]
        self._top = ranked[:, 1]
        self._values = np.take_along_axis(self.logits, ranked, axis=1)
        self._kept: dict[tuple[int, int, str, str], dict[str, float]] = {}

    def rival(self, token: int, number: int) -> float:
        """Log-odds that a token states the likeliest other kind than the one of this number."""
        return float(self._values[token, 0 if self._top[token] == number else 1])

    def fillers(self, start: int, end: int, kind: str, role: str) -> dict[str, float]:
        """The probability of each name near a claim to fill a role of it; ``OPEN`` is the text's silence.

        Args:
            start: first token of the claim's evidence.
            end: token after it.
            kind: the claim's kind.
            role: one of ``ROLES``.
        """
        key = (start, end, kind, role)
        if key not in self._kept:
            self._kept.update({(start, end, kind, name): found for name, found in self._fill(start, end, kind).items()})
        return self._kept[key]

    def _fill(self, start: int, end: int, kind: str) -> dict[str, dict[str, float]]:
        number = KIND[kind]
        claim = self.heads.claim_of(self.hidden[start:end], self.logits[start:end, number], number)
        silent, here = self.heads.open(claim), self._sentence(start)
        found = {}
        for offers, roles in (
            (self._parties, ("actor", "recipient")), (self._places, ("place",)), (self._speakers, ("speaker",)),
        ):  # fmt: skip
            near = slice(*np.searchsorted(offers.starts, [start - NEAR, start + NEAR]).tolist())
            where = steps(offers.sentences[near] - here, offers.starts[near], offers.ends[near], (start, end))
            fits = self.heads.fits(claim, offers.vectors[near], where, offers.bases[near])
            for role in roles:
                column = ROLES.index(role)
                found[role] = _shares(offers.names[near], fits[:, column], float(silent[column]))
        return found

    def _sentence(self, token: int) -> int:
        return bisect_right(self.page.sentence_starts(), token) - 1

    @cached_property
    def _parties(self) -> Offers:
        named = [(m.start, m.end, m.name, BASES.index(m.basis)) for m in self.page.actors if m.name]
        return self._offers(named)

    @cached_property
    def _places(self) -> Offers:
        return self._offers((m.start, m.end, m.name, 0) for m in self.page.places if not m.adjective)

    @cached_property
    def _speakers(self) -> Offers:
        return self._offers(sorted((*(a.source or a.cue), a.name, 0) for a in self.page.speech if a.name))

    def _offers(self, mentions: Iterable[tuple[int, int, str, int]]) -> Offers:
        listed = list(mentions)
        means = [self.hidden[start:end].mean(axis=0) for start, end, _, _ in listed]
        vectors = np.stack(means) if means else np.zeros((0, self.hidden.shape[1]), np.float32)
        return Offers(
            np.array([start for start, *_ in listed], np.int64),
            np.array([end for _, end, *_ in listed], np.int64),
            [name for _, _, name, _ in listed],
            np.array([self._sentence(start) for start, *_ in listed], np.int64),
            np.array([basis for *_, basis in listed], np.int64),
            self.heads.offered(vectors),
        )


def _shares(names: list[str], fits: Array, silent: float) -> dict[str, float]:
    """Probabilities by name, all mentions of a name together."""
    top = max([silent, *fits.tolist()])
    found = {OPEN: float(np.exp(silent - top))}
    for name, fit in zip(names, fits.tolist(), strict=True):
        found[name] = found.get(name, 0.0) + float(np.exp(fit - top))
    total = sum(found.values())
    return {name: value / total for name, value in found.items()}
