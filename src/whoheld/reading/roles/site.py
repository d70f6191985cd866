"""Where a claim is told: its match on the page, and what the text told before."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Token

from whoheld.model import Party
from whoheld.reading.frames.match import Match
from whoheld.reading.page import Page
from whoheld.reading.roles.story import Story

BACK = 4  # sentences before the claim's own whose mentions are options


@dataclass(frozen=True)
class Site:
    """A match on its page, with what the story told before it.

    Attributes:
        page: the page, its mentions found.
        match: the match.
        story: what was told before.
        start, end: tokens of the claim's evidence, half-open.
        named: parties near the claim with their features, once they have been asked for: each role of a party asks.
    """

    page: Page
    match: Match
    story: Story
    start: int
    end: int
    named: list[tuple[Party, set[str]]] = field(default_factory=list)

    @property
    def trigger(self) -> Token:
        """The word that states the claim."""
        return self.match.trigger

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The sentence of the trigger: its first token, and the token after its last."""
        return self.page.sentence_of(self.trigger.i)

    @cached_property
    def first(self) -> int:
        """The first token whose mentions are options."""
        starts = self.page.sentence_starts()
        return starts[max(0, bisect_right(starts, self.trigger.i) - 1 - BACK)]
