"""Estimate the weights of the scorer that tells which matches of frames are claims.

    python -m benchmarks.train_scorer TRAIN_DIR [--test DIR] [--out FILE] [--folds 5]

TRAIN_DIR holds annotated documents (one JSON file each, the form that ``benchmarks.claims`` reads). A match is a positive
example where its word stands in an annotated quote of its kind; where that claim is optional, the example counts half.
The last line printed is JSON: found and ledger-grade F1 in cross-validation, where whole outlets and whole wars are held
out together, and on ``--test``. With ``--out`` the weights estimated on all of TRAIN_DIR are written there.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.agreement import Aliases, alias_table, options
from benchmarks.claims import as_document, load_aliases, load_gold
from benchmarks.scoring import occurrences, read_document, report, tally_of, total
from whoheld.gazetteer import Gazetteer
from whoheld.reading.chain import Chain
from whoheld.reading.frames.choose import by_sentence, choose
from whoheld.reading.frames.claims import claims_of
from whoheld.reading.frames.features import features
from whoheld.reading.frames.scorer import Scorer
from whoheld.reading.frames.types import Typing
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model
from whoheld.settings import Settings
from whoheld.views.record import claim_record

RARE = 3  # features of fewer examples are left out
STRENGTH = 0.3  # inverse of the L2 penalty, best of .1, .3 and 1 in cross-validation


@dataclass(slots=True)
class Read:
    """An annotated document, read up to its matches."""

    gold: dict[str, Any]
    page: Page


@dataclass(frozen=True, slots=True)
class Example:
    """A match: its features, whether it is a claim, and how much it counts."""

    names: tuple[str, ...]
    claim: bool
    weight: float


def group(doc: str) -> str:
    """What is held out together: the outlet or the war that a document's name begins with."""
    known = re.match(r"(written-[a-z]+|wiki-.*?(?=-[tu]\d)|news-[a-z]+|report|release)", doc)
    return known.group(1) if known else doc


def read_all(folder: Path, chain: Chain) -> list[Read]:
    """The annotated documents of a folder with their pages."""
    return [Read(gold, chain(as_document(gold))) for gold in load_gold(folder)]


def examples(read: Read) -> list[Example]:
    """The matches of a document as examples."""
    spans = [
        (start, end, options(claim["kind"]), 0.5 if claim.get("optional") else 1.0)
        for claim in read.gold["claims"]
        for start, end in occurrences(read.gold["text"], claim["quote"])
    ]
    page, typing, found = read.page, Typing.of(read.page), []
    for rivals in by_sentence(page, typing):
        for match in rivals:
            at = page.span(match.trigger.i, match.trigger.i + 1).start
            hits = [weight for start, end, kinds, weight in spans if start <= at < end and match.frame.kind in kinds]
            names = tuple(dict.fromkeys(features(page, typing, match, rivals)))
            found.append(Example(names, bool(hits), max(hits, default=1.0)))
    return found


def fit(rows: Sequence[Example], threshold: float) -> Scorer:
    """The scorer that these examples give."""
    counts = Counter(name for row in rows for name in row.names)
    index = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= RARE))}
    matrix = _matrix(rows, index)
    model = LogisticRegression(C=STRENGTH, max_iter=400, solver="liblinear")
    model.fit(matrix, [row.claim for row in rows], sample_weight=[row.weight for row in rows])
    weights = {name: round(float(model.coef_[0][i]), 4) for name, i in index.items()}
    weights["bias"] = round(weights.get("bias", 0.0) + float(model.intercept_[0]), 4)
    return Scorer({name: value for name, value in weights.items() if abs(value) >= 0.005}, threshold)  # noqa: PLR2004


def _matrix(rows: Sequence[Example], index: dict[str, int]) -> csr_matrix:
    columns, starts = [], [0]
    for row in rows:
        columns.extend(index[name] for name in row.names if name in index)
        starts.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(index)))


def predict(reads: Iterable[Read], scorer: Scorer) -> dict[str, list[dict[str, Any]]]:
    """The records of all claims, by document."""
    return {
        read.gold["doc"]: [
            claim_record(claim, read.page.document)
            for one in choose(read.page, scorer)
            for claim in claims_of(read.page, one, "training")
        ]
        for read in reads
    }


def score(reads: list[Read], predictions: dict[str, list[dict[str, Any]]], aliases: Aliases) -> dict[str, Any]:
    """The scores of claims on annotated documents."""
    result = report(total(tally_of(read_document(r.gold, predictions[r.gold["doc"]], aliases)) for r in reads))
    return {key: value for key, value in result.items() if key not in {"documents", "exact_quotes"}}


def cross_validate(reads: list[Read], folds: int, threshold: float) -> dict[str, list[dict[str, Any]]]:
    """Claims of every document by a scorer that has seen nothing of its outlet or war."""
    groups = sorted({group(read.gold["doc"]) for read in reads})
    random.Random(0).shuffle(groups)
    rows = {read.gold["doc"]: examples(read) for read in reads}
    found: dict[str, list[dict[str, Any]]] = {}
    for fold in range(folds):
        held = set(groups[fold::folds])
        seen = [row for read in reads if group(read.gold["doc"]) not in held for row in rows[read.gold["doc"]]]
        out = [read for read in reads if group(read.gold["doc"]) in held]
        found |= predict(out, fit(seen, threshold))
    return found


def write(path: Path, scorer: Scorer) -> None:
    """Write weights as the package loads them, the same bytes for the same weights."""
    data = json.dumps({"threshold": scorer.threshold, "weights": dict(sorted(scorer.weights.items()))}, separators=(",", ":"))
    path.write_bytes(gzip.compress(data.encode(), mtime=0))


def main() -> None:
    """Estimate, cross-validate and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--threshold", type=float, default=0.45)
    args = parser.parse_args()
    chain = Chain(load_model(), Gazetteer.open(Settings()))
    aliases = alias_table(load_aliases(None, args.train))
    reads = read_all(args.train, chain)
    result: dict[str, Any] = {}
    if args.folds > 1:
        result["cross_validation"] = score(reads, cross_validate(reads, args.folds, args.threshold), aliases)
    scorer = fit([row for read in reads for row in examples(read)], args.threshold)
    result["features"] = len(scorer.weights)
    if args.test:
        test = read_all(args.test, chain)
        result["test"] = score(test, predict(test, scorer), aliases)
    if args.out:
        write(args.out, scorer)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
