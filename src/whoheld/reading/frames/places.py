"""Where a claim places what it tells: the places that the slots of a match name, one claim each."""

from collections.abc import Iterator

from spacy.tokens import Token

from whoheld.model import Location
from whoheld.reading.frames.grammar import conjuncts
from whoheld.reading.frames.match import Match
from whoheld.reading.mentions import PlaceMention
from whoheld.reading.page import Page
from whoheld.reading.places import place_at, running_place

# Prepositions that place a clause, best first; "from" and "against" place it only where nothing else does.
PLACING = (
    "in", "at", "near", "outside", "inside", "on", "around", "into", "across", "along", "over", "throughout", "toward",
    "towards", "to", "for", "of", "from", "out_of", "against", "between",
)  # fmt: skip
LISTING = frozenset({"including", "include", "such", "like", "namely"})


def places_of(page: Page, match: Match, start: int, end: int) -> list[tuple[Location, str]]:
    """The places of a match, most specific source first, each with how it was found.

    Args:
        page: the page.
        match: the match.
        start: first token of the evidence.
        end: token after the evidence.
    """
    for slot in (*match.frame.place, "place", "modifier_place"):
        found = _in_slot(page, match, slot)
        if found:
            return [(place, f"slot:{slot}") for place in found]
    near = nearest(page, match.trigger, start, end)
    if near is not None:
        return [(near, "clause")]
    sentence = match.trigger.sent
    near = nearest(page, match.trigger, sentence.start, sentence.end)
    if near is not None:
        return [(near, "sentence")]
    before = running_place(page, match.trigger.i)
    return [(before, "running")] if before is not None else []


def _in_slot(page: Page, match: Match, slot: str) -> list[Location]:
    if slot == "place":
        for preposition in PLACING:
            found = _named(page, match.slots.get(preposition), area_too=True)
            if found:
                return found
        return []
    heads = [match.trigger] if slot == "self" else match.slots.get(slot)
    return _named(page, heads, area_too=True)


def _named(page: Page, heads: list[Token], *, area_too: bool) -> list[Location]:
    found: list[Location] = []
    for head in heads:
        for one in listed(head):
            place = place_at(page, one.i)
            if place is not None and all(place.name != other.name for other in found):
                found.append(place)
    return found


def listed(head: Token) -> Iterator[Token]:
    """A head, or the names that a general noun lists: "three villages, including A and B", "the cities - A and B"."""
    names = [n for child in head.rights for n in _list_of(child)]
    yield from names or [head]


def _list_of(child: Token) -> list[Token]:
    if child.dep_ == "appos" and child.pos_ == "PROPN" and child.head.pos_ == "NOUN":
        return conjuncts(child)
    if child.dep_ == "prep" and child.lower_ in LISTING and child.head.pos_ == "NOUN":
        return [n for o in child.children if o.dep_ == "pobj" for n in conjuncts(o)]
    return []


def nearest(page: Page, trigger: Token, start: int, end: int) -> Location | None:
    """The place named nearest to the trigger within some tokens, actors' home countries left out."""
    actors = {i for m in page.actors for i in range(m.start, m.end)}
    best: PlaceMention | None = None
    for mention in page.places:
        if mention.start >= end:
            break
        if mention.start < start or mention.adjective or mention.start in actors:
            continue
        if best is None or _distance(mention, trigger.i) < _distance(best, trigger.i):
            best = mention
    if best is None:
        return None
    return place_at(page, best.end - 1)


def _distance(mention: PlaceMention, i: int) -> int:
    return mention.start - i if mention.start > i else int(1.5 * (i - mention.end + 1))
