"""Annotated claims with their evidence given: what the benchmarks of speakers, status and counts have in common.

Each asks one component about the word that states a claim, as if the claim had been found. That word is taken to be
the one of the quote that most probably states its kind: by the frames, and by what other quotes of the kind hold.
"""

import argparse
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Span, Token

from benchmarks.agreement import Record, options
from benchmarks.claims import as_document, load_gold
from whoheld.codebooks.frames import frames_by_word
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model, parse

PARTS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
OFTEN = 3  # quotes of a kind in which a word must stand to speak for it
SURE = 0.3
AROUND = 160  # characters shown before a quote, half of them behind it


@dataclass(frozen=True, slots=True)
class Quoted:
    """An annotated claim, its page, the tokens of its quote and the one that states it."""

    claim: Record
    page: Page
    span: Span
    trigger: Token

    @property
    def kind(self) -> str:
        """Its kind, the first where several are right."""
        return str(options(self.claim["kind"])[0])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a component said of a claim.

    Attributes:
        right: whether the annotation allows it.
        group: of the claim, for shares by group.
        told: what was wanted and what was said, in words.
        detail: what the figures of the component are counted from.
    """

    right: bool
    group: str
    told: str
    detail: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A component to measure.

    Attributes:
        name: of the module, as it is run.
        about: what it measures, in one line.
        find: puts on a page what the component needs.
        judge: from the folder, what says whether the component is right about a claim.
        figures: what to print beside the accuracy.
    """

    name: str
    about: str
    find: Callable[[Page], None]
    judge: Callable[[Path], Callable[[Quoted], Verdict]]
    figures: Callable[[list[Verdict]], dict[str, Any]]


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
        lemmas = {token.lemma_.lower() for token in span if token.pos_ in PARTS}
        self.by_kind[kind].update(lemmas)
        self.all.update(lemmas)

    def score(self, kind: str, token: Token) -> float:
        """How probably a word states a kind."""
        if token.pos_ not in PARTS:
            return 0.0
        lemma = token.lemma_.lower()
        inside = self.by_kind[kind][lemma]
        learned = math.log(inside) * inside / self.all[lemma] if inside >= OFTEN else 0.0
        return self.frames.get((kind, PARTS[token.pos_], lemma), 0.0) * 2 + learned

    def find(self, kinds: Sequence[str], span: Span) -> Token:
        """The word that most probably states the claim; the root of what is said where none does."""
        best = max(span, key=lambda token: max(self.score(kind, token) for kind in kinds))
        return best if max(self.score(kind, best) for kind in kinds) > SURE else innermost(span)


def innermost(span: Span) -> Token:
    """The root of a span, or of what it reports."""
    root = span.root
    for _ in range(3):
        inner = [child for child in root.children if child.dep_ == "ccomp" and child in span]
        if not inner:
            break
        root = inner[0]
    return root


def quoted(golds: Iterable[Record], find: Callable[[Page], None]) -> list[Quoted]:
    """Every required claim that can be mapped to the parse; ``find`` puts on its page what the component needs."""
    spans = []
    triggers = Triggers()
    for gold in golds:
        page = parse(as_document(gold), load_model())
        find(page)
        for claim in gold["claims"]:
            span = None if claim.get("optional") else quote_tokens(page, claim["quote"])
            if span is not None:
                spans.append((claim, page, span))
                for kind in options(claim["kind"]):
                    triggers.learn(kind, span)
    return [Quoted(claim, page, span, triggers.find(options(claim["kind"]), span)) for claim, page, span in spans]


def around(one: Quoted) -> str:
    """A quote in its surroundings, on one line."""
    text, quote = one.page.document.text, one.claim["quote"]
    start = text.find(quote)
    end = start + len(quote)
    return f"{text[max(0, start - AROUND) : start]}[[{quote}]]{text[end : end + AROUND // 2]}".replace("\n", "¶")


def measure(part: Part, argv: list[str] | None = None) -> int:
    """Measure one component: errors to standard error, one JSON line last."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{part.name}", description=part.about)
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="folder of annotated documents")
    parser.add_argument("--documents", type=int, default=0, metavar="N", help="only so many, drawn by chance")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N errors")
    args = parser.parse_args(argv)
    golds = load_gold(args.gold)
    if not golds:
        parser.error(f"no annotated documents (*.json) in {args.gold}")
    if 0 < args.documents < len(golds):
        golds = random.Random(args.seed).sample(golds, args.documents)  # noqa: S311  (a sample, no secret)
    say = part.judge(args.gold)
    examples = quoted(golds, part.find)
    verdicts = [say(one) for one in examples]
    wrong = [f"{v.told} | {around(one)}" for one, v in zip(examples, verdicts, strict=True) if not v.right]
    for line in wrong[: args.errors]:
        print(line, file=sys.stderr)
    shown = {"documents": len(golds), "claims": len(verdicts), "accuracy": share(verdicts)}
    print(json.dumps(shown | part.figures(verdicts)))
    return 0


def share(verdicts: Sequence[Verdict], group: str = "") -> float:
    """The share that is right, of all or of one group."""
    chosen = [verdict.right for verdict in verdicts if not group or verdict.group == group]
    return round(sum(chosen) / max(1, len(chosen)), 4)
