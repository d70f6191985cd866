"""How well claims are dated when their evidence is given: ``python -m benchmarks.claim_times GOLD_DIR``.

GOLD_DIR holds annotated documents, one JSON object each. The trigger of a claim is taken to be the highest word of
its quote in the parse, and its kind, status, place and parties are given as annotated. A date is right as claims
are scored: both ends to the day for spans up to a week, within three days for longer ones; where the annotation
gives alternatives any is right. Prints the share that is right, over all and by genre (the first word of a
document's name).
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from whoheld.model import DateBasis, Document, Timing
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model, parse
from whoheld.reading.times import About, Dated, when_of

STATES = frozenset({"hold", "siege", "support"})
SLACK = 3  # days, for spans over a week


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def same_when(gold: dict[str, Any], got: dict[str, str | None]) -> bool:
    """Whether both ends agree."""
    ends = [_list(gold.get(end))[0] for end in ("from", "to")]
    short = all(ends) and (date.fromisoformat(str(ends[1])) - date.fromisoformat(str(ends[0]))).days <= 7
    return all(_same_end(_list(gold.get(end)), got[end], 0 if short else SLACK) for end in ("from", "to"))


def _same_end(options: list[str | None], got: str | None, slack: int) -> bool:
    if got is None:
        return None in options
    day = date.fromisoformat(got)
    return any(option and abs((date.fromisoformat(option[:10]) - day).days) <= slack for option in options)


def trigger_of(page: Page, quote: str) -> Token | None:
    """The highest word of a quote in the parse of its first occurrence that was parsed."""
    at = page.document.text.find(quote)
    for block in page.blocks:
        for start in (block.at, *block.repeats):
            if start <= at < start + _length(page, block.parsed):
                first = at - start + block.parsed
                span = page.doc.char_span(first, first + len(quote), alignment_mode="expand")
                return span.root if span is not None else None
    return None


def _length(page: Page, parsed: int) -> int:
    index = next(i for i, block in enumerate(page.blocks) if block.parsed == parsed)
    following = page.blocks[index + 1].parsed if index + 1 < len(page.blocks) else len(page.doc.text)
    return following - parsed


def page_of(record: dict[str, Any]) -> Page:
    """The parse of an annotated document."""
    day = date.fromisoformat(record["published"]) if record.get("published") else None
    basis = DateBasis.GIVEN if day else DateBasis.NONE
    title, source = record.get("title") or "", record.get("source") or ""
    return parse(Document(record["doc"], record["text"], title, day, basis, source), load_model())


def about_of(claim: dict[str, Any]) -> About:
    """What is known of a claim, of alternatives the first."""
    kind, status, place, *parties = (
        _list(claim[name])[0] for name in ("kind", "status", "place", "actor", "recipient")
    )
    return About(kind, status, place, frozenset(party for party in parties if party))


def dated(record: dict[str, Any]) -> Iterator[tuple[bool, str]]:
    """For each claim that is required: whether it is dated right, and a line that tells how."""
    page, before = page_of(record), list[Dated]()
    placed = [(trigger_of(page, claim["quote"]), claim) for claim in record["claims"] if not claim.get("optional")]
    for token, claim in sorted(placed, key=lambda pair: pair[0].i if pair[0] is not None else -1):
        about, timing = about_of(claim), Timing()
        kind = about.kind
        if token is not None:
            timing = when_of(page, token.i, state=kind in STATES, about=about, dated=before)
            before.append(Dated(token.i, kind, about.place, about.parties, timing.interval))
        got, want = timing.interval.record(), claim["when"]
        told = f"{record['doc']} {kind} {claim['status']} want {want.get('from')}..{want.get('to')}"
        line = f"{told} got {got['from']}..{got['to']} | [{token}] {claim['quote'][:120]!r} | {timing.reason}"
        yield same_when(want, got), line


def main(arguments: list[str] | None = None) -> int:
    """Date the claims of a folder and print one JSON line last."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take each n-th document")
    parser.add_argument("--errors", action="store_true", help="show the claims that are dated wrong")
    chosen = parser.parse_args(arguments)
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for path in sorted(chosen.folder.glob("*.json"))[:: chosen.every]:
        record = json.loads(path.read_text(encoding="utf-8"))
        genre = record["doc"].split("-")[0]
        for good, line in dated(record):
            all_[genre] += 1
            right[genre] += good
            if chosen.errors and not good:
                print(line, file=sys.stderr)
    if not all_:
        print(f"no annotated claims in {chosen.folder}", file=sys.stderr)
        return 1
    shares = {genre: round(right[genre] / all_[genre], 4) for genre in sorted(all_)}
    print(json.dumps({"when": round(right.total() / all_.total(), 4), "claims": all_.total(), **shares}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
