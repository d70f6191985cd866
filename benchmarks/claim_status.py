"""How well the status of a claim is told, given where it stands.

``python -m benchmarks.claim_status GOLD_DIR``.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from spacy.tokens import Span, Token

from whoheld.codebooks.frames import frames_by_word
from whoheld.model import Document, Status
from whoheld.reading.certainty import status_of
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model, parse

PARTS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
CONTENT = frozenset(PARTS)


def as_list(value: object) -> list[Any]:
    """A gold field as its list of alternatives."""
    return value if isinstance(value, list) else [value]


def quote_tokens(page: Page, quote: str) -> Span | None:
    """The tokens of a quote's first place, or None where it cannot be mapped to the parse."""
    at = page.document.text.find(quote)
    for block in page.blocks if at >= 0 else ():
        for copy in (block.at, *block.repeats):
            start = at - copy + block.parsed
            if start >= block.parsed:
                span = page.doc.char_span(start, start + len(quote), alignment_mode="expand")
                if span is not None and span.text.split() == quote.split():
                    return span
    return None


class Triggers:
    """Which word of a quote states its kind: a word of its frames, else one that often goes with it."""

    def __init__(self) -> None:
        self.by_kind: dict[str, Counter[str]] = defaultdict(Counter)
        self.all: Counter[str] = Counter()
        self.frames: dict[tuple[str, str, str], float] = {}
        for part, words in frames_by_word().items():
            for lemma, found in words.items():
                for frame in found:
                    key = (frame.kind, part, lemma)
                    self.frames[key] = max(frame.weight, self.frames.get(key, 0.0))

    def learn(self, kind: str, span: Span) -> None:
        """Count the words of one quote."""
        lemmas = {token.lemma_.lower() for token in span if token.pos_ in CONTENT}
        self.by_kind[kind].update(lemmas)
        self.all.update(lemmas)

    def score(self, kind: str, token: Token) -> float:
        """How probably a word states a kind."""
        if token.pos_ not in PARTS:
            return 0.0
        lemma = token.lemma_.lower()
        inside = self.by_kind[kind][lemma]
        learned = math.log(inside) * inside / self.all[lemma] if inside >= 3 else 0.0
        return self.frames.get((kind, PARTS[token.pos_], lemma), 0.0) * 2 + learned

    def find(self, kinds: list[str], span: Span) -> Token:
        """The word that most probably states the claim; the root of what is said where none does."""
        best = max(span, key=lambda token: max(self.score(kind, token) for kind in kinds))
        return best if max(self.score(kind, best) for kind in kinds) > 0.3 else innermost(span)


def innermost(span: Span) -> Token:
    """The root of a span, or of what it reports."""
    root = span.root
    for _ in range(3):
        inner = [child for child in root.children if child.dep_ == "ccomp" and child in span]
        if not inner:
            break
        root = inner[0]
    return root


def rows(folder: Path) -> list[tuple[dict[str, Any], Page, Span]]:
    """Every required claim with its page and the tokens of its quote."""
    nlp = load_model()
    found = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        page = parse(Document(gold["doc"], gold["text"], gold.get("title") or ""), nlp)
        for claim in gold["claims"]:
            span = None if claim.get("optional") else quote_tokens(page, claim["quote"])
            if span is not None:
                found.append((claim, page, span))
    return found


def f_scores(pairs: list[tuple[list[str], str]]) -> dict[str, float]:
    """F1 of each status; where gold allows several, the one that was put out counts as gold."""
    scores = {}
    for status in (item.value for item in Status):
        right = sum(got == status and status in want for want, got in pairs)
        wanted = sum((got if got in want else want[0]) == status for want, got in pairs)
        put = sum(got == status for _, got in pairs)
        scores[status] = round(2 * right / (wanted + put), 4) if wanted + put else 0.0
    return scores


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
    pairs, confusion, shown = [], Counter[str](), 0
    for claim, page, span in data:
        token = triggers.find(as_list(claim["kind"]), span)
        got, reason = status_of(page, token.i, as_list(claim["kind"])[0])
        want = as_list(claim["status"])
        pairs.append((want, got.value))
        if got.value not in want:
            confusion[f"{want[0]}>{got.value}"] += 1
            if shown < args.errors:
                shown += 1
                where = f"{span.text[:150]!r} in {span.sent.text[:300]!r}"
                print(f"{'|'.join(want)} > {got.value} [{token.text}: {reason}] {where}")
    print(json.dumps(figures(pairs, confusion)))


def figures(pairs: list[tuple[list[str], str]], confusion: Counter[str]) -> dict[str, Any]:
    """Accuracy, the mean F1 of the statuses, and how often a claim is wrongly told as a fact."""
    scores = f_scores(pairs)
    false = sum(got == "asserted" and "asserted" not in want for want, got in pairs)
    return {
        "claims": len(pairs),
        "accuracy": round(sum(got in want for want, got in pairs) / len(pairs), 4),
        "macro_f1": round(sum(scores.values()) / len(scores), 4),
        "false_assertions": round(false / len(pairs), 4),
        "f1": scores,
        "confusion": dict(confusion.most_common(12)),
    }


if __name__ == "__main__":
    main()
