"""The last layers of the encoder: kinds from the vector of a token, fillers of roles from that of a claim."""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np
import numpy.typing as npt

from whoheld.reading.net.flags import Array

ROLES = ("actor", "recipient", "place", "speaker", "time")
RANK = 96  # width of the space in which claims and mentions are compared
BACK, AHEAD = 5, 2  # sentences between a claim and a mention; beyond counts as these
INSIDE = BACK + 2  # step of what stands inside the evidence; before it what stands near it and far from it
STEPS = INSIDE + 2 + AHEAD
CLOSE = 8  # tokens

Steps = npt.NDArray[np.int64]


def steps(sentences: Steps, starts: Steps, ends: Steps, evidence: tuple[int, int]) -> Steps:
    """Where mentions stand as seen from a claim: a number from 0, many sentences before, to ``STEPS`` - 1, behind.

    Args:
        sentences: how many sentences each mention stands after the claim; before it: negative.
        starts: first tokens of the mentions.
        ends: tokens after them.
        evidence: the claim's own tokens, half-open.
    """
    first, last = evidence
    before = np.where(first - ends < CLOSE, INSIDE - 1, INSIDE - 2)
    here = np.where((starts < last) & (ends > first), INSIDE, np.where(ends <= first, before, INSIDE + 1))
    after = INSIDE + 1 + np.clip(sentences, 1, AHEAD)
    return np.where(sentences == 0, here, np.where(sentences < 0, np.clip(sentences, -BACK, -1) + BACK, after))


@dataclass(frozen=True, slots=True)
class Heads:
    """Weights of linear layers; the shapes are (outputs, inputs).

    Attributes:
        tag, tag_bias: kinds from a token.
        kind: a vector for each kind of claim.
        claim, claim_bias: a claim from its tokens.
        asks, asks_bias: what each role of a claim looks for.
        offers, offers_bias: what each mention offers to each role.
        nobody, nobody_bias: how far a claim leaves each role open.
        distance: by where the mention stands (:func:`steps`), for each role.
        basis: by how the mention tells of an actor, for each role.
    """

    tag: Array
    tag_bias: Array
    kind: Array
    claim: Array
    claim_bias: Array
    asks: Array
    asks_bias: Array
    offers: Array
    offers_bias: Array
    nobody: Array
    nobody_bias: Array
    distance: Array
    basis: Array

    @classmethod
    def of(cls, arrays: dict[str, Array]) -> Self:
        """The heads from arrays by name."""
        return cls(*(np.asarray(arrays[field.name], np.float32) for field in fields(cls)))

    @property
    def width(self) -> int:
        """Numbers in the vector of a token."""
        return int(self.tag.shape[1])

    def kinds(self, hidden: Array) -> Array:
        """How far each token states each kind: log-odds, shape ``(tokens, kinds)``."""
        return hidden @ self.tag.T + self.tag_bias

    def claim_of(self, hidden: Array, logits: Array, kind: int) -> Array:
        """The vector of a claim of a kind, from the tokens of its evidence.

        Args:
            hidden: vectors of the tokens of the evidence.
            logits: log-odds of the kind at these tokens: those that state it count most.
            kind: number of the kind.
        """
        weights = np.exp(logits - logits.max())
        pooled = (weights / weights.sum()) @ hidden
        found: Array = np.tanh(self.claim @ pooled + self.claim_bias + self.kind[kind])
        return found

    def offered(self, vectors: Array) -> Array:
        """What mentions offer: from their mean vectors, shape ``(mentions, roles, RANK)``."""
        return (vectors @ self.offers.T + self.offers_bias).reshape(len(vectors), len(ROLES), RANK)

    def fits(self, claim: Array, offered: Array, where: Steps, bases: Steps) -> Array:
        """How well mentions fill each role of a claim, shape ``(mentions, roles)``.

        Args:
            claim: the claim's vector.
            offered: as :meth:`offered` gives it.
            where: where the mentions stand, as :func:`steps` tells it.
            bases: numbers of the bases of the mentions.
        """
        asked = (self.asks @ claim + self.asks_bias).reshape(len(ROLES), RANK)
        close: Array = np.einsum("rk,mrk->mr", asked, offered) / np.float32(RANK**0.5)
        return close + self.distance[where] + self.basis[bases]

    def open(self, claim: Array) -> Array:
        """How far a claim leaves each role open, on the scale of :meth:`fits`."""
        found: Array = self.nobody @ claim + self.nobody_bias
        return found
