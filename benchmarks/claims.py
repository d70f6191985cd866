"""Scores a coder, or a file of its claims, on annotated documents.

    python -m benchmarks.claims GOLD_DIR [--coder NAME | --predictions FILE.jsonl]

GOLD_DIR holds one JSON object per file: ``doc, title, published, source, text`` and ``claims``. Errors and
tables go to standard error; the last line of standard output is one JSON object with the scores.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import breakdown
from benchmarks.agreement import LEDGER_FIELDS, Record, alias_table
from benchmarks.classes import sort_out
from benchmarks.frames import frames_of
from benchmarks.gains import costs
from benchmarks.scoring import Reading, read_document, report, tally_of, total
from whoheld.model import DateBasis, Document

GROUPS = {"outlet": breakdown.outlet, "genre": breakdown.genre}


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark."""
    parser = _parser()
    args = parser.parse_args(argv)
    golds = load_gold(args.gold)
    if not golds:
        parser.error(f"no annotated documents (*.json) in {args.gold}")
    aliases = alias_table(load_aliases(args.aliases, args.gold))
    start = time.perf_counter()
    predictions = load_predictions(args.predictions) if args.predictions else read_all(golds, args.coder)
    seconds = time.perf_counter() - start
    if args.save:
        save(args.save, predictions)
    readings = [read_document(gold, predictions.get(gold["doc"], []), aliases) for gold in golds]
    result = summary(readings, args)
    if args.classes:
        framed = frames_of(map(as_document, golds), args.coder) if args.frames else None
        result |= costs([sort_out(reading, aliases, framed) for reading in readings])
    if not args.predictions:
        result |= {"coder": args.coder, "seconds": round(seconds, 1)}
    _show(readings, args)
    print(json.dumps(result))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="folder of annotated documents")
    parser.add_argument("--coder", default="frames", help="the coder to score (default: frames)")
    parser.add_argument("--predictions", type=Path, help="score these claims, one JSON object a line, instead")
    parser.add_argument("--aliases", type=Path, help="names that count as one (default: GOLD_DIR/../aliases.json)")
    parser.add_argument("--save", type=Path, help="write the coder's claims here, one JSON object a line")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N errors")
    parser.add_argument("--about", default="", metavar="WORD", help="only errors with this word: MISSED, EXTRA, place")
    parser.add_argument("--by", choices=GROUPS, help="also score each outlet or genre")
    parser.add_argument("--kinds", action="store_true", help="also score each kind")
    parser.add_argument("--oracle", action="append", default=[], choices=LEDGER_FIELDS, metavar="FIELD",
                        help="take this field as right on found claims")  # fmt: skip
    parser.add_argument("--oracles", action="store_true", help="what each field would gain if it were always right")
    parser.add_argument("--classes", action="store_true", help="what each component and each class of error costs")
    parser.add_argument("--frames", action="store_true", help="with --classes: ask the coder which frames fit")
    return parser


def load_gold(folder: Path) -> list[dict[str, Any]]:
    """The annotated documents of a folder, by file name."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def load_aliases(path: Path | None, folder: Path) -> list[list[str]]:
    """Names that count as one, from a file or from beside the annotated documents."""
    usual = folder.resolve().parent / "aliases.json"
    if path is None and not usual.exists():
        return []
    groups: list[list[str]] = json.loads((path or usual).read_text(encoding="utf-8"))
    return groups


def load_predictions(path: Path) -> dict[str, list[Record]]:
    """The claims of a file of JSON lines, by document."""
    found: dict[str, list[Record]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        claim = json.loads(line)
        if "doc" not in claim or "kind" not in claim:
            message = f"{path}, line {number}: a claim needs doc and kind"
            raise SystemExit(message)
        found.setdefault(claim["doc"], []).append(claim)
    return found


def as_document(gold: Record) -> Document:
    """An annotated document as a coder gets it."""
    day = gold.get("published")
    published = date.fromisoformat(day) if day else None
    basis = DateBasis.GIVEN if published else DateBasis.NONE
    return Document(gold["doc"], gold["text"], gold.get("title", ""), published, basis, gold.get("source", ""))


def read_all(golds: Iterable[Record], coder_name: str) -> dict[str, list[Record]]:
    """The claims that a coder extracts from each document, as records."""
    from whoheld.reading.coder import load_coder  # noqa: PLC0415  (loads a language model; a file needs none)
    from whoheld.settings import Settings  # noqa: PLC0415
    from whoheld.views.record import claim_record  # noqa: PLC0415

    coder = load_coder(coder_name, Settings())
    found: dict[str, list[Record]] = {}
    for document in map(as_document, golds):
        found[document.id] = [claim_record(claim, document) for claim in coder.read(document)]
    return found


def save(path: Path, predictions: dict[str, list[Record]]) -> None:
    """Write claims as JSON lines."""
    lines = (json.dumps(claim, ensure_ascii=False) for claims in predictions.values() for claim in claims)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def summary(readings: list[Reading], args: argparse.Namespace) -> dict[str, Any]:
    """All scores that were asked for."""
    tallies = [tally_of(reading, args.oracle) for reading in readings]
    result = report(total(tallies)) | {"interval95": breakdown.intervals(tallies)}
    if args.oracle:
        result["oracle"] = args.oracle
    if args.oracles:
        result["oracle_gain"] = breakdown.oracle_gains(readings)
    if args.kinds:
        result["by_kind"] = breakdown.by_kind(readings)
    if args.by:
        result[f"by_{args.by}"] = breakdown.by_group(readings, GROUPS[args.by])
    return result


def _show(readings: list[Reading], args: argparse.Namespace) -> None:
    lines = (line for reading in readings for line in breakdown.errors(reading) if args.about in line)
    for _, line in zip(range(args.errors), lines, strict=False):
        print(line, file=sys.stderr)
    for line in _tables(readings, args):
        print(line, file=sys.stderr)


def _tables(readings: list[Reading], args: argparse.Namespace) -> Iterator[str]:
    if args.kinds:
        yield f"{'kind':14}{'gold':>6}{'pred':>6}{'found':>6}{'P':>7}{'R':>7}{'F1':>7}{'ledger':>8}"
        for kind, row in breakdown.by_kind(readings).items():
            counts = f"{row['gold']:6}{row['predicted']:6}{row['found']:6}"
            rates = "".join(f"{row[rate]:7.2f}" for rate in ("precision", "recall", "f1"))
            yield f"{kind:14}{counts}{rates}{row['graded']:8}"
    if args.by:
        yield f"{args.by:40}{'docs':>5}{'found':>7}{'ledger':>8}"
        for name, scores in breakdown.by_group(readings, GROUPS[args.by]).items():
            f1s = f"{scores['found']['f1']:7.2f}{scores['ledger_grade']['f1']:8.2f}"
            yield f"{name[:39]:40}{scores['documents']:5}{f1s}"


if __name__ == "__main__":
    sys.exit(main())
