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


def best(options: Sequence[TimeOption], contexts: Sequence[str], weights: Weights) -> TimeOption:
    """The option that most speaks for."""
    return max(options, key=lambda option: fsum(_worth(option.names, contexts, weights)))


def _worth(names: Iterable[str], contexts: Sequence[str], weights: Weights) -> Iterator[float]:
    for name in names:
        crossed = weights.get(name)
        if crossed:
            yield crossed.get("", 0.0)
            for context in contexts:
                if context in crossed:
                    yield crossed[context]


def crossed(names: Iterable[str], contexts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Features as the weights know them: each alone, and each that is no pair itself with each context."""
    for name in names:
        yield name, ""
        if "|" not in name:
            for context in contexts:
                yield name, context
