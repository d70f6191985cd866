"""Scores of extracted claims against annotated documents.

A claim is *found* where its kind is right and its evidence touches the annotated sentence; it is
*ledger-grade* where its parties, place, time, speaker and status are right as well. Each annotated claim
pairs with one extracted claim at most, those with most fields in agreement first. Claims marked optional are
neither wanted nor counted against.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

from benchmarks.agreement import CHECKS, LEDGER_FIELDS, Aliases, Record, agreement, options, status_of

Stretch = tuple[int, int]
NOWHERE: Stretch = (0, 0)
MOST_COPIES = 20  # of one quote in one text
SENTENCE_BREAK = re.compile(r'[.?!] |\n|\.["”] ')
SYMMETRIC = frozenset({"clash", "agreement", "talks"})  # either party may stand first


@dataclass(frozen=True, slots=True)
class Match:
    """An annotated claim and the extracted one that tells of it."""

    gold: Record
    got: Record
    fields: dict[str, bool]
    overlap: float

    @property
    def optional(self) -> bool:
        """The annotated claim may be left out."""
        return bool(self.gold.get("optional"))

    def graded(self, given: Iterable[str] = ()) -> bool:
        """All ledger fields agree; those ``given`` are taken to agree."""
        return all(self.fields[name] or name in given for name in LEDGER_FIELDS)

    def false_assertion(self, given: Iterable[str] = ()) -> bool:
        """It is put as asserted, and no alternative of the annotation asserts it."""
        asserts = status_of(self.got) == "asserted" and "asserted" not in options(self.gold["status"])
        return asserts and "status" not in given


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one document: who met whom, what was missed, what was too much."""

    gold: Record
    matches: list[Match]
    missed: list[Record]
    extra: list[Record]
    exact_quotes: int


@dataclass(slots=True)
class Tally:
    """Sums over documents."""

    documents: int = 0
    wanted: int = 0
    predicted: int = 0
    optional_found: int = 0
    found: int = 0
    graded: int = 0
    false_assertions: int = 0
    exact_quotes: int = 0
    overlap: float = 0.0
    fields: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        """Add another's sums to these."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def read_document(gold: Record, got: Sequence[Record], aliases: Aliases) -> Reading:
    """Pair the extracted claims of a document with its annotated ones."""
    places = [evidence(gold["text"], claim) for claim in got]
    ranked = sorted(_candidates(gold, got, places, aliases), key=lambda pair: -sum(pair[2].values()))
    matches, used_gold, used_got = [], set(), set()
    for i, j, fields in ranked:
        if i in used_gold or j in used_got:
            continue
        used_gold.add(i)
        used_got.add(j)
        want = gold["claims"][i]
        tight = max(overlap(a, b) for a in occurrences(gold["text"], want["quote"]) for b in places[j])
        matches.append(Match(want, got[j], fields, tight))
    missed = [want for i, want in enumerate(gold["claims"]) if i not in used_gold and not want.get("optional")]
    extra = [claim for j, claim in enumerate(got) if j not in used_got]
    return Reading(gold, matches, missed, extra, sum(is_exact(gold["text"], claim) for claim in got))


def _candidates(
    gold: Record, got: Sequence[Record], places: list[list[Stretch]], aliases: Aliases
) -> Iterable[tuple[int, int, dict[str, bool]]]:
    breaks = [(found.start(), found.end()) for found in SENTENCE_BREAK.finditer(gold["text"])]
    for i, want in enumerate(gold["claims"]):
        quotes = occurrences(gold["text"], want["quote"])
        sentences = [sentence_around(breaks, len(gold["text"]), quote) for quote in quotes]
        for j, claim in enumerate(got):
            if claim["kind"] in options(want["kind"]) and touch(sentences, places[j]):
                yield i, j, best_agreement(want, claim, aliases)


def best_agreement(want: Record, claim: Record, aliases: Aliases) -> dict[str, bool]:
    """Which fields agree, with the parties turned round where the kind allows it and that is better."""
    fields = agreement(want, claim, aliases)
    if claim["kind"] in SYMMETRIC:
        turned = {**want, "actor": want["recipient"], "recipient": want["actor"]}
        fields = max(fields, agreement(turned, claim, aliases), key=lambda each: sum(each.values()))
    return fields


def occurrences(text: str, quote: str) -> list[Stretch]:
    """Where a quote stands in a text, copies that overlap included."""
    found = re.finditer(f"(?={re.escape(quote)})", text)
    return [(copy.start(), copy.start() + len(quote)) for copy in islice(found, MOST_COPIES)]


def evidence(text: str, claim: Record) -> list[Stretch]:
    """Where the evidence of an extracted claim stands: at its offsets, else wherever its quote does."""
    if claim.get("start") is not None:
        return [(claim["start"], claim["end"])]
    return occurrences(text, claim.get("quote", "")) or [NOWHERE]


def is_exact(text: str, claim: Record) -> bool:
    """The quote of an extracted claim stands in the text, at its offsets where it has any."""
    if claim.get("start") is None:
        return bool(occurrences(text, claim.get("quote", "")))
    return not claim.get("quote") or text[claim["start"] : claim["end"]] == claim["quote"]


def sentence_around(breaks: list[Stretch], length: int, quote: Stretch) -> Stretch:
    """From the last sentence break before a quote to the first one after it."""
    before = bisect_right(breaks, quote[0], key=lambda each: each[1]) - 1
    after = bisect_left(breaks, quote[1], key=lambda each: each[0])
    return (
        breaks[before][0] + 1 if before >= 0 else 0,
        breaks[after][0] + 1 if after < len(breaks) else length,
    )


@lru_cache(maxsize=4096)
def sentences_of(text: str, quote: str) -> list[Stretch]:
    """The sentences that the copies of a quote stand in."""
    breaks = [(found.start(), found.end()) for found in SENTENCE_BREAK.finditer(text)]
    return [sentence_around(breaks, len(text), copy) for copy in occurrences(text, quote)]


def touch(some: list[Stretch], others: list[Stretch]) -> bool:
    """Whether a stretch of the one shares characters with one of the others."""
    return any(a < d and c < b for a, b in some for c, d in others)


def overlap(one: Stretch, other: Stretch) -> float:
    """Characters that two stretches share, over those from the first to the last of both."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def tally_of(reading: Reading, given: Iterable[str] = ()) -> Tally:
    """The sums of one document; the fields ``given`` are taken to agree on all found claims."""
    wanted = [match for match in reading.matches if not match.optional]
    return Tally(
        documents=1,
        wanted=len(wanted) + len(reading.missed),
        predicted=len(reading.matches) + len(reading.extra),
        optional_found=len(reading.matches) - len(wanted),
        found=len(wanted),
        graded=sum(match.graded(given) for match in wanted),
        false_assertions=sum(match.false_assertion(given) for match in reading.matches)
        + sum(status_of(claim) == "asserted" for claim in reading.extra),
        exact_quotes=reading.exact_quotes,
        overlap=sum(match.overlap for match in wanted),
        fields=Counter({n: sum(match.fields[n] or n in given for match in wanted) for n in CHECKS}),
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """The sums of several documents."""
    whole = Tally()
    for each in tallies:
        whole.add(each)
    return whole


def report(tally: Tally) -> dict[str, Any]:
    """The scores that the sums give."""
    counted = tally.predicted - tally.optional_found
    return {
        "documents": tally.documents,
        "gold_claims": tally.wanted,
        "predicted_claims": tally.predicted,
        "found": rates(tally.found, counted, tally.wanted),
        "ledger_grade": rates(tally.graded, counted, tally.wanted),
        "field_accuracy": {name: ratio(tally.fields[name], tally.found) for name in CHECKS},
        "false_assertion_rate": ratio(tally.false_assertions, tally.predicted),
        "evidence_overlap": ratio(tally.overlap, tally.found),
        "exact_quotes": ratio(tally.exact_quotes, tally.predicted),
    }


def rates(right: int, predicted: int, wanted: int) -> dict[str, float]:
    """Precision, recall and F1, to four places."""
    precision, recall = ratio(right, predicted), ratio(right, wanted)
    return {"precision": precision, "recall": recall, "f1": harmonic(precision, recall)}


def ratio(part: float, whole: float) -> float:
    """A share to four places; 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1 to four places."""
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0
