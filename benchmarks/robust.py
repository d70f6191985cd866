"""How far the scores fall where the same documents are written in another style.

    python -m benchmarks.robust GOLD_DIR [--coder NAME] [--style STYLE ...] [--sample N]

GOLD_DIR is as for ``benchmarks.claims``. Each style rewrites the annotated documents and carries their
annotation along: commas removed, capitals, curly and straight quotes, British and American spelling, other
transliterations, headlines in capitals or in title case. The last line of standard output is one JSON object.
"""

import argparse
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.agreement import Aliases, Record, alias_table
from benchmarks.claims import as_document, load_aliases, load_gold
from benchmarks.perturb import perturbed
from benchmarks.perturb_styles import STYLES
from benchmarks.scoring import Tally, ratio, read_document, report, tally_of, total
from whoheld.reading.coder import Coder, load_coder
from whoheld.settings import Settings
from whoheld.views.record import claim_record

MOST = 0.2  # share of the ledger-grade F1 that a style may cost
SEED = 1


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark."""
    parser = _parser()
    args = parser.parse_args(argv)
    golds = sampled(load_gold(args.gold), args.sample)
    if not golds:
        parser.error(f"no annotated documents (*.json) in {args.gold}")
    coder = load_coder(args.coder, Settings())
    aliases = alias_table(load_aliases(args.aliases, args.gold))
    plain = read_all(golds, coder, aliases)
    result: dict[str, Any] = {"coder": args.coder, "untouched": scores(total(plain)), "styles": {}}
    print(row("untouched", result["untouched"]), flush=True)
    for name in args.style or STYLES:
        result["styles"][name] = compared(name, golds, plain, coder, aliases)
        print(row(name, result["styles"][name]), flush=True)
    result["holds"] = all(each["ledger_fall"] <= MOST for each in result["styles"].values())
    print(json.dumps(result))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.robust", description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="folder of annotated documents")
    parser.add_argument("--coder", default="frames", help="the coder to score (default: frames)")
    parser.add_argument("--style", action="append", choices=STYLES, help="only this style; may be repeated")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="only N of the documents")
    parser.add_argument("--aliases", type=Path, help="names that count as one (default: GOLD_DIR/../aliases.json)")
    return parser


def sampled(golds: list[dict[str, Any]], size: int) -> list[dict[str, Any]]:
    """A part of the documents, the same one each time; all of them where the size is 0."""
    if not size or size >= len(golds):
        return golds
    return random.Random(SEED).sample(golds, size)  # noqa: S311  (sampling, not secrets)


def compared(
    name: str, golds: Sequence[Record], plain: Sequence[Tally], coder: Coder, aliases: Aliases
) -> dict[str, Any]:
    """The scores of a style, and how far they fall; documents that it leaves as they were are not read again."""
    changed = [perturbed(gold, STYLES[name]) for gold in golds]
    touched = [i for i, gold in enumerate(golds) if changed[i]["text"] != gold["text"]]
    tallies = list(plain)
    for i, tally in zip(touched, read_all([changed[i] for i in touched], coder, aliases), strict=True):
        tallies[i] = tally
    here, before = scores(total(tallies)), scores(total(plain))
    falls = {f"{rate}_fall": _fall(before[f"{rate}_f1"], here[f"{rate}_f1"]) for rate in ("found", "ledger")}
    return {"changed_documents": len(touched), **here, **falls}


def read_all(golds: Sequence[Record], coder: Coder, aliases: Aliases) -> list[Tally]:
    """The tallies of annotated documents, read by a coder."""
    return [_read(gold, coder, aliases) for gold in golds]


def _read(gold: Record, coder: Coder, aliases: Aliases) -> Tally:
    document = as_document(gold)
    claims = [claim_record(claim, document) for claim in coder.read(document)]
    return tally_of(read_document(gold, claims, aliases))


def scores(tally: Tally) -> dict[str, Any]:
    """The scores that are compared."""
    whole = report(tally)
    return {
        "found_f1": whole["found"]["f1"],
        "ledger_f1": whole["ledger_grade"]["f1"],
        "field_accuracy": whole["field_accuracy"],
        "false_assertion_rate": whole["false_assertion_rate"],
    }


def _fall(before: float, after: float) -> float:
    return ratio(before - after, before)


def row(name: str, told: Record) -> str:
    """One line of the table."""
    fall = f"{told['found_fall']:+8.1%}{told['ledger_fall']:+8.1%}" if "ledger_fall" in told else " " * 16
    fields = " ".join(f"{field[:5]} {rate:.2f}" for field, rate in told["field_accuracy"].items())
    return f"{name:24} found {told['found_f1']:.3f} ledger {told['ledger_f1']:.3f} fall{fall}  {fields}"


if __name__ == "__main__":
    sys.exit(main())
