"""Annotated pages as the encoder learns from them: word pieces, flags, kinds of words, and the fillers of roles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.agreement import Aliases, options, same_name, same_when
from benchmarks.scoring import occurrences
from whoheld.reading.frames.choose import by_sentence
from whoheld.reading.frames.evidence import evidence
from whoheld.reading.frames.match import Match
from whoheld.reading.frames.types import Typing
from whoheld.reading.net.flags import BASES, KIND, KINDS, Array, flags
from whoheld.reading.net.heads import ROLES
from whoheld.reading.net.pieces import Pieces
from whoheld.reading.page import Page

STATUSES = ("asserted", "denied", "planned", "conditional", "forecast", "possible")
SORTS = {"actor": "party", "recipient": "party", "place": "place", "speaker": "speaker", "time": "time"}
Numbers = npt.NDArray[np.int64]
COPIES = 3  # places of a quote in its text that are learnt from


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention that may fill a role: its sort, its tokens, what it is called, the number of its basis."""

    sort: str
    start: int
    end: int
    name: Any
    basis: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Which mentions fill a role rightly, and whether silence does."""

    silence: bool
    right: frozenset[int]


@dataclass(frozen=True, slots=True)
class Told:
    """An annotated claim.

    Attributes:
        spans: the quote's tokens, at each place where it stands.
        asked: tokens of the evidence with which the reader would ask for its roles; None where no frame fits.
        kinds: numbers of the kinds that are right, the first one best.
        answers: the right fillers, by role.
        statuses: numbers of the statuses that are right.
    """

    spans: tuple[tuple[int, int], ...]
    asked: tuple[int, int] | None
    kinds: tuple[int, ...]
    optional: bool
    answers: dict[str, Answer]
    statuses: tuple[int, ...]


@dataclass(slots=True)
class Text:
    """An annotated page.

    Attributes:
        doc: name of the document.
        ids: word pieces.
        owners: the token that each piece belongs to.
        flags: what the components say of each token.
        wanted: which kinds each token states.
        counted: which of these count; zero where an annotation leaves it open.
        sentences: number of the sentence of each token.
    """

    doc: str
    ids: Numbers
    owners: Numbers
    flags: Array
    wanted: Array
    counted: Array
    sentences: Numbers
    mentions: list[Mention]
    claims: list[Told] = field(default_factory=list)


def text_of(page: Page, gold: dict[str, Any], pieces: Pieces, aliases: Aliases) -> Text:
    """An annotated page as the encoder learns from it."""
    matches = [match for rivals in by_sentence(page, Typing.of(page)) for match in rivals]
    cut = pieces.of([token.text for token in page.doc])
    mentions = list(_mentions(page))
    found = [_told(page, claim, gold["text"], _Offered(mentions, matches), aliases) for claim in gold["claims"]]
    claims = [told for told in found if told is not None]
    wanted, counted = _labels(len(page.doc), claims)
    sentences = (
        np.searchsorted(np.array(page.sentence_starts()), np.arange(len(page.doc)), side="right").astype(np.int64) - 1
    )
    return Text(
        gold["doc"],
        np.array([piece for found in cut for piece in found], np.int64),
        np.array([word for word, found in enumerate(cut) for _ in found], np.int64),
        flags(page, [(match.trigger.i, match.frame.kind) for match in matches]),
        wanted,
        counted,
        sentences,
        mentions,
        claims,
    )


def _mentions(page: Page) -> Iterator[Mention]:
    for actor in page.actors:
        if actor.name:
            yield Mention("party", actor.start, actor.end, actor.name, BASES.index(actor.basis))
    for place in page.places:
        if not place.adjective:
            yield Mention("place", place.start, place.end, place.name)
    for act in page.speech:
        if act.name:
            yield Mention("speaker", *(act.source or act.cue), act.name)
    for time in page.times:
        if time.interval is not None:
            first, last = time.interval.start, time.interval.end
            ends = {"from": first and first.isoformat(), "to": last and last.isoformat()}
            yield Mention("time", time.start, time.end, ends)


@dataclass(frozen=True, slots=True)
class _Offered:
    """What a page offers to annotated claims."""

    mentions: Sequence[Mention]
    matches: Sequence[Match]


def _told(page: Page, claim: dict[str, Any], text: str, offered: _Offered, aliases: Aliases) -> Told | None:
    quotes = [_tokens(page, *place) for place in occurrences(text, claim["quote"])[:COPIES]]
    spans = [span for span in quotes if span is not None]
    if not spans:
        return None
    kinds = options(claim["kind"])
    inside = [m for m in offered.matches if m.frame.kind in kinds and any(a <= m.trigger.i < b for a, b in spans)]
    best = max(inside, key=lambda match: match.frame.weight, default=None)
    return Told(
        tuple(spans),
        evidence(best.trigger, best.slots.clause or best.trigger) if best else None,
        tuple(KIND[kind] for kind in kinds),
        bool(claim.get("optional")),
        {role: _answer(role, claim, offered.mentions, aliases) for role in ROLES},
        tuple(STATUSES.index(status) for status in options(claim["status"])),
    )


def _tokens(page: Page, start: int, end: int) -> tuple[int, int] | None:
    inside = [t.i for t in page.doc if not t.is_space and (s := page.span(t.i, t.i + 1)).start < end and s.end > start]
    return (inside[0], inside[-1] + 1) if inside else None


def _answer(role: str, claim: dict[str, Any], mentions: Sequence[Mention], aliases: Aliases) -> Answer:
    sort = SORTS[role]
    if role == "time":
        right = [i for i, m in enumerate(mentions) if m.sort == sort and same_when(claim["when"], m.name)]
        return Answer(not right, frozenset(right))
    gold = claim["said_by" if role == "speaker" else role]
    right = [i for i, m in enumerate(mentions) if m.sort == sort and same_name(gold, m.name, aliases)]
    return Answer(("author" if role == "speaker" else None) in options(gold), frozenset(right))


def _labels(tokens: int, claims: Sequence[Told]) -> tuple[Array, Array]:
    wanted, counted = np.zeros((tokens, len(KINDS)), np.float32), np.ones((tokens, len(KINDS)), np.float32)
    for claim in sorted(claims, key=lambda claim: not claim.optional):  # what is required outweighs what is optional
        for start, end in claim.spans:
            for rank, kind in enumerate(claim.kinds):
                if claim.optional:
                    counted[start:end, kind] = 0
                elif rank == 0:
                    wanted[start:end, kind] = counted[start:end, kind] = 1
                else:
                    counted[start:end, kind] = np.where(wanted[start:end, kind] > 0, 1, 0)
    return wanted, counted
