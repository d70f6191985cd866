"""Finding the actors of a page."""

from collections.abc import Iterator
from dataclasses import replace

from whoheld.codebooks.actors import actor, forces_name
from whoheld.codebooks.roles import RoleKind
from whoheld.codebooks.states import State
from whoheld.model import Actor
from whoheld.reading.actors.apposition import name_beside
from whoheld.reading.actors.cast import Appearance, Cast
from whoheld.reading.actors.elsewhere import at_home
from whoheld.reading.actors.names import Form, Mark, marks_of
from whoheld.reading.actors.persons import Persons
from whoheld.reading.actors.phrases import Phrase, Phrases
from whoheld.reading.actors.reference import Referents
from whoheld.reading.actors.resolve import Found, Resolver, choose, force_of
from whoheld.reading.actors.sheet import page_words
from whoheld.reading.actors.theatre import Theatre
from whoheld.reading.actors.units import acronym_marks, short_forms, unknown_units
from whoheld.reading.actors.words import HYPHENS, Words
from whoheld.reading.mentions import ActorMention, Basis
from whoheld.reading.page import Page

POINTING = frozenset({"the", "these", "those"})
LONG = 8  # tokens of a description


class ActorFinder:
    """Finds who is named, described or stood for in a page."""

    name = "actors"

    def __call__(self, page: Page) -> list[ActorMention]:
        """The actors of a page, sorted by first token, none over another."""
        words = page_words(page)
        marks = _all_marks(words, page)
        theatre = Theatre(marks, page.places)
        cast = Cast(_appearances(words, marks, theatre, page))
        resolver = Resolver(words, theatre, cast, page.document.published)
        found = [_of_phrase(phrase, told) for phrase in Phrases(words, marks) if (told := resolver.phrase(phrase))]
        found += [mention for mark in marks if (mention := _of_mark(mark, words, resolver))]
        found = longest(found)
        places = (token for one in page.places if not one.adjective for token in range(one.start, one.end))
        found = longest([*found, *Persons(words, found, places)])
        return opened(page, found)


def opened(page: Page, mentions: list[ActorMention]) -> list[ActorMention]:
    """Mentions with those that were left open filled, where what stands before or around them tells."""
    referents = Referents(replace(page, actors=mentions))
    made = []
    for mention in mentions:
        beside = name_beside(referents.sheet, mention) if _open(mention) else None
        if beside:
            made.append(
                replace(mention, name=beside.name, actor=beside.actor, reason=f"named beside it: {beside.name}")
            )
            continue
        told = None if mention.name else referents.of(mention.end - 1)
        if told and len(told) == 1:
            one = actor(told[0].actor_id) if told[0].actor_id else None
            mention = replace(mention, name=told[0].name, actor=one, reason=told[0].reason)  # noqa: PLW2901
        made.append(mention)
    return made


def _open(mention: ActorMention) -> bool:
    """Whether a mention only describes somebody whom the words beside it may name."""
    return mention.basis is Basis.ROLE and mention.actor is None and mention.end - mention.start < LONG


def _all_marks(words: Words, page: Page) -> list[Mark]:
    """Names of the registry, and names by their form alone, sorted."""
    marks = at_home(words, [mark for mark in marks_of(words) if not _against(words, mark)], page.places)
    short = short_forms(words, marks)
    places = frozenset(token for one in page.places if not one.adjective for token in range(one.start, one.end))
    units = unknown_units(words, marks, places)
    marks = [mark for mark in marks if not (mark.end == mark.start + 1 and words.text[mark.start] in short)]
    short |= {name: entry for name, entry in short_forms(words, units).items() if name not in short}
    taken = {token for mark in (*marks, *units) for token in range(mark.start, mark.end)}
    acronyms = [mark for mark in acronym_marks(words, taken | places, short) if mark.start not in taken]
    return sorted((*marks, *units, *acronyms), key=lambda mark: mark.start)


def _against(words: Words, mark: Mark) -> bool:
    """Whether a name is only that of whom others are against: "anti-Houthi fighters"."""
    before = words.lower[max(0, mark.start - 2) : mark.start]
    joined = len(before) == 2 and before[0] == "anti" and before[1] in HYPHENS
    return joined or (words.lower[mark.start].startswith("anti-") and mark.entry.pieces[0] != "anti")


def _appearances(words: Words, marks: list[Mark], theatre: Theatre, page: Page) -> Iterator[Appearance]:
    title_end = len(page.document.title)
    for mark in marks:
        if mark.entry.form in {Form.NAME, Form.PERSON}:
            home = theatre.at(mark.start) if len(mark.entry.bearers) > 1 else ""
            one = choose(mark.entry, home, page.document.published)
            title = page.doc[mark.start].idx < title_end
            if one or mark.entry.form is Form.NAME:
                name = one.name if one else mark.entry.name
                yield Appearance(mark.start, words.sentence[mark.start], name, one, title)


def _of_phrase(phrase: Phrase, found: Found) -> ActorMention:
    basis = Basis.GROUP if phrase.role.kind is RoleKind.GROUP else Basis.ROLE
    return ActorMention(phrase.start, phrase.end, found.name, found.actor, basis, found.reason)


def _of_mark(mark: Mark, words: Words, resolver: Resolver) -> ActorMention | None:
    entry, one = mark.entry, resolver.bearer(mark.entry, mark.start)
    if entry.state:
        return _of_state(mark, entry.state, one, words)
    if entry.form is Form.PERSON:
        name = one.name if one else entry.name
        reason = f"{entry.name} stands for {name}" if one else "a person"
        return ActorMention(mark.start, mark.end, name, one, Basis.PERSON, reason)
    name, reason = (one.name, "named") if one else (entry.name, "a name by its form")
    return ActorMention(mark.start, mark.end, name, one, Basis.NAME, reason)


def _of_state(mark: Mark, state: State, one: Actor | None, words: Words) -> ActorMention:
    entry = mark.entry
    forces, army = forces_name(state.code), force_of(one) if one else None
    if entry.form is Form.ADJECTIVE:
        return ActorMention(mark.start, mark.end, forces, army, Basis.PLACE, "adjective of a state")
    if entry.form is Form.PEOPLE and words.lower[mark.start - 1] in POINTING:
        return ActorMention(mark.start, mark.end, forces, army, Basis.ROLE, "people of a state as its forces")
    if entry.form is Form.PEOPLE:
        return ActorMention(mark.start, mark.end, entry.name, None, Basis.GROUP, "people of a state")
    name = one.name if one else state.name
    return ActorMention(mark.start, mark.end, name, one, Basis.PLACE, f"{entry.form} as its government")


def longest(mentions: list[ActorMention]) -> list[ActorMention]:
    """Mentions sorted by first token, the longer of two that overlap."""
    kept: list[ActorMention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept
