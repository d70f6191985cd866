"""How often the speaker of an annotated claim is told right.

    python -m benchmarks.claim_speakers GOLD_DIR [--documents N] [--seed S] [--aliases FILE] [--errors N]

The trigger of a claim is taken to be the head word of its quote. ``said_by`` is right where it is one of the
names that the annotation allows, after folding and the aliases of ``aliases.json`` beside the gold folder.
"""

import argparse
import json
import random
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from whoheld.model import AUTHOR, Document
from whoheld.reading.actors import ActorFinder
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model, parse
from whoheld.reading.speech import find_speech, speaker_of

ARTICLES = {"the", "al", "el", "ad", "ar", "as", "ash", "at", "an", "az", "a"}


def fold(name: str) -> str:
    """The form under which names compare equal."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    text = re.sub(r"['`]s\b", "", text.encode("ascii", "ignore").decode().casefold())
    spaced = re.sub(r"[^a-z0-9 ]+", " ", text.replace("'", ""))
    return " ".join(word for word in spaced.split() if word not in ARTICLES)


def read_aliases(path: Path) -> dict[str, str]:
    """Folded name to the folded first name of its group."""
    if not path.exists():
        return {}
    groups = json.loads(path.read_text(encoding="utf-8"))
    return {fold(name): fold(group[0]) for group in groups for name in group}


def as_list(value: str | list[str] | None) -> list[str]:
    """Alternatives as a list, nulls left out."""
    return [one for one in (value if isinstance(value, list) else [value]) if one]


def tokens_of(page: Page) -> list[tuple[int, int]]:
    """First and last character in the document's text of each token."""
    spans = [page.span(at, at + 1) for at in range(len(page.doc))]
    return [(span.start, span.end) for span in spans]


def trigger_of(page: Page, spans: list[tuple[int, int]], start: int, end: int) -> int | None:
    """The token of the quote whose head lies outside of it."""
    inside = [at for at, (a, b) in enumerate(spans) if a >= start and b <= end and not page.doc[at].is_space]
    if not inside:
        return None
    return page.doc[inside[0] : inside[-1] + 1].root.i


def main() -> int:
    """Prints one JSON line last."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--documents", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--aliases", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    aliases = read_aliases(args.aliases or args.gold.parent / "aliases.json")
    files = sorted(args.gold.glob("*.json"))
    if args.documents and len(files) > args.documents:
        files = random.Random(args.seed).sample(files, args.documents)  # noqa: S311  (a sample, no secret)
    tally: Counter[str] = Counter()
    errors: list[str] = []
    for path in files:
        score(json.loads(path.read_text(encoding="utf-8")), aliases, tally, errors)
    for line in errors[: args.errors]:
        print(line, file=sys.stderr)
    print(json.dumps(summary(tally, len(files))))
    return 0


def score(gold: dict[str, Any], aliases: dict[str, str], tally: Counter[str], errors: list[str]) -> None:
    """Adds one document to the tally."""
    page = parse(Document(gold["doc"], gold["text"], gold["title"], source=gold.get("source", "")), load_model())
    page.actors = ActorFinder()(page)
    page.speech = find_speech(page)
    spans = tokens_of(page)
    for claim in gold["claims"]:
        start = gold["text"].find(claim["quote"])
        if claim.get("optional") or start < 0:
            continue
        trigger = trigger_of(page, spans, start, start + len(claim["quote"]))
        if trigger is None:
            tally["no trigger"] += 1
            continue
        got, wanted = speaker_of(page, trigger), as_list(claim["said_by"])
        right = bool({key(name, aliases) for name in wanted} & {key(got.name, aliases)})
        kind = "author" if wanted == [AUTHOR] else "speaker" if AUTHOR not in wanted else "either"
        tally[f"{kind} all"] += 1
        tally[f"{kind} right"] += right
        if not right:
            why = "false" if kind == "author" else "missed" if got.name == AUTHOR else "other"
            tally[why] += 1
            told = f"{why} {gold['doc']} want {wanted} got {got.name!r} [{got.reason}]"
            errors.append(f"{told} | {around(gold['text'], start, claim['quote'])}")


def around(text: str, start: int, quote: str) -> str:
    """A quote in its surroundings, on one line."""
    end = start + len(quote)
    return f"{text[max(0, start - 160) : start]}[[{quote}]]{text[end : end + 80]}".replace("\n", "¶")


def key(name: str, aliases: dict[str, str]) -> str:
    """Folded, first of its aliases."""
    return aliases.get(fold(name), fold(name))


def summary(tally: Counter[str], documents: int) -> dict[str, Any]:
    """Accuracy over all claims, on those of the author and on those of a speaker, and the kinds of error."""
    kinds = ("author", "speaker", "either")
    everything, right = (sum(tally[f"{kind} {what}"] for kind in kinds) for what in ("all", "right"))
    shares = {f"{kind}_accuracy": round(tally[f"{kind} right"] / max(1, tally[f"{kind} all"]), 4) for kind in kinds}
    return {
        "documents": documents,
        "claims": everything,
        "accuracy": round(right / max(1, everything), 4),
        **shares,
        **{f"{kind}_claims": tally[f"{kind} all"] for kind in kinds},
        **{f"{why}_speaker": tally[why] for why in ("false", "missed", "other")},
    }


if __name__ == "__main__":
    sys.exit(main())
