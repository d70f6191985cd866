"""Write the tables of errors, in Markdown, from what ``benchmarks.claims --classes`` prints.

    python -m benchmarks.claims GOLD_DIR --classes --frames | python -m benchmarks.error_table [--write PAGE]

What was done about a class, and what that gained, stands in ``benchmarks/tables/errors_done.csv``. With ``--write``
the tables go into a page, between its lines ``<!-- errors -->`` and ``<!-- end of errors -->``.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

DONE = Path(__file__).parent / "tables" / "errors_done.csv"
PART = re.compile(r"(<!-- errors -->\n).*?(<!-- end of errors -->)", re.DOTALL)
PAIRS = 10  # of components that are shown, those that cost most


def main(argv: list[str] | None = None) -> int:
    """Read the scores from standard input, write the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.error_table", description=__doc__.splitlines()[0])
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables into this page")
    args = parser.parse_args(argv)
    text = tables(json.loads(sys.stdin.read().strip().splitlines()[-1]), done())
    if args.write is None:
        print(text, end="")
        return 0
    page = args.write.read_text(encoding="utf-8")
    if not PART.search(page):
        parser.error(f"{args.write} has no lines <!-- errors --> and <!-- end of errors -->")
    args.write.write_text(PART.sub(lambda found: f"{found[1]}\n{text}\n{found[2]}", page), encoding="utf-8")
    return 0


def done() -> dict[str, dict[str, str]]:
    """What was done about each class."""
    rows = csv.DictReader(DONE.read_text(encoding="utf-8").splitlines())
    return {row["class"]: row for row in rows}


def tables(scores: dict[str, Any], told: dict[str, dict[str, str]]) -> str:
    """The tables of components, of pairs of them, and of classes."""
    head = f"On {scores['documents']} documents with {scores['gold_claims']:,} required claims: found F1 "
    head += f"{_rate(scores['found']['f1'])}, ledger-grade F1 {_rate(scores['ledger_grade']['f1'])}.\n"
    parts = (head, "### Components\n", _components(scores["components"]), "### Pairs of components\n",
             _pairs(scores["pairs"]), "### Classes\n", _classes(scores["classes"], told))  # fmt: skip
    return "\n".join(parts)


def _components(rows: Iterable[dict[str, Any]]) -> str:
    body = [[row["component"], _rate(row["score"]), _gain(row["gain"]), f"{row['share']:.1%}"] for row in rows]
    return _table(["component", "its own score", "ledger-grade F1 if always right", "share of the loss"], body)


def _pairs(gains: dict[str, float]) -> str:
    body = [[name.replace("+", " and "), _gain(gain)] for name, gain in list(gains.items())[:PAIRS]]
    return _table(["both always right", "ledger-grade F1"], body)


def _classes(rows: Iterable[dict[str, Any]], told: dict[str, dict[str, str]]) -> str:
    body = []
    for row in rows:
        notes = told.get(row["class"], {})
        figures = [str(row["count"]), _gain(row["ledger_gain"]), f"{row['share']:.1%}"]
        body.append([row["class"], *figures, notes.get("done", ""), notes.get("gained", "")])
    return _table(["class", "count", "ledger-grade F1 without it", "share of the loss", "done", "gained"], body)


def _rate(value: float) -> str:
    return f"{value:.3f}".lstrip("0")


def _gain(value: float) -> str:
    return f"+{_rate(value)}"


def _table(head: list[str], body: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *body]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
