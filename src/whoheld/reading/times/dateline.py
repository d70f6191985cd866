"""The date in the head of a text that says when the text itself was issued."""

from spacy.tokens import Doc

from whoheld.model import Granularity
from whoheld.reading.times.anchor import Anchor
from whoheld.reading.times.grammar import Expression
from whoheld.reading.times.resolve import resolve
from whoheld.reading.times.told import joins

HEAD_TOKENS = 60  # a dateline stands within so many tokens of the start
DRIFT = 75  # days between the date in a text's head and the recorded day of publication


def datelines(doc: Doc, found: list[Expression], anchor: Anchor) -> set[int]:
    """First tokens of the dates that date the text itself; the first full one moves the anchor."""
    heads: set[int] = set()
    if anchor.narrative or anchor.published is None:
        return heads
    for told in found:
        if told.start > HEAD_TOKENS:
            break
        interval = resolve(told, anchor, -1).interval if _is_head(doc, told) else None
        if interval is None or interval.start is None or interval.granularity is not Granularity.DAY:
            continue
        if abs((interval.start - anchor.published).days) > DRIFT:
            continue
        if not heads and _is_full(told):
            anchor.published = interval.start
        heads.add(told.start)
    return heads


def _is_full(told: Expression) -> bool:
    return "year" in told.fields or "numeric" in told.fields


def _is_head(doc: Doc, told: Expression) -> bool:
    """Stands first in a paragraph, in brackets, after a place and a comma, or carries its weekday."""
    if told.kind != "date" or not ("day" in told.fields or "numeric" in told.fields):
        return False
    before = doc[told.start - 1] if told.start else None
    after = doc[told.end].text if told.end < len(doc) else ""
    if before is None or before.is_space or before.lower_ in joins("dateline_openers"):
        return after != ":" or told.start == 0
    if before.text == "," and told.start >= 2:
        return doc[told.start - 2].text[0].isupper() and after in joins("dateline_closers")
    return _is_full(told) and before.pos_ != "ADP" and ("weekday" in told.fields or "numeric" in told.fields)
