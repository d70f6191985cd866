"""How well the status of a claim is told, its evidence given: ``python -m benchmarks.claim_status GOLD_DIR``."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.agreement import options
from benchmarks.quoted import Part, Quoted, Verdict, measure
from whoheld.model import Status
from whoheld.reading.certainty import status_of
from whoheld.reading.page import Page
from whoheld.reading.speech import find_speech

ASSERTED = Status.ASSERTED.value


def find(page: Page) -> None:
    """What a speaker denies is denied."""
    page.speech = find_speech(page)


def judge(_folder: Path) -> Callable[[Quoted], Verdict]:
    """Right is any of the statuses that the annotation allows."""

    def of(one: Quoted) -> Verdict:
        status, reason = status_of(one.page, one.trigger.i, one.kind)
        wanted = options(one.claim["status"])
        right = status.value in wanted
        pair = (status.value if right else wanted[0], status.value)
        return Verdict(right, pair[0], f"{pair[0]} > {pair[1]} [{one.trigger.text}: {reason}]", pair)

    return of


def figures(verdicts: list[Verdict]) -> dict[str, Any]:
    """The F1 of each status, their mean, and how often a claim is wrongly told as a fact."""
    pairs = Counter(verdict.detail for verdict in verdicts)
    scores = {status.value: _f1(pairs, status.value) for status in Status}
    others = [score for name, score in scores.items() if name != ASSERTED]
    false = sum(n for (want, got), n in pairs.items() if got == ASSERTED and want != ASSERTED)
    return {
        "macro_f1": round(sum(scores.values()) / len(scores), 4),
        "macro_f1_not_asserted": round(sum(others) / len(others), 4),
        "not_asserted": sum(n for (want, _), n in pairs.items() if want != ASSERTED),
        "false_assertion_rate": round(false / max(1, len(verdicts)), 4),
        "f1": scores,
        "confusion": {f"{want}>{got}": n for (want, got), n in pairs.most_common() if want != got},
    }


def _f1(pairs: Counter[tuple[Any, ...]], status: str) -> float:
    right = pairs[(status, status)]
    wanted = sum(n for (want, _), n in pairs.items() if want == status)
    put = sum(n for (_, got), n in pairs.items() if got == status)
    return round(2 * right / (wanted + put), 4) if wanted + put else 0.0


PART = Part("claim_status", "How well the status of a claim is told.", find, judge, figures)


def main(argv: list[str] | None = None) -> int:
    """Print the figures, one JSON line last."""
    return measure(PART, argv)


if __name__ == "__main__":
    sys.exit(main())
