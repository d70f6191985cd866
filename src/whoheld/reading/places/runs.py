"""Runs of words that may be one name: ``Busra al-Harir``, ``Charar-e-Sharif``, ``Tal Kisum``."""

from collections.abc import Iterator, Set

from whoheld.reading.places.names import Span
from whoheld.reading.places.tokens import Tokens
from whoheld.reading.places.words import Words, acronyms, actor_names

Run = tuple[int, int]
_SOLID = 4.5  # rank from which a known name is not a piece of an unknown one, unless a hyphen joins them
_STRONG = 8.0
_SMALL = 5.0  # rank up to which a known town may be the first part of a longer Arabic name: ``Busra al-Harir``
_MARKUP = frozenset("/_[](){}<>@#|\\")
_OF_PEOPLE = ("ist", "ists", "ian", "ians", "ish", "ese", "ite", "ites", "can", "cans")
_MOST = 5  # words of a name


class Runs:
    """Finds them on one page, beside the names that the gazetteer has."""

    def __init__(self, tokens: Tokens, tables: Words, known: list[Span], good: list[Span]) -> None:
        self._tokens, self._words = tokens, tables
        self._spans = {i: span for span in known for i in range(span.start, span.end)}
        kept = {id(span) for span in good}
        self._solid = {i for i, span in self._spans.items() if self._is_solid(span, kept)}
        self._breaking = acronyms()

    def __iter__(self) -> Iterator[tuple[Run, list[Span]]]:
        """Each run that is not a known name, with the known names that are pieces of it."""
        at = 0
        while at < len(self._tokens):
            end = self._end(at)
            if end == at:
                at += 1
                continue
            run = self._trimmed(at, end)
            if run and self._may_be(*run):
                pieces = {id(span): span for i in range(*run) if (span := self._spans.get(i))}
                yield run, list(pieces.values())
            at = end

    def _is_solid(self, span: Span, kept: set[int]) -> bool:
        """Known well enough to stand for itself: the neighbours of Syria or Mosul are no part of its name."""
        if span.demonym or span.whole or any(each.rank >= _STRONG for each in span.candidates):
            return True
        first = self._tokens.lower[span.base[0]]
        if (
            id(span) not in kept
            or span.attributive
            or (first in self._words.openers and span.base[1] == span.base[0] + 1)
        ):
            return False
        return any(each.rank >= _SOLID and not each.loose for each in span.candidates)

    def _end(self, at: int) -> int:
        """The token after the run that starts here; ``at`` where none does."""
        tokens = self._tokens
        if not self._starts(at):
            return at
        here, end = at, at
        while here < len(tokens):
            if self._name(here) and not (here > at and self._closes(here)):
                if here in self._solid and here > at and not self._tied(here, at):
                    break
                here += 1
                end = here
                if here - 1 in self._solid and not tokens.dash(here) and not self._article(here):
                    break
            elif self._links(here):
                here += 1
            else:
                break
        return end

    def _article(self, at: int) -> bool:
        """An article with its hyphen after a small town's name."""
        small = all(each.rank < _SMALL for each in self._spans[at - 1].candidates)
        return small and self._tokens.dash(at + 1) and self._tokens.lower[at] in self._words.particles

    def _starts(self, at: int) -> bool:
        tokens = self._tokens
        if tokens.cap[at]:
            return self._name(at)
        article = tokens.lower[at] in self._words.particles and tokens.dash(at + 1)
        return article and at + 2 < len(tokens) and self._name(at + 2)

    def _name(self, at: int) -> bool:
        """A word of a name: a proper noun, or one inside a sentence that the tagger takes for something else."""
        tokens = self._tokens
        if tokens.text[at].isdigit():
            return at > 0 and tokens.cap[at - 1] and tokens.lower[at - 1] in self._words.numbered
        if not tokens.cap[at] or not tokens.key[at] or tokens.shout[at] or self._foreign(tokens.text[at]):
            return False
        if tokens.proper[at]:
            return True
        plain = tokens.lower[at] in self._words.ordinary or tokens.lower[at] in self._words.calendar
        mistaken = not tokens.first[at] and not plain and at not in self._spans and len(tokens.text[at]) > 2
        return mistaken and not tokens.lower[at].endswith(_OF_PEOPLE)

    def _foreign(self, word: str) -> bool:
        """The name of a party, or what is no word at all."""
        if word.endswith(".") and word[:-1].lower() in self._words.calendar:
            return True
        bare = word.removesuffix("s") if word[:-1].isupper() else word
        return bare in self._breaking or word.lower() in actor_names() or not _MARKUP.isdisjoint(word)

    def _closes(self, at: int) -> bool:
        """Words that end a name, being what it is the name of, or no part of one."""
        word = self._tokens.lower[at]
        return word in self._words.closing or word in self._words.calendar or word in self._words.directions

    def _links(self, at: int) -> bool:
        """A hyphen, or a small word with a hyphen beside it or of a name's own: ``al-``, ``-e-``, ``de la``."""
        tokens = self._tokens
        if tokens.dash(at):
            return True
        if tokens.lower[at] not in self._words.particles or tokens.lower[at] == "the":
            return False
        return tokens.lower[at] not in self._words.english or tokens.dash(at + 1) or tokens.dash(at - 1)

    def _tied(self, at: int, start: int) -> bool:
        """Whether a known name belongs to what stands before it: after a hyphen, or in ``Tell Kazan``."""
        if at == start + 1 and self._tokens.lower[start] in self._words.openers:
            return True
        return self._tokens.dash(at - 1) and not (self._solid & set(range(start, at - 1)))

    def _trimmed(self, start: int, end: int) -> Run | None:
        """The run without a preposition that opens the sentence, directions, and what names no more than a kind."""
        tokens = self._tokens
        while start < end and (
            tokens.lower[start] in self._words.directions
            or tokens.lower[start] in self._words.calendar
            or (tokens.first[start] and tokens.lower[start] in self._words.where)
        ):
            start += 1
        while start < end and not tokens.key[start]:
            start += 1
        return (start, end) if start < end else None

    def _may_be(self, start: int, end: int) -> bool:
        tokens = self._tokens
        covered = [self._spans.get(i) for i in range(start, end) if tokens.key[i]]
        first = covered[0]
        if first is not None and all(span is first for span in covered):
            return False
        opened = tokens.lower[start] in self._words.openers
        if not opened and all(span is not None for span in covered) and self._solid & set(range(start, end)):
            return False  # known names side by side
        words = [tokens.lower[i] for i in range(start, end) if tokens.key[i]]
        fixed: Set[str] = self._words.ordinary | self._words.particles
        numbered = words[-1].isdigit()
        return len(words) <= _MOST and (numbered or not all(word in fixed for word in words))
