"""What the scorer looks at in a match: its frame, its word, its slots and its neighbours."""

from collections.abc import Iterator

from spacy.tokens import Token

from whoheld.reading.frames.grammar import word_of
from whoheld.reading.frames.match import Match, fit
from whoheld.reading.frames.types import Typing
from whoheld.reading.net.features import kind_features
from whoheld.reading.page import Page

PREPOSITIONS = frozenset({
    "to", "from", "by", "of", "in", "at", "on", "near", "against", "with", "over", "into", "under", "toward", "towards",
    "after", "for", "between",
})  # fmt: skip


def features(page: Page, typing: Typing, match: Match, rivals: list[Match]) -> list[str]:
    """Names of the features that hold for a match.

    Args:
        page: where the match stands.
        typing: classes of the page's tokens.
        match: the match.
        rivals: all matches in the same sentence, itself included.
    """
    kind = match.frame.kind
    shared = [*_word(match), *_slots(typing, match), *_context(page, match), *_rivals(match, rivals)]
    sentence = match.trigger.sent
    shared += typing.arms_near(sentence.start, sentence.end)
    if page.signals is not None:
        shared += kind_features(page.signals, match.trigger.i, (sentence.start, sentence.end), kind)
    return ["bias", kind, match.frame.id, *(f"{kind}|{name}" for name in shared), *shared]


def _word(match: Match) -> Iterator[str]:
    token, head = match.trigger, match.trigger.head
    yield f"w={token.lemma_.lower()}"
    yield f"f={match.frame.id}:{token.lemma_.lower()}"
    yield f"tag={token.tag_}"
    yield f"dep={token.dep_}"
    yield f"head={word_of(head)}:{token.dep_}"
    yield f"headpos={head.pos_}"
    for particle in match.slots.particles:
        yield f"prt={token.lemma_.lower()}_{particle}"
    if match.slots.passive:
        yield "passive"
    if match.slots.clause is not None and match.slots.clause != token:
        yield f"clause={word_of(match.slots.clause)}"


def _slots(typing: Typing, match: Match) -> Iterator[str]:
    frame, slots = match.frame, match.slots
    yield f"fits={fit(frame.agent, slots.agent, typing)},{fit(frame.object, slots.object, typing)}"
    for name in ("agent", "object"):
        filled = match.slots.get(name)
        if not filled:
            yield f"{name}=none"
            continue
        yield f"{name}:{word_of(filled[0])}"
        for one in typing.classes(filled[0]):
            yield f"{name}={one}"
    for preposition, filled in match.slots.preps.items():
        if preposition in PREPOSITIONS and filled:
            for one in typing.classes(filled[0]):
                yield f"{preposition}={one}"


def _context(page: Page, match: Match) -> Iterator[str]:
    token, doc = match.trigger, page.doc
    for offset in (-2, -1, 1, 2):
        at = token.i + offset
        if 0 <= at < len(doc):
            yield f"{offset}:{word_of(doc[at])}"
    for child in token.children:
        if child.dep_ in {"aux", "neg", "amod", "compound", "poss", "det", "advmod", "nummod"}:
            yield f"{child.dep_}={word_of(child)}"
    for up in _ancestors(token):
        yield f"up={word_of(up)}"


def _ancestors(token: Token) -> Iterator[Token]:
    for count, up in enumerate(token.ancestors):
        if count > 2:
            return
        yield up


def _rivals(match: Match, rivals: list[Match]) -> Iterator[str]:
    token = match.trigger
    for rival in rivals:
        if rival is match:
            continue
        if rival.trigger == token:
            yield f"or={rival.frame.kind}"
        elif rival.trigger.head == token or token.head == rival.trigger:
            yield f"next={rival.frame.kind}"
        else:
            side = "before" if rival.trigger.i < token.i else "after"
            yield f"{side}={rival.frame.kind}"
