"""Going through a text from its start: each expression is resolved, and may move the running date."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from whoheld.model import Granularity, Interval
from whoheld.reading.mentions import TimeMention
from whoheld.reading.page import Page
from whoheld.reading.times.anchor import Anchor, is_narrative, speaks
from whoheld.reading.times.dateline import datelines
from whoheld.reading.times.grammar import Expression, expressions
from whoheld.reading.times.ranges import mentions_of, stretch_of
from whoheld.reading.times.resolve import resolve
from whoheld.reading.times.stretches import bound_duration, leads_to_event, steps_to_events
from whoheld.reading.times.tense import direction
from whoheld.reading.times.told import Told, relation_of

_MOVING = frozenset(
    {"date", "days", "months", "season", "weekday", "named", "daypart", "unit", "offset", "weekend",
     "monthday", "week", "holiday"}
)  # fmt: skip
_DIRECTED = frozenset({"weekday", "weekend", "date", "days", "season", "months", "holiday"})
_LOOKING_BACK = frozenset({"previous", "preceding", "before"})
_KEY = "whoheld.times"

Ends = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All that was told of time in a page.

    Attributes:
        told: every expression, one by one.
        mentions: those of use to a claim, ranges put together.
        datelines: first tokens of mentions that date the text and not what it tells.
        published: the day that the text speaks from: of its dateline, else of the record.
        narrative: it tells of the past in order.
        speaks: "yesterday" and "ago" count from the day of publication.
        tally: how many mentions have the same days.
        reversed: by first token, end, count and unit of "two days after ..." as steps to the event.
        whole: the days of each mention without the bounds that its preposition gives it, by first token.
    """

    told: tuple[Told, ...]
    mentions: tuple[TimeMention, ...]
    datelines: frozenset[int]
    published: date | None
    narrative: bool
    speaks: bool
    whole: dict[int, Interval]
    tally: Counter[Ends]
    reversed: dict[int, tuple[int, float, str]]


def chronicle(page: Page) -> Chronicle:
    """The times of a page, worked out once."""
    known = page.doc.user_data.get(_KEY)
    if not isinstance(known, Chronicle):
        known = page.doc.user_data[_KEY] = _read(page)
    return known


def _read(page: Page) -> Chronicle:
    found = expressions(page.doc)
    narrative = is_narrative(page.document, found)
    anchor = Anchor(page.document.published, narrative, speaks(page.document, found, narrative=narrative))
    heads = datelines(page.doc, found, anchor)
    anchor.year = _first_year(found)
    told = tuple(_resolve_all(page, found, anchor, heads))
    mentions = tuple(mentions_of(told, page.doc))
    whole = {t.expression.start: t.resolved.interval for t in told if t.resolved.interval}
    tally = Counter((m.interval.start, m.interval.end) for m in mentions if m.interval and m.start not in heads)
    return Chronicle(
        told=told,
        mentions=mentions,
        datelines=frozenset(heads),
        published=anchor.published,
        narrative=narrative,
        speaks=anchor.speaks,
        whole=whole,
        tally=tally,
        reversed=steps_to_events(told),
    )


def _first_year(found: list[Expression]) -> int | None:
    """The year of an undated beginning: of the first full date; other years may stand for other times."""
    return next((int(e.fields["year"]) for e in found if {"year", "month", "day"} <= e.fields.keys()), None)


def _resolve_all(page: Page, found: list[Expression], anchor: Anchor, heads: set[int]) -> Iterator[Told]:
    doc, starts = page.doc, [block.parsed for block in page.blocks]
    last: Told | None = None
    for told in found:
        block = bisect_right(starts, doc[told.start].idx) - 1
        if block != anchor.block and not anchor.narrative:
            anchor.explicit = False  # a new paragraph of a report counts from publication again
        anchor.block = block
        here = _resolve(doc, told, anchor, heads)
        _move(anchor, here)
        _enter_stretch(anchor, last, here, doc)
        last = here
        yield here


def _resolve(doc: Doc, told: Expression, anchor: Anchor, heads: set[int]) -> Told:
    resolved = resolve(told, anchor, direction(doc, told.start) if _wants_direction(told) else -1)
    if leads_to_event(told, doc):
        resolved = replace(resolved, interval=None)
    relation = resolved.relation or relation_of(doc, told)
    if told.kind == "duration" and resolved.interval is None:
        resolved = bound_duration(told, resolved, doc, anchor)
    return Told(told, resolved, relation, told.start in heads)


def _wants_direction(told: Expression) -> bool:
    return told.kind in _DIRECTED and "year" not in told.fields


def _move(anchor: Anchor, here: Told) -> None:
    """Let the running date move to what was told."""
    told, resolved = here.expression, here.resolved
    if told.kind not in _MOVING or resolved.interval is None or here.dateline:
        return
    if anchor.narrative and (
        told.fields.get("shift") in _LOOKING_BACK or _says_less(anchor.running, resolved.interval)
    ):
        return
    anchor.running, anchor.given = resolved.interval, anchor.block
    anchor.explicit = resolved.explicit or (anchor.explicit and resolved.relative)


def _says_less(running: Interval | None, told: Interval) -> bool:
    """Whether a year only repeats the year of the running day."""
    coarse = told.granularity in {Granularity.YEAR, Granularity.LONG}
    return coarse and running is not None and running.start is not None and running.start in told


def _enter_stretch(anchor: Anchor, last: Told | None, here: Told, doc: Doc) -> None:
    """What follows "(June 2012 - April 2013)" in a narrative lies within it."""
    if not anchor.narrative:
        return
    stretch = stretch_of(last, here, doc) if last else None
    if stretch and stretch.interval and stretch.interval.granularity is Granularity.LONG:
        anchor.running = stretch.interval
    elif here.expression.kind == "years" and anchor.running is None:
        anchor.running = here.resolved.interval
