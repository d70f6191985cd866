"""Find the places that a page names, and resolve each."""

from spacy.tokens import Doc

from whoheld.gazetteer import Candidate, Gazetteer
from whoheld.model import Place, PlaceKind
from whoheld.reading.mentions import PlaceMention
from whoheld.reading.page import Page
from whoheld.reading.places.filters import kept
from whoheld.reading.places.names import Recogniser, Span
from whoheld.reading.places.resolve import Choice, Group, resolve
from whoheld.reading.places.tokens import Tokens, tokens_of
from whoheld.reading.places.unknown import Unknowns
from whoheld.reading.places.words import Generic, Words, words

_LOOSE_LABELS = frozenset(
    {
        "Road",
        "Hospital",
        "Street",
        "Market",
        "Division",
        "Hills",
        "Valley",
        "Ridge",
        "Farms",
        "Base",
        "Crossing",
        "Border Crossing",
        "Border Post",
    }
)
_AREA_LABELS = frozenset({"Region"})
_BARE = frozenset({PlaceKind.DISTRICT, PlaceKind.CROSSING, PlaceKind.SETTLEMENT})
_SHORT = 4  # capitals up to this length are abbreviations, not shouting


class PlaceFinder:
    """Called on a page, gives its place mentions in order."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words: Words = words()
        self._recogniser = Recogniser(gazetteer, self._words)
        self._unknowns = Unknowns(gazetteer, self._words, self._recogniser)

    def __call__(self, page: Page) -> list[PlaceMention]:
        """The mentions; demonyms and names inside names of bodies have ``adjective`` set."""
        tokens = tokens_of(page.doc)
        named = list(self._recogniser.spans(tokens))
        good = kept(tokens, named, self._words)
        _mark_objects(page.doc, good, self._words)
        spans = self._unknowns.spans(page.doc, tokens, named, good)
        _share_plurals(tokens, spans, self._words)
        groups = self._groups(tokens, spans)
        choices = resolve(groups)
        found = []
        for group, members in groups.items():
            if choices[group].score >= 0:
                found += [mention(tokens, span, choices[group]) for span in members]
        return sorted(found, key=lambda each: each.start)

    def given(self, page: Page, spans: list[tuple[int, int]]) -> list[PlaceMention]:
        """Resolve spans that somebody else has found, in the order in which they are given."""
        tokens = tokens_of(page.doc)
        known = {bounds: self._recogniser.given(tokens, *bounds) for bounds in dict.fromkeys(spans)}
        ordered = sorted(known.values(), key=lambda each: each.start)
        groups = self._groups(tokens, ordered)
        choices = resolve(groups)
        chosen = {id(span): choices[group] for group, members in groups.items() for span in members}
        return [mention(tokens, known[bounds], chosen[id(known[bounds])]) for bounds in spans]

    def _groups(self, tokens: Tokens, spans: list[Span]) -> dict[Group, list[Span]]:
        """The spans by name; a name that one mention places in an area has that area in all."""
        areas: dict[tuple[str, str], str] = {}
        for at, span in enumerate(spans):
            area = self._area(tokens, spans, at)
            if area:
                areas.setdefault(_name_of(tokens, span), area)
        groups: dict[Group, list[Span]] = {}
        for span in spans:
            name = _name_of(tokens, span)
            groups.setdefault((*name, areas.get(name, "")), []).append(span)
        return groups

    def _area(self, tokens: Tokens, spans: list[Span], at: int) -> str:
        """The code of the area that the words around put a name in: ``Paris, Texas``; ``Iraq's Ramadi``."""
        span = spans[at]
        if span.demonym or span.end >= len(tokens):
            return ""
        if tokens.text[span.end] == "," and span.end + 1 < len(tokens):
            state = self._words.states.get(tokens.lower[span.end + 1])
            if state and tokens.cap[span.end + 1]:
                return state
        following = spans[at + 1] if at + 1 < len(spans) else None
        if following and _holds(tokens, span, following):
            return _widest(span, following)
        before = spans[at - 1] if at else None
        if before and _possessive(tokens, before, span):
            return _widest(span, before)
        return ""


def _mark_objects(doc: Doc, spans: list[Span], tables: Words) -> None:
    """What is taken, held or shelled is as surely a place as what follows "in"."""
    for span in spans:
        last = doc[span.base[1] - 1]
        if not span.prep and last.dep_ in {"dobj", "nsubjpass"} and last.head.lemma_ in tables.holding:
            span.prep = True


def _holds(tokens: Tokens, span: Span, area: Span) -> bool:
    between = tokens.lower[span.end : area.start]
    return between in (
        [","], ["("], ["in"], [",", "in"], ["in", "the"], [",", "in", "the"], ["of"], ["of", "the"]
    ) and not area.attributive  # fmt: skip


def _possessive(tokens: Tokens, area: Span, span: Span) -> bool:
    between = tokens.lower[area.end : span.start]
    return bool(between) and between[0] in {"'s", "’s"} and len(between) <= 3


def _widest(span: Span, area: Span) -> str:
    """The code of the likeliest area that holds one of the span's candidates."""
    for candidate in sorted(area.candidates, key=lambda each: -each.rank):
        code = _code(candidate)
        if code and any(_inside(each, code) for each in span.candidates):
            return code
    return ""


def _code(candidate: Candidate) -> str:
    if candidate.place.kind == PlaceKind.COUNTRY:
        return candidate.place.country
    return candidate.code if candidate.place.kind == PlaceKind.PROVINCE else ""


def _inside(candidate: Candidate, code: str) -> bool:
    if candidate.place.kind == PlaceKind.COUNTRY:
        return False
    if "." in code:
        return candidate.code == code and candidate.place.kind != PlaceKind.PROVINCE
    return candidate.place.country == code


def _share_plurals(tokens: Tokens, spans: list[Span], tables: Words) -> None:
    """``Zabul and Nimruz provinces``: the plural tells the kind of each name of the list."""
    for at, span in enumerate(spans):
        generic = _plural_after(tokens, span.end, tables)
        if not generic or span.generic:
            continue
        span.generic = generic
        for back in range(at - 1, -1, -1):
            if not _listed(tokens, spans[back], spans[back + 1]) or spans[back].generic:
                break
            spans[back].generic = generic


def _plural_after(tokens: Tokens, end: int, tables: Words) -> Generic | None:
    for length in (2, 1):
        found = tables.generic.get(tuple(tokens.lower[end : end + length]))
        if found and found.group == "plural":
            return found
    return None


def _listed(tokens: Tokens, one: Span, other: Span) -> bool:
    return tokens.lower[one.end : other.start] in ([","], ["and"], [",", "and"], ["or"], ["&"])


def _name_of(tokens: Tokens, span: Span) -> tuple[str, str]:
    key = " ".join(word for word in tokens.key[slice(*span.base)] if word)
    return key, str(span.generic.kind) if span.generic else ""


def mention(tokens: Tokens, span: Span, choice: Choice) -> PlaceMention:
    """The mention that a span and the choice for its name make."""
    place = choice.candidate.place if choice.candidate else None
    return PlaceMention(
        start=span.start,
        end=span.end,
        place=place,
        name=display_name(tokens, span, place),
        score=choice.score,
        reason=choice.reason,
        adjective=span.demonym or span.attributive,
    )


def display_name(tokens: Tokens, span: Span, place: Place | None) -> str:
    """What claims call it: the text's own form, with its kind where that is a part of the name.

    A part of a place goes by the place's name, "western Mosul" by "Mosul"; a part of a country keeps its own.
    """
    if span.demonym and place:
        return place.name
    base = _written(tokens, *span.base)
    if place and base.isupper() and len(base) > _SHORT:
        base = place.name
    if span.generic and _labelled(tokens, span, place, span.generic.label):
        base = _with_kind(span, base, place, span.generic.label)
    elif span.generic and span.whole and (span.generic.kind == PlaceKind.DISTRICT or not tokens.cap[span.end - 1]):
        base = base[: len(base) - len(_written(tokens, span.end - span.generic.length, span.end))].strip() or base
    if place and span.clipped:
        base = base[:-1]
    if span.direction and place is not None and place.kind == PlaceKind.COUNTRY:
        return f"{span.direction.capitalize()} {base}"
    return base


def _labelled(tokens: Tokens, span: Span, place: Place | None, label: str) -> bool:
    """Whether the word for the kind is part of the name."""
    if label in _AREA_LABELS:  # "Kharkiv Region" is not the town; "the Rastan region" is the town and what is around it
        return place is not None and place.kind == PlaceKind.PROVINCE
    if label in _LOOSE_LABELS and not tokens.cap[span.end - 1]:
        return False  # "the Hsipaw road" is told of Hsipaw
    if (
        not tokens.cap[span.end - 1]
        and span.generic
        and span.generic.group == "terrain"
        and tokens.lower[span.base[0]] in words().openers
    ):
        return False  # "Jabal X mountain"
    if label.endswith("Camp") and not tokens.cap[span.end - 1]:
        return place is None or place.kind != PlaceKind.SETTLEMENT
    return bool(label)


def _with_kind(span: Span, base: str, place: Place | None, label: str) -> str:
    """The name with its generic word, where that is a part of the name."""
    length = len(label.split())
    own = place is not None and place.id.startswith("whoheld:") and place.kind in _BARE
    if place and own and label.rsplit(maxsplit=1)[-1] not in place.name:
        return " ".join(base.split()[:-length]) if span.whole else base  # a crossing known by its bare name
    if span.whole:
        return " ".join([*base.split()[:-length], label])
    return f"{base} {label}"


def _written(tokens: Tokens, start: int, end: int) -> str:
    parts = [tokens.text[i] + ("" if tokens.joined[i] else " ") for i in range(start, end)]
    return "".join(parts).strip()
