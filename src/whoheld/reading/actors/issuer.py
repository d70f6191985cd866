"""The party that issues a text: whose "our troops" a communique tells of."""

from collections import Counter

from whoheld.codebooks.actors import actor
from whoheld.codebooks.roles import ids_of, nouns_of
from whoheld.codebooks.sources import sources_by_name
from whoheld.codebooks.tables import fold_name
from whoheld.model import Actor, ActorKind
from whoheld.reading.actors.names import Form, Mark, marks_of
from whoheld.reading.actors.resolve import force_of
from whoheld.reading.actors.sheet import page_words
from whoheld.reading.actors.words import Piece, Words, name_pieces
from whoheld.reading.page import Page

OPENING = 90  # tokens in which a text says who issues it
REGULAR = frozenset(
    {"army", "armed", "defence", "defense", "staff", "ministry"}
)  # said by those who speak for a state's forces
ISSUERS = frozenset({
    ActorKind.STATE, ActorKind.ARMY, ActorKind.REBEL, ActorKind.JIHADIST, ActorKind.MILITIA, ActorKind.COALITION,
    ActorKind.POLITICAL, ActorKind.POLICE,
})  # fmt: skip


def issuer_of(page: Page) -> Actor | None:
    """The party that speaks in a text's own voice, where source or opening tell it."""
    source = page.document.source
    known = sources_by_name().get(fold_name(source)) if source else None
    if known and known.side:
        return actor(known.side)
    named = _named(source) if source else None
    if not _is_statement(page):
        return None
    return named or _opening(page)


def _is_statement(page: Page) -> bool:
    """Whether a text is a party's own statement, by its source, its title or its first line."""
    document = page.document
    first = document.text[: len(document.title) + OPENING]
    return bool(nouns_of("statements") & {*name_pieces(document.source), *name_pieces(first)})


def _named(source: str) -> Actor | None:
    """The party that a source's name holds: "Azerbaijani Ministry of Defence"."""
    text = source.replace("-", " ").split()
    blank = [""] * len(text)
    words = Words(text, [word.lower() for word in text], blank, blank, list(range(len(text))), [0] * len(text), [0])
    words.pieces = [Piece(part, at) for at, word in enumerate(text) for part in name_pieces(word)]
    return next((one for mark in marks_of(words) for one in mark.entry.bearers if one.kind in ISSUERS), None)


def _opening(page: Page) -> Actor | None:
    """The party whose seat dates the text, or whose name its opening bears; an army where it calls itself one."""
    words = page_words(page)
    marks = [mark for mark in marks_of(words) if mark.start < OPENING]
    if REGULAR & {*name_pieces(page.document.source), *words.lower[: OPENING // 2]}:
        army = _army(page, marks)
        if army:
            return army
    seats = [mark for mark in marks if mark.entry.form is Form.SEAT]
    named = [mark for mark in marks if mark.entry.form in {Form.NAME, Form.STATE, Form.ADJECTIVE}]
    found = (one for mark in (*seats, *named) for one in mark.entry.bearers if one.kind in ISSUERS)
    first = next(found, None)
    return force_of(first) if first else None


def _army(page: Page, marks: list[Mark]) -> Actor | None:
    """The army of the country whose capital dates a text, else of the country that it tells most places of."""
    seats = [mark.entry.state.code for mark in marks if mark.entry.form is Form.SEAT and mark.entry.state]
    places = Counter(one.place.country for one in page.places if one.place and one.place.country)
    code = seats[0] if seats else next((country for country, _ in places.most_common(1)), "")
    code = ids_of("armies").get(code, code).lower()
    return actor(f"{code}-army") or actor(code)
