"""How often the speaker of an annotated claim is told right, its evidence given.

    python -m benchmarks.claim_speakers GOLD_DIR [--documents N] [--seed S] [--errors N]

``said_by`` is right where it is one of the names that the annotation allows, after folding and the aliases of
``aliases.json`` beside the gold folder.
"""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.agreement import alias_table, options, same_name
from benchmarks.claims import load_aliases
from benchmarks.quoted import Part, Quoted, Verdict, measure, share
from whoheld.model import AUTHOR
from whoheld.reading.actors import ActorFinder
from whoheld.reading.page import Page
from whoheld.reading.speech import find_speech, speaker_of

GROUPS = ("author", "speaker", "either")


def find(page: Page) -> None:
    """Actors help to name speakers."""
    page.actors = ActorFinder()(page)
    page.speech = find_speech(page)


def judge(folder: Path) -> Callable[[Quoted], Verdict]:
    """Names are compared through the aliases beside the folder."""
    aliases = alias_table(load_aliases(None, folder))

    def of(one: Quoted) -> Verdict:
        got, wanted = speaker_of(one.page, one.trigger.i), options(one.claim["said_by"])
        group = "author" if wanted == [AUTHOR] else "speaker" if AUTHOR not in wanted else "either"
        why = "false" if group == "author" else "missed" if got.name == AUTHOR else "other"
        told = f"{why} {one.page.document.id} want {wanted} got {got.name!r} [{got.reason}]"
        return Verdict(same_name(wanted, got.name, aliases), group, told, (why,))

    return of


def figures(verdicts: list[Verdict]) -> dict[str, Any]:
    """Accuracy on claims of the author and on those of a speaker, and the kinds of error."""
    why = Counter(verdict.detail[0] for verdict in verdicts if not verdict.right)
    return {
        **{f"{group}_accuracy": share(verdicts, group) for group in GROUPS},
        **{f"{group}_claims": sum(verdict.group == group for verdict in verdicts) for group in GROUPS},
        **{f"{name}_speaker": why[name] for name in ("false", "missed", "other")},
    }


PART = Part("claim_speakers", "How often the speaker of a claim is told right.", find, judge, figures)


def main(argv: list[str] | None = None) -> int:
    """Print the figures, one JSON line last."""
    return measure(PART, argv)


if __name__ == "__main__":
    sys.exit(main())
