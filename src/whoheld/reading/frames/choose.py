"""Which matches are claims: the best frame of each word, each happening told once in a clause."""

from collections import defaultdict
from dataclasses import dataclass

from whoheld.reading.frames.evidence import evidence
from whoheld.reading.frames.features import features
from whoheld.reading.frames.match import Match, matches
from whoheld.reading.frames.scorer import Scorer
from whoheld.reading.frames.types import Typing
from whoheld.reading.page import Page


@dataclass(frozen=True, slots=True)
class Chosen:
    """A match that is taken for a claim.

    Attributes:
        match: the match.
        start: first token of its evidence.
        end: token after its evidence.
        score: probability that it is a claim.
    """

    match: Match
    start: int
    end: int
    score: float


def choose(page: Page, scorer: Scorer) -> list[Chosen]:
    """The matches of a page that are claims, in the order of the text."""
    typing = Typing.of(page)
    best: dict[int, Chosen] = {}
    for rivals in by_sentence(page, typing):
        for match in rivals:
            score = scorer.score(match.frame.kind, features(page, typing, match, rivals))
            known = best.get(match.trigger.i)
            if score >= scorer.threshold and (known is None or known.score < score):
                start, end = evidence(match.trigger, match.slots.clause or match.trigger)
                best[match.trigger.i] = Chosen(match, start, end, score)
    return sorted(_once(list(best.values())), key=lambda c: (c.start, c.match.trigger.i))


def by_sentence(page: Page, typing: Typing) -> list[list[Match]]:
    """All matches of a page, those of one sentence together."""
    found: dict[int, list[Match]] = defaultdict(list)
    for match in matches(page, typing):
        found[match.trigger.sent.start].append(match)
    return list(found.values())


def _once(chosen: list[Chosen]) -> list[Chosen]:
    """Of two claims of one kind whose evidence overlaps, the surer one."""
    kept: list[Chosen] = []
    for one in sorted(chosen, key=lambda c: -c.score):
        if not any(o.match.frame.kind == one.match.frame.kind and o.start < one.end and one.start < o.end for o in kept):
            kept.append(one)
    return kept
