"""Where a claim stands: its word, its sentence, and how it is put."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from spacy.tokens import Doc, Token

from whoheld.codebooks.kinds import kind as kind_of
from whoheld.model import Interval
from whoheld.model.time import ONE_DAY
from whoheld.reading.mentions import TimeMention, overlapping
from whoheld.reading.page import Page
from whoheld.reading.times.find import Chronicle
from whoheld.reading.times.tense import governing_verb, is_ahead, words


@cache
def _tenses() -> tuple[tuple[str, frozenset[str]], ...]:
    """Names of tenses by the auxiliaries that make them, the first that holds counts."""
    return (
        ("would", frozenset({"would"})),
        ("will", words("future_aux") | words("ahead_aux")),
        ("had", frozenset({"had"})),
        ("has", words("has")),
        ("is", words("present_aux")),
        ("was", frozenset({"was", "were"})),
    )


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim that was dated before.

    Attributes:
        trigger: the token that states it.
        kind: its kind.
        place: where, by name.
        parties: who, by name.
        interval: when.
    """

    trigger: int
    kind: str
    place: str | None
    parties: frozenset[str]
    interval: Interval


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a claim beside the word that states it.

    Attributes:
        kind: its kind.
        status: how certain it is.
        place: where it happened, by name.
        parties: who took part, by name.
    """

    kind: str
    status: str = ""
    place: str | None = None
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Site:
    """Where a claim stands, and how it is put.

    Attributes:
        page: the text.
        told: its times.
        trigger: the word that states the claim.
        state: it tells how things are.
        about: what else is known of the claim.
        dated: the claims dated before, in the order of the text.
    """

    page: Page
    told: Chronicle
    trigger: Token
    state: bool
    about: About = About("")
    dated: Sequence[Dated] = ()

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.page.doc

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The sentence of the trigger: its first token, and the token after its last."""
        return self.page.sentence_of(self.trigger.i)

    @cached_property
    def ahead(self) -> bool:
        """It tells what is intended, expected or supposed."""
        return not self.told.narrative and is_ahead(self.trigger)

    @property
    def published(self) -> date | None:
        """The day from which the text speaks, where it does."""
        return self.told.published if self.told.speaks else None

    @cached_property
    def in_title(self) -> bool:
        """It stands in the title."""
        blocks, title = self.page.blocks, self.page.document.title
        return bool(title) and len(blocks) > 1 and self.trigger.idx < blocks[1].parsed <= len(title) + 2

    @cached_property
    def tense(self) -> str:
        """The tense of the claim's clause."""
        verb = governing_verb(self.trigger)
        if verb is None:
            return "none"
        auxes = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
        own = "" if verb.i == self.trigger.i else "over "
        return own + next((name for name, helpers in _tenses() if auxes & helpers), verb.tag_)

    def between(self, start: int, end: int) -> tuple[TimeMention, ...]:
        """The mentions between two tokens."""
        mentions = self.told.mentions
        first = bisect_left(mentions, start, key=lambda m: m.start)
        return mentions[first : bisect_left(mentions, end, lo=first, key=lambda m: m.start)]

    def usable(self, start: int, end: int) -> list[TimeMention]:
        """Resolved mentions between two tokens, those that date the text itself left out."""
        found = self.between(start, end)
        return [m for m in found if m.interval is not None and m.start not in self.told.datelines]

    def same_block(self, token: int) -> bool:
        """Whether a token stands in the paragraph of the claim."""
        return self.page.block_of(self.doc[token].idx) is self.page.block_of(self.trigger.idx)

    def sentences_from(self, token: int) -> int:
        """How many sentences back a token stands."""
        starts = self.page.sentence_starts()
        return bisect_left(starts, self.trigger.i + 1) - bisect_left(starts, token + 1)

    @cached_property
    def family(self) -> str:
        """The group of its kind."""
        return kind_of(self.about.kind).family if self.about.kind else ""

    def shares(self, token: int) -> str:
        """What the sentence of a token has in common with the claim: its place, a party."""
        start, end = self.page.sentence_of(token)
        places = overlapping(self.page.places, start, end) if self.about.place else ()
        place = any(m.name == self.about.place for m in places)
        party = any(m.name in self.about.parties for m in overlapping(self.page.actors, start, end))
        return f"{'place' if place else '-'}:{'party' if party else '-'}"

    def contexts(self) -> tuple[str, ...]:
        """What features are crossed with: how the claim is put, and whether the text tells of its day and its eve."""
        day, tally = self.published, self.told.tally
        days = (day, day - ONE_DAY) if day else ()
        told = "".join(str((one, one + ONE_DAY) in tally)[0] for one in days)
        return f"s:{self.about.status}", f"st:{self.state}:{self.tense}", f"e:{told}"
