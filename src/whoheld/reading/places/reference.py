"""Where a phrase or a clause is: its own named place, what "the city" stands for, or the place being told of."""

from bisect import bisect_right
from collections import Counter
from math import log2

from spacy.tokens import Token

from whoheld.model import AREAS, Location, PlaceKind
from whoheld.reading.mentions import PlaceMention
from whoheld.reading.page import Page
from whoheld.reading.places.words import capitals, words

_TOWNS = frozenset({PlaceKind.SETTLEMENT})
_ANY = frozenset(PlaceKind) - {PlaceKind.COUNTRY}
_WIDE = frozenset({PlaceKind.REGION, PlaceKind.WATER})
_PARTS = ("North", "South", "East", "West", "Central", "Rural", "Upper", "Lower", "Greater")
_STARTS = "whoheld_sentence_starts"
KINDS_OF_NOUN: dict[str, frozenset[PlaceKind]] = {
    "city": _TOWNS, "town": _TOWNS, "village": _TOWNS, "settlement": _TOWNS, "hamlet": _TOWNS,
    "stronghold": _TOWNS, "bastion": _TOWNS, "metropolis": _TOWNS,
    "neighbourhood": frozenset({PlaceKind.DISTRICT}), "neighborhood": frozenset({PlaceKind.DISTRICT}),
    "quarter": frozenset({PlaceKind.DISTRICT}), "district": frozenset({PlaceKind.DISTRICT}),
    "suburb": frozenset({PlaceKind.DISTRICT, PlaceKind.SETTLEMENT}),
    "province": frozenset({PlaceKind.PROVINCE}), "governorate": frozenset({PlaceKind.PROVINCE}),
    "oblast": frozenset({PlaceKind.PROVINCE}), "state": frozenset({PlaceKind.PROVINCE}),
    "region": frozenset({PlaceKind.REGION, PlaceKind.PROVINCE}),
    "enclave": frozenset({PlaceKind.REGION, PlaceKind.SETTLEMENT}),
    "airport": frozenset({PlaceKind.AIRFIELD}), "airbase": frozenset({PlaceKind.AIRFIELD, PlaceKind.BASE}),
    "airfield": frozenset({PlaceKind.AIRFIELD}), "base": frozenset({PlaceKind.BASE, PlaceKind.AIRFIELD}),
    "dam": frozenset({PlaceKind.DAM}), "crossing": frozenset({PlaceKind.CROSSING}),
    "camp": frozenset({PlaceKind.SITE}), "refinery": frozenset({PlaceKind.SITE}),
    "hospital": frozenset({PlaceKind.SITE}), "prison": frozenset({PlaceKind.SITE}),
    "field": frozenset({PlaceKind.SITE}), "plant": frozenset({PlaceKind.SITE}),
    "bridge": frozenset({PlaceKind.SITE}), "factory": frozenset({PlaceKind.SITE}),
    "island": frozenset({PlaceKind.TERRAIN}), "mountain": frozenset({PlaceKind.TERRAIN}),
    "mountains": frozenset({PlaceKind.TERRAIN}), "valley": frozenset({PlaceKind.TERRAIN}),
    "strip": frozenset({PlaceKind.REGION}), "peninsula": frozenset({PlaceKind.REGION, PlaceKind.TERRAIN}),
    "area": _ANY, "place": _ANY, "site": _ANY, "there": _ANY, "it": _ANY,
}  # fmt: skip
_DEFINITE = frozenset({"the", "this", "that", "its"})
_INTO = frozenset({"of", "in", "at", "near", "for", "around", "outside", "on", "inside", "against", "over", "to"})
_FIELDS = {"airport": "Airport", "airbase": "Air Base"}
_FAR = 10  # sentences after which "the city" is not resolved any more
_PER_SENTENCE = 0.5


def place_at(page: Page, token_i: int) -> Location | None:
    """The place that the phrase headed by a token tells of; None where it tells of none or it is unclear."""
    token = page.doc[token_i]
    named = mention_at(page, token_i)
    if named is not None:
        return None if named.adjective else location(page, named, "named")
    inside = _inside(page, token)
    if inside is not None:
        return location(page, inside, f'named with "{token.text}"')
    return _referred(page, token)


def mention_at(page: Page, token_i: int) -> PlaceMention | None:
    """The place mention that covers a token."""
    at = bisect_right(page.places, token_i, key=lambda each: each.start) - 1
    return page.places[at] if at >= 0 and page.places[at].end > token_i else None


def location(page: Page, mention: PlaceMention, reason: str) -> Location:
    """A mention as the place of a claim."""
    why = f"{reason}; {mention.reason}" if mention.reason else reason
    return Location(mention.name, page.span(mention.start, mention.end), mention.place, why)


def _inside(page: Page, token: Token) -> PlaceMention | None:
    """A name that stands in the phrase itself: ``the town of X``, ``the X front``, ``the town, X``."""
    fallback: PlaceMention | None = None
    for child in token.children:
        if child.dep_ in {"appos", "poss", "compound", "nmod", "amod"}:
            found = mention_at(page, child.i)
        elif child.dep_ == "prep" and child.lower_ in _INTO:
            found = next((m for c in child.children if c.dep_ == "pobj" and (m := mention_at(page, c.i))), None)
        else:
            continue
        if found is None or found.adjective:
            continue
        if child.lower_ == "of" or child.dep_ == "appos":
            return found
        fallback = fallback or found
    return fallback


def _referred(page: Page, token: Token) -> Location | None:
    """What "the city", "there" or "the capital" stands for."""
    noun = token.lower_
    if noun == "there":
        return None if token.dep_ == "expl" else _antecedent(page, token, _ANY - _WIDE, '"there"')
    if not any(child.lower_ in _DEFINITE for child in token.children if child.i < token.i):
        return None
    if noun in _OWN_WAY:
        return _OWN_WAY[noun](page, token)
    kinds = KINDS_OF_NOUN.get(noun)
    found = _antecedent(page, token, kinds, f'"the {noun}"') if kinds else None
    return found or (_field_of_town(page, token) if noun in _FIELDS else None)


def _antecedent(page: Page, token: Token, kinds: frozenset[PlaceKind], phrase: str) -> Location | None:
    """The likeliest earlier mention of a fitting kind: recent, and often named."""
    fitting = [each for each in _before(page, token.i) if _fits(each, kinds)]
    if (
        kinds == _TOWNS and token.lower_ in _FIELDS
    ):  # who speaks may be named by his town: "Baghdad says it holds the airport"
        fitting = [each for each in fitting if page.doc[each.end - 1].dep_ != "nsubj"]
    if not fitting:
        return None
    heads = Counter(each.name for each in page.places)
    here = _sentence_numbers(page, [token.i, *(each.start for each in fitting)])
    scored = [
        (0.3 * log2(heads[each.name]) - _PER_SENTENCE * (here[token.i] - here[each.start]), each.start, each)
        for each in fitting
        if here[token.i] - here[each.start] <= _FAR
    ]
    if not scored:
        return None
    return location(page, max(scored)[2], f"{phrase} stands for the last such place that was named")


def _before(page: Page, token_i: int) -> list[PlaceMention]:
    at = bisect_right(page.places, token_i, key=lambda each: each.start)
    return page.places[max(0, at - 40) : at]


def _fits(mention: PlaceMention, kinds: frozenset[PlaceKind]) -> bool:
    if mention.adjective:
        return False
    if mention.place is None:
        said = words().generic.get((mention.name.rsplit(maxsplit=1)[-1].lower(),))
        return (said.kind if said else PlaceKind.SETTLEMENT) in kinds
    if mention.name.startswith(_PARTS) and mention.place.kind in AREAS:
        return PlaceKind.REGION in kinds
    return mention.place.kind in kinds


def _sentence_numbers(page: Page, tokens: list[int]) -> dict[int, int]:
    starts = sentence_starts(page)
    return {token: bisect_right(starts, token) for token in tokens}


def sentence_starts(page: Page) -> list[int]:
    """First tokens of the page's sentences, kept with the parse."""
    known: list[int] | None = page.doc.user_data.get(_STARTS)
    if known is None:
        known = [sentence.start for sentence in page.doc.sents]
        page.doc.user_data[_STARTS] = known
    return known


def _capital(page: Page, token: Token) -> Location | None:
    """``the capital``: of the province or country last named."""
    adjectives = {child.lower_ for child in token.children}
    provincial = bool(adjectives & {"provincial", "regional", "state"})
    wanted = PlaceKind.PROVINCE if provincial else PlaceKind.COUNTRY
    for each in reversed(_before(page, token.i)):
        if each.place is None or each.place.kind != wanted:
            continue
        name = each.place.name.rsplit(" ", 1)[0] if provincial else capitals().get(each.place.country)
        if not name:
            return None
        same = next((m for m in page.places if m.name == name and m.place and m.place.kind in _TOWNS), None)
        place = same.place if same else None
        return Location(name, page.span(token.i, token.i + 1), place, f"the capital of {each.place.name}")
    return None


def _country(page: Page, token: Token) -> Location | None:
    """The country of most places of the text, where the text names it."""
    codes = Counter(each.place.country for each in page.places if each.place and each.place.country)
    for code, _ in codes.most_common(1):
        for each in page.places:
            if each.place and each.place.kind == PlaceKind.COUNTRY and each.place.country == code:
                span = page.span(token.i, token.i + 1)
                return Location(each.place.name, span, each.place, "the country of most places of the text")
    return None


def _field_of_town(page: Page, token: Token) -> Location | None:
    """The airport that is named nowhere is that of the town being told of."""
    town = _antecedent(page, token, _TOWNS, "the town")
    if town is None:
        return None
    name = f"{town.name} {_FIELDS[token.lower_]}"
    return Location(name, page.span(token.i, token.i + 1), None, f"that of {town.name}, the last town named")


_OWN_WAY = {"capital": _capital, "country": _country}


def running_place(page: Page, token_i: int) -> Location | None:
    """The place being told of where a clause has none of its own.

    The last town or site named earlier in the paragraph, else the most specific one of the text's opening.
    """
    block = page.block_of(page.doc[token_i].idx)
    fallback: PlaceMention | None = None
    for each in reversed(_before(page, token_i)):
        if each.adjective:
            continue
        if page.block_of(page.doc[each.start].idx) is not block:
            break
        if _specific(each) == 0:
            return location(page, each, "the place last named in the paragraph")
        fallback = fallback or each
    opening = _opening(page)
    chosen = opening or fallback
    if chosen is None:
        return None
    return location(page, chosen, "the place that the text opens with" if opening else "the area of the paragraph")


def _opening(page: Page) -> PlaceMention | None:
    """The most specific place of the headline, the dateline and the first sentences."""
    starts = sentence_starts(page)
    limit = starts[3] if len(starts) > 3 else len(page.doc)
    named = [each for each in page.places if each.start < limit and not each.adjective]
    return min(named, key=lambda each: (_specific(each), each.start), default=None)


def _specific(mention: PlaceMention) -> int:
    if mention.place is None:
        return 0
    return 2 if mention.place.kind == PlaceKind.COUNTRY else int(mention.place.kind in AREAS)
