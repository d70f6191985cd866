"""A text cut where marks begin and end, so that marks may overlap and the page's elements still nest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from whoheld.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to be marked.

    Attributes:
        span: where.
        claim: number of the claim it is evidence of.
        copy: 0 where the claim was read, 1 and up where the same sentence stands again.
        key: the look of the claim's family.
    """

    span: Span
    claim: int
    copy: int
    key: str


@dataclass(slots=True)
class Piece:
    """Characters that all the same marks cover.

    Attributes:
        text: the characters.
        key: the look of the shortest mark, "" where there is none.
        outer: the look of another mark around it, "" where there is none or it looks the same.
        opened: the marks that begin here.
        closed: the marks that end here.
    """

    text: str
    key: str = ""
    outer: str = ""
    opened: list[Mark] = field(default_factory=list)
    closed: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """A paragraph of the text in pieces."""

    heading: bool
    pieces: list[Piece]


def pieces(text: str, marks: Sequence[Mark], title: int = 0) -> Iterator[Line]:
    """The paragraphs of a text, each cut at the edges of the marks.

    Args:
        text: the whole text.
        marks: what is to be marked, in any order.
        title: number of characters at the start that are the title.
    """
    ordered = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        here = [mark for mark in ordered if mark.span.start < end and mark.span.end > at]
        if line.strip():
            yield Line(at < title, _cut(text, at, at + len(line.rstrip()), here))
        at = end


def _cut(text: str, start: int, end: int, marks: list[Mark]) -> list[Piece]:
    edges = {start, end}
    for mark in marks:
        edges |= {min(max(mark.span.start, start), end), min(max(mark.span.end, start), end)}
    ordered = sorted(edges)
    return [_piece(text, a, b, marks) for a, b in pairwise(ordered)]


def _piece(text: str, start: int, end: int, marks: list[Mark]) -> Piece:
    over = [mark for mark in marks if mark.span.start <= start and mark.span.end >= end]
    over.sort(key=lambda mark: mark.span.end - mark.span.start)
    key = over[0].key if over else ""
    outer = next((mark.key for mark in over if mark.key != key), "")
    opened = [mark for mark in over if mark.span.start == start]
    closed = [mark for mark in over if mark.span.end == end]
    return Piece(text[start:end], key, outer, opened, closed)
