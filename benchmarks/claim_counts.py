"""How well numbers of people are bound to claims: ``python -m benchmarks.claim_counts GOLD_DIR``."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.agreement import Record, same_counts
from benchmarks.quoted import Part, Quoted, Verdict, measure, share
from whoheld.model import Count
from whoheld.reading.counts import counts_of, find_counts
from whoheld.reading.page import Page


def find(page: Page) -> None:
    """The numbers of people of a page."""
    page.counts = find_counts(page)


def record(count: Count) -> Record:
    """A count as the annotation writes it."""
    return {"what": count.what.value, "low": count.low, "high": count.high}


def judge(_folder: Path) -> Callable[[Quoted], Verdict]:
    """Right is every wanted count and none besides."""

    def of(one: Quoted) -> Verdict:
        got = [record(c) for c in counts_of(one.page, one.trigger.i, one.span.start, one.span.end, one.kind)]
        want = one.claim.get("counts") or []
        found = sum(same_counts([count], [other]) for count in want for other in got)
        sums = (min(found, len(want)), len(want), len(got))
        return Verdict(same_counts(want, got), "with" if want else "without", f"want {want} got {got}", sums)

    return of


def figures(verdicts: list[Verdict]) -> dict[str, Any]:
    """Accuracy on claims with and without counts, precision and recall over counts."""
    found, wanted, put = (sum(verdict.detail[at] for verdict in verdicts) for at in range(3))
    return {
        "accuracy_with_counts": share(verdicts, "with"),
        "accuracy_without": share(verdicts, "without"),
        "precision": round(found / max(1, put), 4),
        "recall": round(found / max(1, wanted), 4),
    }


PART = Part("claim_counts", "How well numbers of people are bound to claims.", find, judge, figures)


def main(argv: list[str] | None = None) -> int:
    """Print the figures, one JSON line last."""
    return measure(PART, argv)


if __name__ == "__main__":
    sys.exit(main())
