"""How well numbers of people are bound to claims, given the evidence.

``python -m benchmarks.claim_counts GOLD_DIR``.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.claim_status import Triggers, as_list, rows
from whoheld.model import Count
from whoheld.reading.counts import counts_of, find_counts


def near(a: int | None, b: int | None) -> bool:
    """The same bound; from ten up a difference of one is none."""
    return a == b or (a is not None and b is not None and min(a, b) >= 10 and abs(a - b) <= 1)


def alike(want: dict[str, Any], got: Count) -> bool:
    """The same fate and bounds."""
    return want["what"] == got.what.value and near(want["low"], got.low) and near(want["high"], got.high)


def same_counts(want: list[dict[str, Any]], got: tuple[Count, ...]) -> bool:
    """Every wanted count is there and none besides."""
    return all(any(alike(w, g) for g in got) for w in want) and all(any(alike(w, g) for w in want) for g in got)


def main() -> None:
    """Print the figures, one JSON line last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    data = rows(args.gold)
    triggers = Triggers()
    for claim, _, span in data:
        for kind in as_list(claim["kind"]):
            triggers.learn(kind, span)
    tally, shown = Counter[str](), 0
    for claim, page, span in data:
        if not page.counts:
            page.counts = find_counts(page)
        kinds = as_list(claim["kind"])
        token = triggers.find(kinds, span)
        got = counts_of(page, token.i, span.start, span.end, kinds[0])
        want = claim.get("counts") or []
        group = "with" if want else "without"
        right = same_counts(want, got)
        tally[group] += 1
        tally[f"{group}_right"] += right
        tally["found"] += sum(any(alike(w, g) for g in got) for w in want)
        tally["wanted"] += len(want)
        tally["put"] += len(got)
        if not right and shown < args.errors:
            shown += 1
            told = [(w["what"], w["low"], w["high"]) for w in want]
            put = [(g.what.value, g.low, g.high) for g in got]
            print(f"{kinds[0]} want {told} got {put} | {span.text[:200]!r}")
    print(json.dumps(figures(tally)))


def figures(tally: Counter[str]) -> dict[str, float]:
    """Accuracy over claims, precision and recall over counts."""

    def share(part: int, whole: str) -> float:
        return round(part / max(1, tally[whole]), 4)

    tally["claims"] = tally["with"] + tally["without"]
    return {
        "claims": tally["claims"],
        "accuracy": share(tally["with_right"] + tally["without_right"], "claims"),
        "accuracy_with_counts": share(tally["with_right"], "with"),
        "accuracy_without": share(tally["without_right"], "without"),
        "precision": share(tally["found"], "put"),
        "recall": share(tally["found"], "wanted"),
    }


if __name__ == "__main__":
    main()
