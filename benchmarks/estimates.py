"""Weights from examples: a logistic regression for matches, a conditional logit for choices among options."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from whoheld.reading.roles.pick import Weights

RARE = 3  # features of fewer examples are left out
PULL = 6.0  # L2 penalty of the weights of choices
TINY = 0.005  # weights below are left out
STRENGTH = 0.3  # inverse of the L2 penalty, best of .1, .3 and 1 in cross-validation


@dataclass(frozen=True, slots=True)
class Example:
    """A match: its features, whether it is a claim, and how much it counts."""

    names: tuple[str, ...]
    claim: bool
    weight: float


def fit(rows: Sequence[Example]) -> Weights:
    """The weights that these examples give; "bias" holds the constant."""
    counts = Counter(name for row in rows for name in row.names)
    index = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= RARE))}
    matrix = _matrix([row.names for row in rows], index)
    model = LogisticRegression(C=STRENGTH, max_iter=400, solver="liblinear")
    model.fit(matrix, [row.claim for row in rows], sample_weight=[row.weight for row in rows])
    weights = {name: round(float(model.coef_[0][i]), 4) for name, i in index.items()}
    weights["bias"] = round(weights.get("bias", 0.0) + float(model.intercept_[0]), 4)
    return {name: value for name, value in weights.items() if abs(value) >= TINY}


def _matrix(rows: Sequence[Sequence[str]], index: dict[str, int]) -> csr_matrix:
    columns: list[int] = []
    starts = [0]
    for row in rows:
        columns.extend(index[name] for name in row if name in index)
        starts.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(index)))


@dataclass(frozen=True, slots=True)
class Choice:
    """The options for one role of one claim: their features, and which of them are right."""

    names: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def fit_choices(rows: Sequence[Choice]) -> Weights:
    """Weights under which the right options of each choice are most probable together (conditional logit)."""
    counts = Counter(name for row in rows for names in row.names for name in names)
    index = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= RARE))}
    matrix = _matrix([names for row in rows for names in row.names], index)
    right = np.array([good for row in rows for good in row.right])
    starts = np.cumsum([0, *(len(row.right) for row in rows)])[:-1]
    owner = np.repeat(np.arange(len(rows)), [len(row.right) for row in rows])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        scores -= np.maximum.reduceat(scores, starts)[owner]
        each = np.exp(scores)
        every, good = np.add.reduceat(each, starts), np.add.reduceat(each * right, starts) + 1e-30
        gradient = matrix.T @ (each / every[owner] - each * right / good[owner])
        return float(np.sum(np.log(every) - np.log(good)) + PULL * weights @ weights / 2), gradient + PULL * weights

    found = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return {name: round(float(found[i]), 4) for name, i in index.items() if abs(found[i]) >= TINY}
