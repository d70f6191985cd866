"""What looks like a place's name and is a person's or a body's."""

from whoheld.reading.places.names import AREAL, Span
from whoheld.reading.places.tokens import Tokens
from whoheld.reading.places.words import Words

_STRONG = 8.0  # rank of countries and continents: no neighbour makes "Syria" a surname
_TOWN = 4.5  # from about 30,000 people a town lends its name to bodies more often than to people
_CAPITAL = 5.9  # from about 800,000 people a town speaks for its government


def kept(tokens: Tokens, spans: list[Span], tables: Words) -> list[Span]:
    """The spans that tell of a place; those inside names of bodies are marked as attributive."""
    people: set[str] = set()
    good: list[Span] = []
    starts = {span.start: span for span in spans}
    ends = {span.end: span for span in spans}
    for span in spans:
        if tokens.text[span.end : span.end + 1] == [","] and _province_like(starts.get(span.end + 1)):
            span.cue = span.prep = True
        verdict = _verdict(tokens, span, tables, starts, ends)
        if verdict == "person":
            people.update(tokens.lower[i] for i in range(*span.base) if tokens.key[i])
        elif verdict != "no":
            span.attributive = verdict == "part"
            good.append(span)
    # One clear use as a place in the text outweighs a name that only looks like a person's.
    people -= {tokens.lower[span.base[0]] for span in good if span.cue and span.base[1] - span.base[0] == 1}
    return [span for span in good if not _surname(tokens, span, people)]


def _surname(tokens: Tokens, span: Span, people: set[str]) -> bool:
    """A single word that is somebody's name elsewhere in the text, with nothing to make it a place here."""
    single = span.base[1] - span.base[0] == 1
    return single and not span.cue and not span.generic and tokens.lower[span.base[0]] in people and not _strong(span)


def _strong(span: Span) -> bool:
    return any(candidate.rank >= _STRONG for candidate in span.candidates)


def _verdict(tokens: Tokens, span: Span, tables: Words, starts: dict[int, Span], ends: dict[int, Span]) -> str:
    before = tokens.lower[span.start - 1] if span.start else ""
    after = tokens.lower[span.end] if span.end < len(tokens) else ""
    named_after = span.end < len(tokens) and tokens.cap[span.end] and bool(tokens.key[span.end])
    if named_after and after in tables.outlets and not tokens.shout[span.start] and not span.generic:
        return "no"
    if after in tables.bodies and not span.generic and (named_after or not span.cue):
        return "part"
    if span.demonym or span.direction or span.whole or span.generic:
        return "person" if span.generic and before in tables.titles else "yes"
    return _single(tokens, span, tables, starts, ends)


def _single(tokens: Tokens, span: Span, tables: Words, starts: dict[int, Span], ends: dict[int, Span]) -> str:
    """The verdict on a name with nothing of a place about it."""
    right = _name_after(tokens, span.end, tables) and not _areal(starts.get(span.end))
    if right and _first_name(tokens, span, tables):
        return "person"
    if tokens.shout[span.start] or _strong(span):
        return "yes"
    before = tokens.lower[span.start - 1] if span.start else ""
    if before in tables.titles and (tokens.cap[span.start - 1] or before not in tables.loose_titles):
        return "person"
    return _between_names(tokens, span, tables, starts, ends)


def _first_name(tokens: Tokens, span: Span, tables: Words) -> bool:
    return span.base[1] - span.base[0] == 1 and tokens.lower[span.base[0]] in tables.given


def _between_names(tokens: Tokens, span: Span, tables: Words, starts: dict[int, Span], ends: dict[int, Span]) -> str:
    """A name that touches another one is a part of a person's: ``Paris Hilton``, ``John Houston``."""
    before = ends.get(span.start)
    forename = before is not None and _first_name(tokens, before, tables)
    right = _name_after(tokens, span.end, tables) and not _areal(starts.get(span.end))
    if _name_before(tokens, span.start, tables) and (forename or not _areal(before)):
        return "person"
    if right:
        return "part" if any(candidate.rank >= _TOWN for candidate in span.candidates) else "no"
    return "person" if _speaks(tokens, span, tables) or _aged(tokens, span) else "yes"


def _province_like(area: Span | None) -> bool:
    """What follows in ``Paris, Texas`` and ``Manbij, northern Syria``."""
    return area is not None and not area.demonym and any(each.place.kind in AREAL for each in area.candidates[:3])


def _areal(neighbour: Span | None) -> bool:
    """A neighbour that is a country, a demonym or has its own generic word starts or ends a name of its own."""
    return neighbour is not None and (neighbour.demonym or neighbour.generic is not None or _strong(neighbour))


def _speaks(tokens: Tokens, span: Span, tables: Words) -> bool:
    known = any(candidate.rank >= _CAPITAL for candidate in span.candidates)
    return not known and not span.prep and span.end < len(tokens) and tokens.lower[span.end] in tables.saying


def _aged(tokens: Tokens, span: Span) -> bool:
    """``Roberts, 45, said``."""
    return tokens.text[span.end : span.end + 1] == [","] and any(
        word.isdigit() and len(word) == 2 for word in tokens.text[span.end + 1 : span.end + 2]
    ) and tokens.text[span.end + 2 : span.end + 3] == [","]  # fmt: skip


def _name_before(tokens: Tokens, start: int, tables: Words) -> bool:
    at = start - 1
    if at < 0 or not tokens.cap[at] or not tokens.proper[at] or not tokens.key[at]:
        return False
    word = tokens.lower[at]
    return word not in tables.directions and word not in tables.of_nouns and word not in tables.where


def _name_after(tokens: Tokens, end: int, tables: Words) -> bool:
    if end >= len(tokens) or not tokens.cap[end] or not tokens.proper[end] or not tokens.key[end]:
        return False
    return (tokens.lower[end],) not in tables.generic and tokens.lower[end] not in tables.ordinary
