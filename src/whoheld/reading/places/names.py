"""Spans that may name a place: longest matches in the gazetteer, and what stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from whoheld.gazetteer import Candidate, Gazetteer
from whoheld.model import PlaceKind
from whoheld.reading.places.tokens import Tokens
from whoheld.reading.places.words import Generic, Words, acronyms

_LONGEST = 6
_DEMONYM = 2
_KNOWN = 3.9  # rank of a place known well enough to be written like an acronym or in ordinary words
_ACRONYM = 6
_FAMOUS = 5.0


@dataclass(slots=True)
class Span:
    """A name and its surroundings.

    Attributes:
        start, end: tokens of the whole mention, with direction and generic word.
        base: tokens of the bare name.
        candidates: what the bare name, or the whole, may mean.
        direction: "northern", "" where none.
        generic: what kind of place the text says it is.
        demonym: it is an adjective of a country.
        attributive: it is part of the name of a body, or stands before a noun of people.
        cue: a word before it says that it is a place.
        prep: a preposition of place, a comma or a list of places leads to it.
        whole: the gazetteer has the name together with its generic word.
        clipped: an "s" of possession stands at its end, the apostrophe lost: ``Syrias Aleppo``.
    """

    start: int
    end: int
    base: tuple[int, int]
    candidates: tuple[Candidate, ...]
    direction: str = ""
    generic: Generic | None = None
    demonym: bool = False
    attributive: bool = False
    cue: bool = False
    prep: bool = False
    whole: bool = False
    clipped: bool = False


class Recogniser:
    """Finds spans in the tokens of a page."""

    def __init__(self, gazetteer: Gazetteer, tables: Words) -> None:
        self._gazetteer = gazetteer
        self._words = tables
        self._generic_heads = {key[0] for key in tables.generic}

    def spans(self, tokens: Tokens) -> Iterator[Span]:
        """Spans in order, none overlapping another."""
        at = 0
        while at < len(tokens):
            span = self._span_at(tokens, at) if self._may_start(tokens, at) else None
            if span is None:
                at += 1
                continue
            yield span
            at = max(span.end, at + 1)

    def given(self, tokens: Tokens, start: int, end: int) -> Span:
        """The span of a mention that is known to be one, with its direction and generic word set apart."""
        first, last = start, end
        if self._abbreviated(tokens, start, end):
            return Span(start, end, (start, end), self._abbreviated(tokens, start, end))
        while (
            not self._known(tokens, first, last)
            and first < last - 1
            and (tokens.lower[first] in self._words.directions or tokens.lower[first] in _LEADING)
        ):
            first += 1
        whole = self._key_candidates(tokens, first, last)
        generic = self._generic_at_end(tokens, first, last)
        if generic and not any(not each.loose for each in whole):
            length = next(n for n in (3, 2, 1) if tuple(tokens.lower[last - n : last]) in self._words.generic)
            last -= length
        found = self._key_candidates(tokens, first, last)
        span = Span(start, end, (first, last), found, generic=generic)
        span.whole = last == end and generic is not None
        peoples = tuple(each for each in found if each.how == _DEMONYM)
        span.candidates, span.demonym = peoples or found, bool(peoples)
        if not span.demonym:
            self._add_areas(span, " ".join(word for word in tokens.key[first:last] if word))
        return span

    def _known(self, tokens: Tokens, start: int, end: int) -> bool:
        found = self._key_candidates(tokens, start, end)
        return bool(found) and not found[0].loose

    def _abbreviated(self, tokens: Tokens, start: int, end: int) -> tuple[Candidate, ...]:
        """The state that an abbreviation stands for: ``Ky.``, ``W. Va.``."""
        code = self._words.states.get("".join(tokens.lower[start:end]))
        if not code or not tokens.cap[start] or not tokens.text[end - 1].endswith("."):
            return ()
        return self._gazetteer.province(code)

    def _key_candidates(self, tokens: Tokens, start: int, end: int) -> tuple[Candidate, ...]:
        return self._gazetteer.candidates(" ".join(word for word in tokens.key[start:end] if word))

    def _may_start(self, tokens: Tokens, at: int) -> bool:
        if tokens.cap[at]:
            return bool(tokens.key[at])
        return tokens.lower[at] in self._words.particles and (
            tokens.dash(at + 1) and at + 2 < len(tokens) and tokens.cap[at + 2]
        )

    def _state_at(self, tokens: Tokens, at: int) -> Span | None:
        """An abbreviated state, after a town and a comma or where its form leaves no doubt."""
        for end in (at + 2, at + 1):
            found = self._abbreviated(tokens, at, end) if end <= len(tokens) else ()
            sure = end == at + 2 or "." in tokens.text[at][:-1] or (at > 0 and tokens.text[at - 1] == ",")
            if found and sure and not (tokens.first[at] and end == at + 1):
                return Span(at, end, (at, end), found, cue=True, prep=True)
        return None

    def _span_at(self, tokens: Tokens, at: int) -> Span | None:
        state = self._state_at(tokens, at)
        if state:
            return state
        limit = self._limit(tokens, at)
        for end in range(limit, at, -1):
            if not tokens.key[end - 1] or (end < len(tokens) and tokens.dash(end) and tokens.cap[end + 1]):
                continue
            key = " ".join(word for word in tokens.key[at:end] if word)
            if key.startswith("the "):
                continue
            found = self._gazetteer.exact(key)
            if found and self._plausible(tokens, at, end, key, found[0].rank):
                return self._dress(tokens, at, end, key, found)
        return self._clipped(tokens, at) or self._unknown(tokens, at, limit)

    def _clipped(self, tokens: Tokens, at: int) -> Span | None:
        """A well-known name whose possessive has lost its apostrophe, as scraped texts have it."""
        key = tokens.key[at]
        if (
            len(key) < _ACRONYM
            or not key.endswith("s")
            or not tokens.proper[at]
            or tokens.lower[at] in self._words.ordinary
        ):
            return None
        found = tuple(each for each in self._gazetteer.exact(key[:-1]) if each.how == 0 and each.rank >= _FAMOUS)
        return Span(at, at + 1, (at, at + 1), found, cue=True, prep=True, clipped=True) if found else None

    def _limit(self, tokens: Tokens, at: int) -> int:
        """The token after the longest run of name words from here."""
        end, last = at, at
        while end < len(tokens) and end - at < _LONGEST + 2:
            if tokens.cap[end] and tokens.key[end]:
                last = end + 1
            elif not (tokens.dash(end) or tokens.lower[end] in self._words.particles or self._lower_part(tokens, end)):
                break
            elif self._lower_part(tokens, end) and end > at:
                last = end + 1
            end += 1
        return last

    def _lower_part(self, tokens: Tokens, at: int) -> bool:
        word = tokens.lower[at]
        return word in self._generic_heads or word.endswith(("base", "field")) or word in {"oil", "gas", "air"}

    def _plausible(self, tokens: Tokens, start: int, end: int, key: str, rank: float) -> bool:
        ordinary = all(tokens.lower[i] in self._words.ordinary for i in range(start, end) if tokens.key[i])
        if end - start > 1:
            named = all(tokens.cap[i] and tokens.proper[i] for i in range(start, end))
            return not ordinary or (named and not tokens.shout[start] and rank >= _KNOWN)
        word = tokens.text[start]
        if word in acronyms():
            return False
        if word.isupper() and len(word) < _ACRONYM and not tokens.shout[start] and rank < _KNOWN:
            return False
        if len(key) < 3 and not word.isupper():
            return False
        if ordinary and not self._cued(tokens, start, end):
            return False
        return tokens.proper[start] or not tokens.first[start] or key not in self._words.given

    def _cued(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the words around make even an ordinary word a place: ``in Mobile, Ala.``, ``the town of Reading``."""
        if not tokens.proper[start] or tokens.shout[start]:
            return False
        before = tokens.lower[start - 1] if start else ""
        if before == "of":
            return start > 1 and tokens.lower[start - 2] in self._words.of_nouns
        after = tokens.lower[end + 1] if end + 1 < len(tokens) and tokens.text[end] == "," else ""
        month = tokens.lower[start] in self._words.calendar
        return (before in self._words.surely and not month) or after in self._words.states

    def _dress(self, tokens: Tokens, start: int, end: int, key: str, found: tuple[Candidate, ...]) -> Span:
        peoples = tuple(each for each in found if each.how == _DEMONYM)
        span = Span(start, end, (start, end), peoples or found, demonym=bool(peoples))
        demonym = span.demonym
        span.whole = end - start > 1 and self._generic_at_end(tokens, start, end) is not None
        if not demonym:
            self._add_generic(tokens, span)
            self._add_areas(span, key)
        self._add_direction(tokens, span)
        span.cue = self._place_cue(tokens, span.start)
        span.prep = span.cue or (span.start > 0 and tokens.lower[span.start - 1] in self._words.where)
        return span

    def _add_areas(self, span: Span, key: str) -> None:
        """An area may be listed under another spelling than its capital: Deir Ezzor, Deir ez-Zor Governorate."""
        said = span.generic.kind if span.generic and not span.whole else None
        if said not in AREAL or any(each.place.kind in AREAL for each in span.candidates):
            return
        sure = {each.place.country for each in span.candidates if not each.loose}
        for each in self._gazetteer.alike(key):
            if each.place.kind in AREAL:
                span.candidates = (*span.candidates, each._replace(loose=each.place.country not in sure))

    def _generic_at_end(self, tokens: Tokens, start: int, end: int) -> Generic | None:
        for length in (3, 2, 1):
            if end - length > start:
                found = self._words.generic.get(tuple(tokens.lower[end - length : end]))
                if found:
                    return found
        return None

    def _add_generic(self, tokens: Tokens, span: Span) -> None:
        span.generic = self._generic_at_end(tokens, span.start, span.end) if span.whole else None
        if span.generic:
            return
        at = span.end
        if at < len(tokens) and tokens.text[at] in {"'s", "’s"}:
            return
        for length in (3, 2, 1):
            found = self._words.generic.get(tuple(tokens.lower[at : at + length]))
            if found and self._names_another(tokens, at + length):
                return
            if found and found.group != "plural" and (found.group != "rare" or tokens.cap[at]):
                span.generic, span.end = found, at + length
                return

    def _names_another(self, tokens: Tokens, at: int) -> bool:
        """``the Aleppo town of X``: the town is X, Aleppo what it lies in."""
        return tokens.lower[at : at + 1] == ["of"] and at + 1 < len(tokens) and tokens.cap[at + 1]

    def _add_direction(self, tokens: Tokens, span: Span) -> None:
        at = span.start - 1
        if at >= 1 and tokens.dash(at) and tokens.lower[at - 1] == "mid":
            at -= 2
        elif at >= 2 and tokens.dash(at - 1) and f"{tokens.lower[at - 2]}-{tokens.lower[at]}" in self._words.directions:
            span.direction, span.start = f"{tokens.lower[at - 2]}-{tokens.lower[at]}", at - 2
            return
        if at >= 0 and tokens.lower[at] in self._words.directions:
            span.direction, span.start = tokens.lower[at], at

    def _place_cue(self, tokens: Tokens, start: int) -> bool:
        at = start - 1
        if at >= 0 and tokens.lower[at] == "the":
            at -= 1
        if at < 0:
            return False
        if tokens.lower[at] == "of":
            return at > 0 and tokens.lower[at - 1] in self._words.of_nouns
        return tokens.lower[at] in self._words.surely or tokens.lower[at] in self._words.of_nouns

    def _unknown(self, tokens: Tokens, at: int, limit: int) -> Span | None:
        """A name that the gazetteer lacks and that the words around it make a place."""
        end = self._name_end(tokens, at, limit)
        if end == at or tokens.shout[at]:
            return None
        span = Span(at, end, (at, end), ())
        self._add_generic(tokens, span)
        ordinary = all(tokens.lower[i] in self._words.ordinary for i in range(at, end) if tokens.key[i])
        named = span.generic is not None and span.generic.group not in {"plain", "rare"} and not ordinary
        if not named:
            return None
        key = " ".join(word for word in tokens.key[at:end] if word)
        span.candidates = self._gazetteer.candidates(key)
        span.cue = span.prep = True
        self._add_direction(tokens, span)
        return span

    def _name_end(self, tokens: Tokens, at: int, limit: int) -> int:
        end = at
        for here in range(at, limit):
            if tokens.cap[here]:
                word = tokens.lower[here]
                if not tokens.proper[here] or (here > at and (word in self._generic_heads or self._points(word))):
                    break
                end = here + 1
            elif not tokens.dash(here) and tokens.lower[here] not in self._words.particles:
                break
        return end

    def _points(self, word: str) -> bool:
        """A direction that the text writes with a capital ends a name, as in ``X South of the River``."""
        return word in self._words.directions and word not in {"upper", "lower", "greater", "rural"}

    def placed(self, tokens: Tokens, start: int, end: int, candidates: tuple[Candidate, ...]) -> Span:
        """The span of a name that the document uses as a place, with what stands around it."""
        span = Span(start, end, (start, end), candidates)
        self._add_generic(tokens, span)
        self._add_direction(tokens, span)
        span.cue = span.prep = True
        return span


_LEADING = frozenset({"the", "-", "city", "town", "village", "of", "district", "province", "state"})
AREAL = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.REGION})
