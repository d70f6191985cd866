"""The choice among times: a conditional logit over the names of their features.

Weights are in ``times.json.gz`` beside this module, estimated by ``benchmarks/train_times.py``.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from math import fsum

from whoheld.reading.times.options import TimeOption

Weights = dict[str, dict[str, float]]
"""By feature, its weight by the context that it is crossed with; "" for the feature alone."""


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that come with the package."""
    loaded: Weights = json.loads(gzip.decompress((files(__package__) / "times.json.gz").read_bytes()))
    return loaded


def best(options: Sequence[TimeOption], weights: "InContext") -> TimeOption:
    """The option that most speaks for; the sums do not depend on the order of features."""
    return max(options, key=lambda option: fsum(map(weights.__getitem__, option.names)))


class InContext(dict[str, float]):
    """What each feature is worth in given contexts, summed when it is first asked for."""

    def __init__(self, weights: Weights, contexts: Sequence[str]) -> None:
        super().__init__()
        self.weights, self.contexts = weights, ("", *contexts)

    def __missing__(self, name: str) -> float:
        """Look a feature up in the weights."""
        crossed = self.weights.get(name)
        worth = fsum(crossed.get(context, 0.0) for context in self.contexts) if crossed else 0.0
        self[name] = worth
        return worth


@lru_cache(maxsize=512)
def packaged(contexts: tuple[str, ...]) -> InContext:
    """The weights of the package in given contexts."""
    return InContext(load_weights(), contexts)


def crossed(names: Iterable[str], contexts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Features as the weights know them: each alone, and each that is no pair itself with each context."""
    for name in names:
        yield name, ""
        if "|" not in name:
            for context in contexts:
                yield name, context
