"""The places that the slots of a match name."""

from collections.abc import Iterator

from spacy.tokens import Token

from whoheld.model import Location
from whoheld.reading.frames.grammar import conjuncts
from whoheld.reading.frames.match import Match
from whoheld.reading.mentions import overlapping
from whoheld.reading.page import Page
from whoheld.reading.places import place_at

# Prepositions that place a clause.
PLACING = (
    "in", "at", "near", "outside", "inside", "on", "around", "into", "across", "along", "over", "throughout", "toward",
    "towards", "to", "for", "of", "from", "out_of", "against", "between", "modifier_place",
)  # fmt: skip
LISTING = frozenset({"including", "include", "such", "like", "namely"})
WANTS_PLACE = frozenset({"capture", "hold", "handover", "withdrawal", "siege", "offensive", "expulsion", "siege_end"})


def slot_places(page: Page, match: Match) -> Iterator[tuple[str, int, Location]]:
    """The places in the slots of a match: slot, rank in the slot's list, place."""
    slots = dict.fromkeys((*match.frame.place, "object", *PLACING))
    for slot in slots:
        heads = [match.trigger] if slot == "self" else match.slots.get(slot)
        rank = 0
        for head in heads:
            for one in listed(head):
                place = place_at(page, one.i) or _unlisted(page, match, slot, one)
                if place is not None:
                    yield slot, rank, place
                    rank += 1
    yield from _pointed(page, match)


def _pointed(page: Page, match: Match) -> Iterator[tuple[str, int, Location]]:
    """What "there" stands for, said of the clause or of what it is about: "pulled out of two posts there"."""
    heads = [match.trigger, *match.slots.get("object"), *(one for p in PLACING for one in match.slots.get(p))]
    for head in heads:
        for child in head.rights:
            if child.lower_ == "there" and child.dep_ == "advmod":
                place = place_at(page, child.i)
                if place is not None:
                    yield "there", 0, place


def _unlisted(page: Page, match: Match, slot: str, head: Token) -> Location | None:
    """What is taken or left is a place, though no gazetteer knows its name."""
    if slot != "object" or slot not in match.frame.place or match.frame.kind not in WANTS_PLACE:
        return None
    if head.pos_ != "PROPN" or overlapping(page.actors, head.i, head.i + 1):
        return None
    start = head.i
    while start > 0 and page.doc[start - 1].pos_ == "PROPN" and page.doc[start - 1].head.i in {start, head.i}:
        start -= 1
    end = head.i + 1
    while end > start + 1 and not page.doc[end - 1].text[:1].isupper():  # "Marib city" is Marib
        end -= 1
    name = page.doc[start:end].text
    reason = "what is taken is a place; the gazetteer does not have it"
    return Location(name, page.span(start, end), None, reason)


def listed(head: Token) -> Iterator[Token]:
    """A head, or the names that a general noun lists: "three villages, including A and B", "the cities - A and B"."""
    names = [n for child in head.rights for n in _list_of(child)]
    yield from names or [head]


def _list_of(child: Token) -> list[Token]:
    if child.dep_ == "appos" and child.pos_ == "PROPN" and child.head.pos_ == "NOUN":
        return conjuncts(child)
    if child.dep_ != "prep" or child.head.pos_ != "NOUN":
        return []
    inner = [o for o in child.children if o.dep_ == "pobj"]
    if child.lower_ in LISTING:
        return [n for o in inner for n in conjuncts(o)]
    if child.lower_ == "of" and child.head.tag_ == "NNS":  # "the cities of the province - A and B"
        return [n for o in inner for a in o.rights if a.dep_ == "appos" and a.pos_ == "PROPN" for n in conjuncts(a)]
    return []
