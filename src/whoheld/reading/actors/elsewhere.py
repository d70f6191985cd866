"""Names that many armies and groups bear: they count only in a text that tells of their own country or war."""

from collections.abc import Iterable
from functools import lru_cache

from whoheld.codebooks.roles import nouns_of
from whoheld.model import Actor
from whoheld.reading.actors.cast import at_war_in
from whoheld.reading.actors.names import Entry, Form, Mark
from whoheld.reading.actors.units import unit_words
from whoheld.reading.actors.words import Words
from whoheld.reading.mentions import PlaceMention


def at_home(words: Words, marks: list[Mark], places: Iterable[PlaceMention]) -> list[Mark]:
    """Names without those that only the text's country could make a party's: "the Resistance", "AFP" in a byline."""
    shared = [_shared(words, mark) for mark in marks]
    told = {country for mark, common in zip(marks, shared, strict=True) if not common for country in _countries(mark)}
    told |= {one.place.country for one in places if one.place and one.place.country}
    return [
        mark for mark, common in zip(marks, shared, strict=True) if not common or _belongs(mark.entry.bearers, told)
    ]


def _shared(words: Words, mark: Mark) -> bool:
    entry = mark.entry
    if entry.form is not Form.NAME:
        return False
    return entry.small or words.text[mark.start] in unit_words().acronyms or _common(entry)


@lru_cache(maxsize=8192)
def _common(entry: Entry) -> bool:
    """Whether a name is made of words that many names have: "Republican Guard"."""
    return all(piece in _words() for piece in entry.pieces)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return nouns_of("units", "shared") | unit_words().heads | unit_words().inner | nouns_of("regular", "words")


def _countries(mark: Mark) -> Iterable[str]:
    if mark.entry.state:
        yield mark.entry.state.code
    for one in mark.entry.bearers:
        yield one.country


def _belongs(bearers: tuple[Actor, ...], countries: set[str]) -> bool:
    return any(one.country in countries or any(at_war_in(one, country) for country in countries) for one in bearers)
