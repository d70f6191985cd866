"""Finding the actors of a page."""

from whoheld.codebooks.actors import forces_name
from whoheld.codebooks.roles import RoleKind
from whoheld.reading.actors.cast import Appearance, Cast
from whoheld.reading.actors.names import Form, Mark, marks_of
from whoheld.reading.actors.phrases import Phrase, Phrases
from whoheld.reading.actors.resolve import Resolver, choose, force_of
from whoheld.reading.actors.sheet import page_words
from whoheld.reading.actors.theatre import Theatre
from whoheld.reading.actors.words import Words
from whoheld.reading.mentions import ActorMention, Basis
from whoheld.reading.page import Page


class ActorFinder:
    """Finds who is named, described or stood for in a page."""

    name = "actors"

    def __call__(self, page: Page) -> list[ActorMention]:
        """The actors of a page, sorted by first token, none over another."""
        words = page_words(page)
        marks = marks_of(words)
        theatre = Theatre(marks, page.places)
        published = page.document.published
        cast = Cast(self._appearances(words, marks, theatre, page))
        resolver = Resolver(words, theatre, cast, published)
        phrases = [(phrase, resolver.phrase(phrase)) for phrase in Phrases(words, marks)]
        found = [self._of_phrase(phrase, resolved) for phrase, resolved in phrases]
        found += [mention for mark in marks if (mention := self._of_mark(mark, words, resolver))]
        return longest(found)

    def _appearances(self, words, marks, theatre, page):
        title_end = len(page.document.title)
        for mark in marks:
            if mark.entry.form is Form.NAME or mark.entry.form is Form.PERSON:
                one = choose(
                    mark.entry,
                    theatre.at(mark.start) if len(mark.entry.bearers) > 1 else "",
                    page.document.published,
                )
                if one:
                    title = page.doc[mark.start].idx < title_end
                    yield Appearance(mark.start, words.sentence[mark.start], one.name, one, title)

    def _of_phrase(self, phrase: Phrase, resolved) -> ActorMention:
        basis = Basis.GROUP if phrase.role.kind is RoleKind.GROUP else Basis.ROLE
        return ActorMention(phrase.start, phrase.end, resolved.name, resolved.actor, basis, resolved.reason)

    def _of_mark(self, mark: Mark, words: Words, resolver: Resolver) -> ActorMention | None:
        entry = mark.entry
        one = resolver.bearer(entry, mark.start)
        if entry.form is Form.NAME:
            return ActorMention(mark.start, mark.end, one.name, one, Basis.NAME, "named")
        if entry.form is Form.PERSON:
            return ActorMention(
                mark.start,
                mark.end,
                one.name if one else entry.name,
                one,
                Basis.PERSON,
                f"{entry.name} of {one.name if one else ''}",
            )
        if entry.form is Form.PEOPLE:
            if words.lower[mark.start - 1] in {"the", "these", "those"}:
                army = force_of(one)
                return ActorMention(
                    mark.start,
                    mark.end,
                    forces_name(entry.state.code),
                    army,
                    Basis.ROLE,
                    "people of a state as its forces",
                )
            return ActorMention(mark.start, mark.end, entry.name, None, Basis.GROUP, "people of a state")
        if entry.form is Form.ADJECTIVE:
            army = force_of(one) if one else None
            return ActorMention(
                mark.start, mark.end, forces_name(entry.state.code), army, Basis.PLACE, "adjective of a state"
            )
        return ActorMention(
            mark.start,
            mark.end,
            one.name if one else entry.state.name,
            one,
            Basis.PLACE,
            f"{entry.form} as its government",
        )


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
