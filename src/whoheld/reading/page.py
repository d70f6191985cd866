"""The parsed text that every component of the reading chain works on."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from whoheld.model import Document, Span
from whoheld.reading.mentions import ActorMention, CountMention, PlaceMention, SpeechAct, TimeMention

if TYPE_CHECKING:
    from whoheld.reading.net.signals import Signals


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text that was parsed, and where it stands.

    Attributes:
        parsed: first character of the block in ``Page.doc.text``.
        at: first character of the block in the document's text.
        repeats: first characters of further copies of the same block in the document's text.
    """

    parsed: int
    at: int
    repeats: tuple[int, ...] = ()


@dataclass(slots=True)
class Page:
    """A document, its parse, and what the components have found in it so far.

    A paragraph that stands twice in the text is parsed once, so ``doc.text`` may be shorter than the document's text:
    :meth:`span` maps tokens to characters of the document.

    Attributes:
        document: what is read.
        doc: the parse of all distinct paragraphs, in order; each ends with its line break.
        blocks: where each paragraph stands, in order.
        places, actors, times, counts, speech: what has been found, each sorted by first token.
        signals: what the encoder says of the page; None before it has been asked, or where there is no encoder.
    """

    document: Document
    doc: Doc
    blocks: list[Block]
    places: list[PlaceMention] = field(default_factory=list)
    actors: list[ActorMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    counts: list[CountMention] = field(default_factory=list)
    speech: list[SpeechAct] = field(default_factory=list)
    signals: "Signals | None" = None
    _starts: list[int] = field(default_factory=list)
    _sentence_starts: list[int] = field(default_factory=list)
    _speaking: frozenset[int] | None = None

    def __post_init__(self) -> None:
        self._starts = [block.parsed for block in self.blocks]

    def block_of(self, char: int) -> Block:
        """The block that holds character ``char`` of the parse."""
        return self.blocks[max(0, bisect_right(self._starts, char) - 1)]

    def span(self, start: int, end: int) -> Span:
        """The characters of the document that tokens ``start`` up to ``end`` cover."""
        first, last = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        shift = self.block_of(first).at - self.block_of(first).parsed
        return Span(first + shift, last + shift)

    def repeats(self, start: int, end: int) -> tuple[Span, ...]:
        """The same tokens in further copies of their paragraph."""
        block, here = self.block_of(self.doc[start].idx), self.span(start, end)
        return tuple(Span(here.start - block.at + at, here.end - block.at + at) for at in block.repeats)

    def sentence_starts(self) -> list[int]:
        """First tokens of the sentences; kept, because the parse searches for them token by token."""
        if not self._sentence_starts:
            self._sentence_starts = [sentence.start for sentence in self.doc.sents]
        return self._sentence_starts

    def sentence_of(self, token: int) -> tuple[int, int]:
        """The sentence that a token stands in: its first token, and the token after its last."""
        starts = self.sentence_starts()
        after = bisect_right(starts, token)
        return starts[after - 1], starts[after] if after < len(starts) else len(self.doc)

    def speaking(self) -> frozenset[int]:
        """Tokens of those who are reported as saying something; kept, for it is asked of every mention near a claim."""
        if self._speaking is None:
            sources = [act.source for act in self.speech if act.source]
            self._speaking = frozenset(token for start, end in sources for token in range(start, end))
        return self._speaking

    def sentences(self) -> list[TokenSpan]:
        """The sentences of the parse."""
        return list(self.doc.sents)
