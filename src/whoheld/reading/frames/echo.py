"""Claims told by pointing back: "Tripoli denies it", "the army blamed the rebels", "the hospital counted 40".

Such a clause names no kind of its own. It is a claim of the kind that was told just before, by another speaker, with
another status or another number; what it leaves out is taken over from there.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from spacy.tokens import Token

from whoheld.codebooks.frames import Frame
from whoheld.reading.frames.grammar import Slots, heads, words
from whoheld.reading.frames.predicates import OBJECTS, subject
from whoheld.reading.page import Page

DENY, GRANT, BLAME, TOLL = "deny", "grant", "blame", "toll"
STRONG = 0.5  # weight of frames that an echo can point to
NEAREST = 3  # kinds told before that an echo can point to
REACH = 60  # tokens back
CONTENT = frozenset({"ccomp", "xcomp", "pcomp"})
POINTING = frozenset({"it", "this", "that", "both", "them", "so", "which", "either"})
Echo = tuple[Frame, Token, Slots]


class Told(Protocol):
    """A match that an echo can point to."""

    frame: Frame
    trigger: Token
    slots: Slots


def echoes(page: Page, found: Sequence[Told]) -> Iterator[Echo]:
    """Frame, trigger and slots of words that point back to what other matches tell.

    Args:
        page: the page.
        found: its matches, in the order of the words.
    """
    strong = [match for match in found if match.frame.weight >= STRONG]
    taken = {match.trigger.i for match in strong}
    upto = 0
    for token in page.doc:
        while upto < len(strong) and strong[upto].trigger.i < token.i:
            upto += 1
        sort = _sort(token) if upto and token.i not in taken else None
        if sort is not None:
            yield from _pointing(token, sort, strong[max(0, upto - 12) : upto])


def disputes(frame: Frame) -> bool:
    """Whether a frame is that of a word by which somebody denies what was told before."""
    return frame.id.startswith(f"echo.{DENY}")


def _sort(token: Token) -> str | None:
    """How a word points back, if it does."""
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"} and not any(child.dep_ == "neg" for child in token.children):
        if lemma in words("deny") and _points(token, words("charge")):
            return DENY
        if (
            lemma in words("grant")
            and any(c.lower_ in POINTING for c in token.rights)
            and _points(token, words("charge"))
        ):
            return GRANT
        if lemma in words("call") and any(c.lemma_.lower() in words("untrue") for c in token.rights):
            return DENY
        if lemma in words("blame") and _points(token, words("charge") | words("responsibility")):
            return BLAME
        if lemma in words("count") and _counts(token):
            return TOLL
    return None


def _points(verb: Token, nouns: frozenset[str]) -> bool:
    """Whether a verb of denial or blame tells no content of its own, only points: "denied it", "rejects the charge"."""
    for child in verb.children:
        if child.dep_ in CONTENT:
            return False
        if child.dep_ in OBJECTS and verb.lemma_.lower() != "blame":
            if child.lower_ not in POINTING and child.lemma_.lower() not in nouns:
                return False
            if any(below.dep_ in {"acl", "relcl"} for below in child.rights):
                return False
    return True


def _counts(verb: Token) -> bool:
    """Whether a verb gives a number of whom it does not name: "counted 40", "puts the toll at 12"."""
    for child in verb.rights:
        if child.dep_ in OBJECTS | {"attr", "npadvmod"} and _number(child):
            return True
        if child.dep_ == "prep" and child.lower_ in {"at", "of", "to"}:
            return any(_number(below) for below in child.rights)
    return False


def _number(word: Token) -> bool:
    if word.pos_ == "NUM" or word.like_num or word.lemma_.lower() in words("many"):
        return True
    return word.lemma_.lower() in words("counted") and any(c.dep_ == "nummod" for c in word.lefts)


def _pointing(token: Token, sort: str, before: Sequence[Told]) -> Iterator[Echo]:
    kinds: list[str] = []
    for source in reversed(before):
        if token.i - source.trigger.i > REACH or len(kinds) == NEAREST:
            return
        kind = source.frame.kind
        if kind not in kinds and (sort != TOLL or kind in words("bloody")):
            yield _frame(sort, len(kinds), kind), token, _slots(token, sort, source)
            kinds.append(kind)


@lru_cache(maxsize=256)
def _frame(sort: str, rank: int, kind: str) -> Frame:
    actor = ("blamed", "told_agent") if sort == BLAME else ("told_agent",)
    return Frame(f"echo.{sort}{rank}", kind, actor=actor, recipient=("told_object",), place=("told_place",), weight=0.1)


def _slots(token: Token, sort: str, source: Told) -> Slots:
    slots = Slots(clause=token)
    teller = subject(token)
    slots.add("teller", heads(teller) if teller is not None else [])
    if sort == BLAME:
        slots.add("blamed", [h for c in token.rights if c.dep_ in OBJECTS for h in heads(c)])
    frame = source.frame
    for name, wanted in (("agent", frame.actor), ("object", frame.recipient)):
        slots.add(f"told_{name}", next((filled for slot in wanted if (filled := source.slots.get(slot))), []))
    harmed = slots.get("told_object")
    slots.add("told_place", [h for slot in frame.place for h in source.slots.get(slot) if h not in harmed])
    return slots
