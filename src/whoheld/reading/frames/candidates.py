"""Words of a page that may state a claim: by frames, and by what the encoder says."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Self

from whoheld.reading.frames.match import Match, matches
from whoheld.reading.frames.tagged import told_matches
from whoheld.reading.frames.types import Typing
from whoheld.reading.page import Page


@dataclass(frozen=True, slots=True)
class Candidates:
    """What may state a claim on one page.

    Attributes:
        page: the page, its mentions found.
        typing: classes of its tokens.
        framed: every frame that fits at every word.
    """

    page: Page
    typing: Typing
    framed: list[Match]

    @classmethod
    def of(cls, page: Page) -> Self:
        """The words of a page at which frames fit."""
        typing = Typing.of(page)
        return cls(page, typing, list(matches(page, typing)))

    def words(self) -> list[tuple[int, str]]:
        """The words at which frames fit, each with the kind that it would state: what the encoder is told."""
        return [(match.trigger.i, match.frame.kind) for match in self.framed]

    def by_sentence(self) -> list[list[Match]]:
        """All matches, those of one sentence together; with those of the encoder, where it has been asked."""
        found: dict[int, list[Match]] = defaultdict(list)
        for match in (*self.framed, *told_matches(self.page, self.framed)):
            found[self.page.sentence_of(match.trigger.i)[0]].append(match)
        return list(found.values())
