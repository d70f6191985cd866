"""Names of the registry in a text: actors, states, their seats and people, and leaders."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from whoheld.codebooks.actors import acronyms, actor, actors, all_names
from whoheld.codebooks.leaders import leaders
from whoheld.codebooks.states import State, states
from whoheld.codebooks.tables import fold_name
from whoheld.model import Actor
from whoheld.reading.actors.words import Words, name_pieces

ACRONYM = 5  # letters: "UAE", "TRNC", "SADR" are no names when written small


class Form(StrEnum):
    """What kind of word names an actor."""

    NAME = "name"
    STATE = "state"  # name of a country
    SEAT = "seat"  # its capital, as its government
    ADJECTIVE = "adjective"  # "Syrian"
    PEOPLE = "people"  # "Syrians"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and those that bear it.

    Attributes:
        pieces: its words, folded.
        form: what kind of word it is.
        bearers: actors that bear it, likeliest first; the state or its government for names of a state.
        capitals: it counts only where it is written in capitals.
        state: the state, for names of a state, its seat and its people.
        name: as the table writes it.
        small: it may be written without a capital.
    """

    pieces: tuple[str, ...]
    form: Form
    bearers: tuple[Actor, ...]
    capitals: bool = False
    state: State | None = None
    name: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Tokens ``start`` up to ``end`` that bear an entry's name."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Table:
    """Names to look up.

    Attributes:
        entries: by all their words.
        small: those whose words in capitals are another name: "Sadr" beside "SADR".
        lengths: how many words the names have that begin with a word, the most first.
    """

    entries: dict[tuple[str, ...], Entry]
    lengths: dict[str, tuple[int, ...]]
    small: dict[tuple[str, ...], Entry] = field(default_factory=dict)


def state_actor(one: State) -> Actor | None:
    """The actor that a state's name stands for."""
    return actor(one.code.lower())


@lru_cache(maxsize=1)
def name_table() -> Table:
    """All names of the registry, the states and the leaders."""
    held: dict[tuple[str, ...], Entry] = {}
    small: dict[tuple[str, ...], Entry] = {}
    for entry in (*_of_states(), *_of_people(), *_of_actors()):
        have = held.get(entry.pieces)
        if have and have.capitals and not entry.capitals:
            small.setdefault(entry.pieces, entry)
        if entry.pieces and (have is None or have.form is Form.NAME):
            held[entry.pieces] = _joined(have, entry) if have else entry
    lengths: dict[str, set[int]] = {}
    for pieces in held:
        lengths.setdefault(pieces[0], set()).add(len(pieces))
    return Table(held, {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}, small)


def _joined(have: Entry, more: Entry) -> Entry:
    """One entry for a name that several bear, those first whose canonical name it is."""
    bearers = dict.fromkeys((*have.bearers, *more.bearers))
    ranked = tuple(sorted(bearers, key=lambda one: name_pieces(one.name) != have.pieces))
    small = have.small or more.small
    return replace(have, bearers=ranked, capitals=have.capitals and more.capitals, small=small)


def _of_actors() -> Iterator[Entry]:
    capitals = acronyms()
    for one in actors():
        for name in all_names(one):
            pieces = name_pieces(name)
            if pieces:
                small = name == name.lower()
                yield Entry(pieces, Form.NAME, (one,), fold_name(name) in capitals, None, name, small)


def _of_states() -> Iterator[Entry]:
    for one in states():
        bearer = state_actor(one)
        bearers = (bearer,) if bearer else ()
        named = ((Form.STATE, (one.name, *one.names)), (Form.ADJECTIVE, one.adjectives))
        others = ((Form.PEOPLE, one.people), (Form.SEAT, one.seats))
        for form, names in (*named, *others):
            for name in names:
                capitals = name.isupper() and len(name) <= ACRONYM
                yield Entry(name_pieces(name), form, bearers, capitals, one, name)


def _of_people() -> Iterator[Entry]:
    for one in leaders():
        bearer = actor(one.actor)
        for name in (one.name, *one.aliases):
            yield Entry(name_pieces(name), Form.PERSON, (bearer,) if bearer else (), False, None, name)


def marks_of(words: Words, table: Table | None = None) -> list[Mark]:
    """All names of the table in a text, the longest at each place, none over another."""
    table = name_table() if table is None else table
    plain = [piece.word for piece in words.pieces]
    found: list[Mark] = []
    at, lengths = 0, table.lengths
    while at < len(plain):
        word = plain[at]
        if word in lengths or (word[-1] == "s" and word[:-1] in lengths):
            mark = _match(words, plain, at, table)
            if mark:
                found.append(mark)
                at += len(mark.entry.pieces)
                continue
        at += 1
    return found


def _match(words: Words, plain: list[str], at: int, table: Table) -> Mark | None:
    word = plain[at]
    for length in table.lengths.get(word) or (1,):
        told = tuple(plain[at : at + length])
        entry = table.entries.get(told) or table.entries.get(_apostrophe_lost(told))
        if entry is None or len(told) < length:
            continue
        start, end = words.pieces[at].token, words.pieces[at + length - 1].token + 1
        for one in (entry, table.small.get(told)):
            if one and _written_so(words, start, end, one) and end - start <= 2 * length + 1:
                return Mark(_with_article(words, start), end, one)
    return None


def _apostrophe_lost(told: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the ending that was a possessive: "Syrias army"."""
    last = told[-1]
    return (*told[:-1], last[:-1]) if len(last) > 4 and last[-1] == "s" else ()


def _written_so(words: Words, start: int, end: int, entry: Entry) -> bool:
    first = words.text[start]
    if entry.small:
        return True
    if entry.capitals:
        return sum(char.isupper() or char.isdigit() for char in first.split("-")[0]) > 1
    return any(
        words.capital(token) or ("-" in words.text[token] and words.text[token] != words.lower[token])
        for token in range(start, end)
    )


def _with_article(words: Words, start: int) -> int:
    """The start of a name with the Arabic article before it."""
    before = start - 1
    if before >= 0 and words.text[before] == "-":
        before -= 1
    if before >= 0 and words.lower[before] in {"al", "el", "an", "ar", "as", "ash", "at", "ad", "az"}:
        joined = before < start - 1
        if joined or words.lower[before] in {"al", "el"}:
            return before
    return start
