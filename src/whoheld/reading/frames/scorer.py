"""How probable it is that a match is a claim: a logistic regression over the names of its features.

Weights are in ``weights.json.gz`` beside this module, estimated by ``benchmarks/train_reader.py`` on annotated
documents; ``docs/explanation/method.md`` says on which.
"""

import gzip
import json
import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights by feature, and the probability from which on a match counts as a claim."""

    weights: dict[str, float]
    threshold: float

    def score(self, names: list[str]) -> float:
        """The probability that a match with these features is a claim."""
        total = 0.0
        for name in dict.fromkeys(names):
            total += self.weights.get(name, 0.0)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def load_scorer() -> Scorer:
    """The scorer that comes with the package."""
    data = json.loads(gzip.decompress((files(__package__) / "weights.json.gz").read_bytes()))
    return Scorer(data["weights"], data["threshold"])
