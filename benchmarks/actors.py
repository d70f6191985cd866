"""How many parties of annotated claims the actor finder and reference put within reach.

``python -m benchmarks.actors GOLD_DIR [--aliases FILE] [--errors N] [--sample N]``
prints one JSON line last:

* ``recall``: parties of claims whose name is among the mentions and references of the quote's sentences;
* ``pronouns``, ``roles``: of pronouns and role nouns within quotes, how many were resolved to a party of
  a claim with that quote (``right``), to another name (``wrong``), or left open (``open``).
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from whoheld.codebooks.tables import fold_name
from whoheld.gazetteer import Gazetteer
from whoheld.model import DateBasis, Document
from whoheld.reading.actors import parties_at
from whoheld.reading.chain import Chain
from whoheld.reading.mentions import Basis
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model
from whoheld.settings import Settings

ARTICLES = frozenset({"the", "al", "el", "ad", "ar", "as", "ash", "at", "an", "az", "a"})
SLOTS = frozenset({"nsubj", "nsubjpass", "dobj", "poss", "pobj"})
POINTERS = frozenset({"they", "them", "their", "it", "its", "he", "his", "we", "our", "who", "which"})
Gold = dict[str, Any]


@dataclass
class Tally:
    """Counts over documents."""

    wanted: int = 0
    reached: int = 0
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {"pronouns": Counter(), "roles": Counter()})
    errors: list[str] = field(default_factory=list)


class Names:
    """Names as they compare: folded, and through a file of groups of names that count as one."""

    def __init__(self, path: Path | None) -> None:
        groups = json.loads(path.read_text(encoding="utf-8")) if path else []
        self.table = {self.fold(name): self.fold(group[0]) for group in groups for name in group}

    @staticmethod
    def fold(name: str) -> str:
        """A name without case, accents, articles and possessive endings."""
        plain = fold_name(name.replace("’s ", " ").replace("'s ", " "))
        return " ".join(word for word in plain.split() if word not in ARTICLES)

    def canon(self, name: str) -> str:
        """The form under which two names compare equal."""
        folded = self.fold(name)
        return self.table.get(folded, folded)

    def all(self, value: object) -> set[str]:
        """The names of a gold field, null left out."""
        values = value if isinstance(value, list) else [value]
        return {self.canon(str(one)) for one in values if one}


def read(gold: Gold, chain: Chain) -> Page:
    """The page of a gold document with its actors found."""
    published = date.fromisoformat(gold["published"][:10]) if gold.get("published") else None
    document = Document(
        gold["doc"], gold["text"], gold.get("title", ""), published, DateBasis.GIVEN, gold.get("source") or ""
    )
    return chain(document)


def quote_tokens(page: Page, quote: str) -> range:
    """The tokens of the first place in the parse where a quote stands."""
    at = page.doc.text.find(quote)
    span = page.doc.char_span(at, at + len(quote), alignment_mode="expand") if at >= 0 else None
    return range(span.start, span.end) if span is not None else range(0)


def reachable(page: Page, tokens: range, names: Names) -> set[str]:
    """All names that mentions and references give in the sentences of a quote."""
    first = page.doc[tokens.start].sent.start
    last = page.doc[tokens.stop - 1].sent.end
    found = {names.canon(one.name or "") for one in page.actors if one.name and first <= one.start < last}
    for token in page.doc[first:last]:
        if token.pos_ in {"NOUN", "PRON", "PROPN", "NUM", "DET"}:
            found |= {names.canon(party.name) for party in parties_at(page, token.i)}
    return found


def pointers(page: Page, tokens: range) -> Iterator[tuple[str, int]]:
    """Pronouns and heads of role nouns within a quote."""
    for token in page.doc[tokens.start : tokens.stop]:
        if token.pos_ == "PRON" and token.dep_ in SLOTS and token.lower_ in POINTERS:
            yield "pronouns", token.i
    for mention in page.actors:
        if mention.basis is Basis.ROLE and tokens.start <= mention.end - 1 < tokens.stop:
            yield "roles", mention.end - 1


def score(gold: Gold, page: Page, names: Names, tally: Tally) -> None:
    """Add one document to the tally."""
    by_quote: dict[str, list[Gold]] = {}
    for claim in gold["claims"]:
        by_quote.setdefault(claim["quote"], []).append(claim)
    for quote, claims in by_quote.items():
        tokens = quote_tokens(page, quote)
        if not tokens:
            continue
        near = reachable(page, tokens, names)
        every: set[str] = set()
        for claim in claims:
            for role in ("actor", "recipient"):
                every |= names.all(claim.get(role))
                wanted = names.all(claim.get(role))
                if wanted and not _may_miss(claim, role):
                    tally.wanted += 1
                    tally.reached += bool(wanted & near)
                    if not wanted & near:
                        told = f"{claim[role]} | {quote[:120]} | near: {sorted(near)}"
                        tally.errors.append(f"MISSED {gold['doc']} {role} {told}")
        for kind, token in pointers(page, tokens):
            got = {names.canon(party.name) for party in parties_at(page, token)}
            verdict = "right" if got & every else "wrong" if got else "open"
            tally.counts[kind][verdict] += 1
            if verdict != "right":
                words = page.doc[max(tokens.start, token - 8) : token + 8].text.replace("\n", " ")
                told = f"{page.doc[token].text!r} got {sorted(got)} want {sorted(every)}"
                tally.errors.append(f"{verdict.upper()} {kind} {gold['doc']} {told} | {words}")


def _may_miss(claim: Gold, role: str) -> bool:
    """Whether a claim may be left out, or its party be left open."""
    value = claim.get(role)
    return bool(claim.get("optional")) or (isinstance(value, list) and None in value)


def report(tally: Tally, documents: int) -> dict[str, object]:
    """The figures as one record."""
    shares: dict[str, object] = {"documents": documents, "parties": tally.wanted}
    shares["recall"] = round(tally.reached / tally.wanted, 4) if tally.wanted else 0.0
    for kind, counts in tally.counts.items():
        total = sum(counts.values())
        shares[kind] = {key: round(counts[key] / total, 4) if total else 0.0 for key in ("right", "wrong", "open")}
        shares[f"{kind}_judged"] = total
    return shares


def main(arguments: Iterable[str] | None = None) -> int:
    """Score a folder of annotated documents."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--aliases", type=Path, help="JSON list of lists of names that count as one")
    parser.add_argument("--errors", type=int, default=0, help="show up to N errors")
    parser.add_argument("--sample", type=int, default=1, help="read every Nth document")
    args = parser.parse_args(list(arguments) if arguments is not None else None)
    names, tally = Names(args.aliases), Tally()
    chain = Chain(load_model(), Gazetteer.open(Settings()))
    paths = sorted(args.gold.glob("*.json"))[:: args.sample]
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        score(gold, read(gold, chain), names, tally)
    for line in tally.errors[: args.errors]:
        print(line, file=sys.stderr)
    print(json.dumps(report(tally, len(paths))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
