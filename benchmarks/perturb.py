"""Annotated documents with their text changed, and the annotation carried along exactly."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from benchmarks.agreement import Record, options
from benchmarks.scoring import Stretch, occurrences

NAMES = ("actor", "recipient", "place", "said_by")


class Edit(NamedTuple):
    """Characters ``start`` up to ``end`` of a text, and what is put in their place."""

    start: int
    end: int
    put: str


Style = Callable[[str], list[Edit]]


class Changed:
    """A text after some edits, sorted and apart from each other."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        growth = (len(edit.put) - (edit.end - edit.start) for edit in edits)
        self._shifts = [0, *accumulate(growth)]
        parts, at = [], 0
        for edit in edits:
            parts += [text[at : edit.start], edit.put]
            at = edit.end
        self.text = "".join([*parts, text[at:]])

    def stretch(self, start: int, end: int) -> Stretch:
        """Where a stretch of the old text stands in the new one; an edit that it cuts is taken in whole."""
        first = bisect_right(self._ends, start)
        if first < len(self._starts) and self._starts[first] < start:
            start = self._starts[first]
        beyond = bisect_left(self._starts, end)
        if beyond and self._ends[beyond - 1] > end:
            end = self._ends[beyond - 1]
        return start + self._shifts[first], end + self._shifts[bisect_right(self._ends, end)]


def perturbed(gold: Record, style: Style) -> dict[str, Any]:
    """An annotated document in another style.

    Quotes and title stand for the same words as before; a name that the style writes otherwise is right in
    either form.
    """
    changed = Changed(gold["text"], style(gold["text"]))
    title = gold.get("title") or ""
    if title and gold["text"].startswith(title):
        title = changed.text[: changed.stretch(0, len(title))[1]]
    claims = [_claim(claim, gold["text"], changed, style) for claim in gold["claims"]]
    return {**gold, "text": changed.text, "title": title, "claims": claims}


def _claim(claim: Record, text: str, changed: Changed, style: Style) -> dict[str, Any]:
    first = occurrences(text, claim["quote"])[0]
    start, end = changed.stretch(*first)
    names = {field: _either(claim[field], style) for field in NAMES if field in claim}
    return {**claim, **names, "quote": changed.text[start:end]}


def _either(value: object, style: Style) -> object:
    """The names of a field, each as annotated and as the style writes it."""
    told = options(value)
    rewritten = [Changed(name, style(name)).text for name in told if isinstance(name, str)]
    others = [name for name in rewritten if name not in told]
    return [*told, *others] if others else value
