"""Estimate the weights by which the time of a claim is chosen among those that its text offers.

    python -m benchmarks.train_times TRAIN_DIR [--test DIR] [--write] [--folds 4]

TRAIN_DIR holds annotated documents (one JSON file each, the form that ``benchmarks.claims`` reads). The claims of a
document are those that the reader chooses and those that are annotated, in the order of the text; an option is a
positive example where its days are the annotated ones. The last line printed is JSON: the share that is dated right,
by the rules alone and by the choice, over all and by genre, in cross-validation where whole outlets and whole wars are
held out together, and on ``--test``. With ``--write`` the weights go into the package. Needs the extra ``train``.
"""

import argparse
import gzip
import json
import random
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import whoheld.reading.times
from benchmarks.annotated import Read, group, read_all
from benchmarks.claim_times import same_when
from benchmarks.train_reader import annotated
from whoheld.codebooks.kinds import kind as kind_of
from whoheld.gazetteer import Gazetteer
from whoheld.model import Interval
from whoheld.reading.certainty import status_of
from whoheld.reading.chain import Chain
from whoheld.reading.frames.choose import choose
from whoheld.reading.frames.claims import story_of
from whoheld.reading.frames.evidence import evidence
from whoheld.reading.frames.scorer import load_scorer
from whoheld.reading.parse import load_model
from whoheld.reading.roles import fill, load_pickers
from whoheld.reading.roles.site import Site as RoleSite
from whoheld.reading.times.find import chronicle
from whoheld.reading.times.options import time_options
from whoheld.reading.times.pick import Weights, crossed
from whoheld.reading.times.rules import by_rules
from whoheld.reading.times.site import About, Dated, Site
from whoheld.settings import Settings

RARE = 5  # features of fewer examples are left out
PULL = 20.0  # L2 penalty, best of 6, 10, 20 in cross-validation
TINY = 0.01  # weights below are left out
ROUNDS = 100
Key = tuple[str, int, str]
Feature = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of a document: where it stands, what is known of it, and the annotated claims that it tells."""

    read: Read
    trigger: int
    about: About
    gold: tuple[dict[str, Any], ...]

    @property
    def key(self) -> Key:
        """What names it: document, word and kind."""
        return self.read.gold["doc"], self.trigger, self.about.kind


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with its options: their features, which are right, and how much it counts."""

    told: Told
    intervals: tuple[Interval, ...]
    features: "tuple[array[int], ...]"
    right: tuple[bool, ...]
    weight: float


@dataclass(slots=True)
class Table:
    """All cases, and the number of each feature."""

    cases: list[Case] = field(default_factory=list)
    index: dict[Feature, int] = field(default_factory=dict)


def told_of(read: Read) -> list[Told]:
    """The claims of a document, chosen or annotated, in the order of the text, as the packaged weights fill them."""
    page, pickers, found = read.page, load_pickers(), {}
    for one in choose(page, load_scorer()):
        found[one.match.trigger.i, one.match.frame.kind] = (one.match, one.start, one.end)
    golds = defaultdict(list)
    for claim, match in annotated(read):
        key = (match.trigger.i, match.frame.kind)
        golds[key].append(claim)
        found.setdefault(key, (match, *evidence(match.trigger, match.slots.clause or match.trigger)))
    story, rows = story_of(page), []
    for key in sorted(found):
        match, start, end = found[key]
        filled = fill(RoleSite(page, match, story, start, end), pickers)
        parties = frozenset(party.name for party in (filled.actor, filled.recipient) if party)
        place = filled.places[0].name if filled.places else None
        status = status_of(page, match.trigger.i, match.frame.kind)[0]
        rows.append(Told(read, key[0], About(key[1], status.value, place, parties), tuple(golds[key])))
    return rows


def tabled(documents: Iterable[Sequence[Told]], table: Table, known: dict[Key, Interval], *, learn: bool) -> None:
    """Add the cases of documents; claims before are dated as ``known``, else as the rules say."""
    for claims in documents:
        dated: list[Dated] = []
        for told in claims:
            page, about = told.read.page, told.about
            state = kind_of(about.kind).is_state
            site = Site(page, chronicle(page), page.doc[told.trigger], state, about, tuple(dated))
            how, ruled = by_rules(site)
            if told.gold:
                options, contexts = time_options(site, ruled.interval, how), site.contexts()
                features = tuple(_numbers(crossed(o.names, contexts), table.index, learn=learn) for o in options)
                intervals = tuple(option.interval for option in options)
                for claim in told.gold:
                    right = tuple(same_when(claim["when"], interval.record()) for interval in intervals)
                    weight = 0.5 if claim.get("optional") else 1.0
                    table.cases.append(Case(told, intervals, features, right, weight))
            interval = known.get(told.key, ruled.interval)
            dated.append(Dated(told.trigger, about.kind, about.place, about.parties, interval))


def _numbers(names: Iterable[Feature], index: dict[Feature, int], *, learn: bool) -> "array[int]":
    if learn:
        return array("i", [index.setdefault(name, len(index)) for name in names])
    return array("i", [index[name] for name in names if name in index])


def matrix_of(cases: Sequence[Case], size: int) -> csr_matrix:
    """The options of all cases, one below the other."""
    rows = [features for case in cases for features in case.features]
    columns = np.concatenate([np.frombuffer(row, dtype=np.int32) for row in rows])
    starts = np.cumsum([0, *(len(row) for row in rows)])
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), size))


def fit(cases: Sequence[Case], size: int) -> np.ndarray:
    """Weights under which the right options of each case are most probable together (conditional logit)."""
    cases = [case for case in cases if any(case.right)]
    matrix = matrix_of(cases, size)
    kept = np.flatnonzero(np.bincount(matrix.indices, minlength=size) >= RARE)
    matrix = matrix[:, kept]
    turned = matrix.T.tocsr()
    sizes = [len(case.right) for case in cases]
    starts, owner = np.cumsum([0, *sizes])[:-1], np.repeat(np.arange(len(cases)), sizes)
    right = np.array([good for case in cases for good in case.right], dtype=float)
    counts = np.array([case.weight for case in cases])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        scores -= np.maximum.reduceat(scores, starts)[owner]
        each = np.exp(scores)
        every, good = np.add.reduceat(each, starts), np.add.reduceat(each * right, starts) + 1e-30
        gradient = turned @ (counts[owner] * (each / every[owner] - each * right / good[owner])) + PULL * weights
        return float(counts @ (np.log(every) - np.log(good)) + PULL * weights @ weights / 2), gradient

    found = minimize(loss, np.zeros(len(kept)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
    weights = np.zeros(size)
    weights[kept] = np.where(np.abs(found) >= TINY, found, 0.0)
    return weights


def chosen(cases: Sequence[Case], weights: np.ndarray) -> list[int]:
    """The number of the option that is chosen in each case."""
    return [int(np.argmax([weights[np.frombuffer(f, dtype=np.int32)].sum() for f in case.features])) for case in cases]


def cross_validate(table: Table, folds: int) -> dict[int, int]:
    """The option chosen in each case by weights that have seen nothing of its outlet or war."""
    groups = sorted({group(case.told.read.gold["doc"]) for case in table.cases})
    random.Random(0).shuffle(groups)  # noqa: S311  (folds need no secrecy)
    found: dict[int, int] = {}
    for fold in range(folds):
        held = set(groups[fold::folds])
        out = [i for i, case in enumerate(table.cases) if group(case.told.read.gold["doc"]) in held]
        seen = [case for case in table.cases if group(case.told.read.gold["doc"]) not in held]
        weights = fit(seen, len(table.index))
        found |= dict(zip(out, chosen([table.cases[i] for i in out], weights), strict=True))
    return found


def score(table: Table, picks: dict[int, int]) -> dict[str, dict[str, float]]:
    """The share of required claims that is dated right, by the rules (their answer stands first) and by the choice."""
    shares: dict[str, Counter[str]] = {"rules": Counter(), "choice": Counter(), "offered": Counter()}
    every: Counter[str] = Counter()
    for number, case in enumerate(table.cases):
        if case.weight < 1:
            continue
        for name in ("all", case.told.read.gold["doc"].split("-")[0]):
            every[name] += 1
            shares["rules"][name] += case.right[0]
            shares["choice"][name] += case.right[picks[number]]
            shares["offered"][name] += any(case.right)
    return {by: {name: round(n[name] / every[name], 4) for name in sorted(every)} for by, n in shares.items()}


def dated_by(table: Table, picks: dict[int, int]) -> dict[Key, Interval]:
    """When each claim was, as chosen."""
    return {table.cases[number].told.key: table.cases[number].intervals[pick] for number, pick in picks.items()}


def write(table: Table, weights: np.ndarray) -> None:
    """Write weights into the package, the same bytes for the same weights."""
    nested: Weights = defaultdict(dict)
    for (name, context), number in table.index.items():
        if weights[number]:
            nested[name][context] = round(float(weights[number]), 3)
    path = Path(whoheld.reading.times.__file__).parent / "times.json.gz"
    text = json.dumps(nested, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def main() -> None:
    """Estimate, cross-validate and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=4)
    args = parser.parse_args()
    chain = Chain(load_model(), Gazetteer.open(Settings()))
    documents = [told_of(read) for read in read_all(args.train, chain)]
    first, table, result = Table(), Table(), {}
    tabled(documents, first, {}, learn=True)
    # claims before are dated as weights that did not see them would date them, mistakes included
    tabled(documents, table, dated_by(first, cross_validate(first, args.folds)), learn=True)
    result["cross_validation"] = score(table, cross_validate(table, args.folds))
    weights = fit(table.cases, len(table.index))
    if args.test:
        result["test"] = score(*_tested(args.test, chain, table, weights))
    if args.write:
        write(table, weights)
    print(json.dumps(result))


def _tested(folder: Path, chain: Chain, table: Table, weights: np.ndarray) -> tuple[Table, dict[int, int]]:
    documents = [told_of(read) for read in read_all(folder, chain)]
    first, test = Table(index=table.index), Table(index=table.index)
    tabled(documents, first, {}, learn=False)
    known = dated_by(first, dict(enumerate(chosen(first.cases, weights))))
    tabled(documents, test, known, learn=False)
    return test, dict(enumerate(chosen(test.cases, weights)))


if __name__ == "__main__":
    main()
