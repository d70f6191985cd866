"""Quotations: pairs of quotation marks, over several sentences and paragraphs."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc

from whoheld.reading.speech.columns import Hashes, hashes, lines, places

OPENING = {"“": "”", "«": "»", "„": "“”", "‘": "’", "``": "''"}
STRAIGHT = {'"', "''"}
LONGEST = 400  # tokens; a mark that was never closed must not swallow the article
SHORTEST = 3  # words inside; shorter ones are names and words held at a distance


def find_quotes(doc: Doc) -> list[tuple[int, int]]:
    """Quotations as spans of tokens with their marks, in order; joined over paragraphs."""
    return _joined(doc, list(_pairs(doc)))


@lru_cache(maxsize=1)
def _marks() -> Hashes:
    return hashes({*OPENING, *"".join(OPENING.values()), *STRAIGHT})


def _pairs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Each pair of marks; a quotation that its paragraph leaves open runs to the paragraph's end."""
    start, closing = -1, ""
    for at in sorted({*places(doc, "ORTH", _marks()), *lines(doc)}):
        token = doc[at]
        text = token.text
        if start >= 0 and (text in closing or (closing == '"' and text in STRAIGHT)):
            if text != "’" or _closes(doc, token.i):
                yield start, token.i + 1
                start = -1
        elif start < 0 and (text in OPENING or text in STRAIGHT):
            start, closing = token.i, OPENING.get(text, '"')
        elif start >= 0 and token.is_space and "\n" in text:
            if closing not in {"’", "»"}:
                yield start, token.i
            start = -1


def _closes(doc: Doc, at: int) -> bool:
    """An apostrophe within a word does not close a quotation."""
    return bool(doc[at].whitespace_) or at + 1 >= len(doc) or not doc[at + 1].is_alpha


def _joined(doc: Doc, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A paragraph that opens in quotes after one that did not close goes on with the same speaker."""
    joined: list[tuple[int, int]] = []
    for start, end in pairs:
        before = joined[-1] if joined else None
        if before and start - before[1] <= 1 and doc[before[1] - 1].text not in {"”", '"', "''", "»"}:
            joined[-1] = (before[0], end)
        elif end - start - 2 >= SHORTEST and end - start <= LONGEST:
            joined.append((start, end))
    return joined
