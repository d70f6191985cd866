"""Going through a text from its start: each expression is resolved, and may move the running date."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Doc

from whoheld.model import Granularity, Interval
from whoheld.reading.mentions import TimeMention
from whoheld.reading.page import Page
from whoheld.reading.times.anchor import HEAD_TOKENS, Anchor, direction, is_narrative, is_perfect, speaks
from whoheld.reading.times.calendar import add
from whoheld.reading.times.grammar import Expression, expressions
from whoheld.reading.times.numbers import number, singular
from whoheld.reading.times.resolve import resolve
from whoheld.reading.times.result import Resolved

RELATIONS = {
    "since": "since", "until": "until", "till": "until", "til": "until", "by": "by", "before": "before", "after": "after",
    "following": "after", "during": "during", "throughout": "during", "over": "during", "within": "within", "for": "for",
    "from": "from", "between": "between", "to": "until", "through": "until",
}  # fmt: skip
_MOVING = frozenset({"date", "days", "months", "season", "weekday", "named", "daypart", "unit", "offset", "weekend", "monthday",
                     "week", "holiday"})  # fmt: skip
_HEDGES = frozenset(
    {
        "about",
        "around",
        "the",
        "at",
        "least",
        "over",
        "more",
        "than",
        "nearly",
        "almost",
        "some",
        "just",
        "early",
        "late",
    }
)
_JOINS = frozenset({"to", "until", "till", "through", "-", "–", "—"})
_KEY = "whoheld.times"
DATELINE_DRIFT = 75  # days between the date in a text's head and the recorded day of publication


@dataclass(frozen=True, slots=True)
class Told:
    """An expression, what it resolves to, and the word that ties it to its clause."""

    expression: Expression
    resolved: Resolved
    relation: str
    dateline: bool = False


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All that was told of time in a page.

    Attributes:
        told: every expression, one by one.
        mentions: those of use to a claim, ranges put together.
        datelines: first tokens of mentions that date the text and not what it tells.
        published: the day that the text speaks from: of its dateline, else of the record.
        narrative: it tells of the past in order.
        reversed: by first token, the end, count and unit of "two days after ..." where an event follows, as steps to that event.
        whole: the days of each mention without the bounds that its preposition gives it, by first token.
    """

    told: tuple[Told, ...]
    mentions: tuple[TimeMention, ...]
    datelines: frozenset[int]
    published: date | None
    narrative: bool
    whole: dict[int, Interval]
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
    heads = _datelines(page, found, anchor)
    anchor.year = _first_year(found)
    told = tuple(_resolve_all(page, found, anchor, heads))
    mentions = tuple(_mentions(told, page.doc))
    whole = {t.expression.start: t.resolved.interval for t in told if t.resolved.interval}
    return Chronicle(told, mentions, frozenset(heads), anchor.published, narrative, whole, _reversed(told))


def _first_year(found: list[Expression]) -> int | None:
    """The year that undated beginnings are in: of the first full date; other years may stand for other times."""
    return next((int(e.fields["year"]) for e in found if {"year", "month", "day"} <= e.fields.keys()), None)


def _datelines(page: Page, found: list[Expression], anchor: Anchor) -> set[int]:
    """Full dates in the head of the text that date the text itself; the first one moves the anchor."""
    heads: set[int] = set()
    if anchor.narrative or anchor.published is None:
        return heads
    for told in found:
        if told.start > HEAD_TOKENS:
            break
        if not _is_head(page.doc, told):
            continue
        interval = resolve(told, anchor, -1).interval
        if interval is None or interval.start is None or interval.granularity is not Granularity.DAY:
            continue
        if abs((interval.start - anchor.published).days) > DATELINE_DRIFT:
            continue
        if not heads and ("year" in told.fields or "numeric" in told.fields):
            anchor.published = interval.start
        heads.add(told.start)
    return heads


def _is_head(doc: Doc, told: Expression) -> bool:
    """Stands at the start of a paragraph, in brackets, after a capitalised place and comma, or carries its weekday."""
    if told.kind != "date" or not ("day" in told.fields or "numeric" in told.fields):
        return False
    before = doc[told.start - 1] if told.start else None
    if (
        before is None
        or before.is_space
        or before.text in {"(", "|"}
        or before.lower_ in {"published", "publication", "issued", "update"}
    ):
        after = doc[told.end].text if told.end < len(doc) else ""
        return after != ":" or told.start == 0
    if before.text == "," and told.start >= 2:
        after = doc[told.end].text if told.end < len(doc) else ""
        return doc[told.start - 2].text[0].isupper() and after in {"-", "–", "—", ".", ":", "(", "\n"}
    full = "year" in told.fields or "numeric" in told.fields
    return full and before.pos_ != "ADP" and ("weekday" in told.fields or "numeric" in told.fields)


def _resolve_all(page: Page, found: list[Expression], anchor: Anchor, heads: set[int]) -> Iterator[Told]:
    doc, starts = page.doc, [block.parsed for block in page.blocks]
    last: Told | None = None
    for told in found:
        block = bisect_right(starts, doc[told.start].idx) - 1
        if block != anchor.block and not anchor.narrative:
            anchor.explicit = False  # a new paragraph of a report counts from publication again
        anchor.block = block
        resolved = resolve(told, anchor, direction(doc, told.start) if _wants_direction(told) else -1)
        if _leads_to_event(told, doc):
            resolved = replace(resolved, interval=None)
        relation = resolved.relation or _relation(doc, told)
        if told.kind == "duration" and resolved.interval is None:
            resolved = _bounded(told, resolved, doc, anchor)
        if told.kind in _MOVING and resolved.interval and told.start not in heads:
            _move(anchor, told, resolved)
        here = Told(told, resolved, relation, told.start in heads)
        stretch = _range(last, here, doc) if last else None
        if (
            anchor.narrative
            and stretch
            and stretch.interval
            and stretch.interval.granularity is Granularity.LONG
        ):
            anchor.running = stretch.interval  # "(June 2012 - April 2013)": what follows lies in it
        elif told.kind == "years" and anchor.running is None:
            anchor.running = resolved.interval
        last = here
        yield here


def _leads_to_event(told: Expression, doc: Doc) -> bool:
    """ "Two days after" counts from what it is followed by, not from the running date."""
    if doc[told.end - 1].lower_ not in {"after", "before"} or told.end >= len(doc):
        return False
    following = doc[told.end]
    return following.pos_ not in {"PUNCT", "SPACE", "CCONJ", "ADP", "AUX"} and following.tag_ != "VBD"


def _reversed(told: tuple[Told, ...]) -> dict[int, tuple[int, float, str]]:
    found = {}
    for here in told:
        e = here.expression
        sense = e.fields.get("sense") or (
            e.fields.get("shift", "") if e.rule == "unit after or before" else ""
        )
        count = number(e.fields.get("count", "one"))
        if here.resolved.interval is None and sense in {"after", "before"} and count:
            found[e.start] = (e.end, -count if sense == "after" else count, singular(e.fields["unit"]))
    return found


def _wants_direction(told: Expression) -> bool:
    return (
        told.kind in {"weekday", "weekend", "date", "days", "season", "months", "holiday"}
        and "year" not in told.fields
    )


def _move(anchor: Anchor, told: Expression, resolved: Resolved) -> None:
    if anchor.narrative and told.fields.get("shift") in {"previous", "preceding", "before"}:
        return
    if (
        anchor.narrative
        and resolved.interval
        and resolved.interval.granularity in {Granularity.YEAR, Granularity.LONG}
    ):
        if anchor.running and anchor.running.start in resolved.interval:
            return  # "that year" says less than the running day
    anchor.running = resolved.interval
    anchor.explicit = resolved.explicit or (anchor.explicit and resolved.relative)


def _relation(doc: Doc, told: Expression) -> str:
    at = told.start - 1
    while at >= 0 and doc[at].lower_ in _HEDGES:
        at -= 1
    first = RELATIONS.get(doc[told.start].lower_)
    if first in {"from", "between"}:
        return "on"  # the rule itself took both ends
    return RELATIONS.get(doc[at].lower_, "on") if at >= 0 else "on"


def _bounded(told: Expression, resolved: Resolved, doc: Doc, anchor: Anchor) -> Resolved:
    """A duration that ends now ("have held it for two years") or that begins at the running date ("within two days")."""
    relation, count = _relation(doc, told), number(told.fields.get("count"))
    unit = singular(told.fields["unit"])
    if count is None or unit in {"hour", "minute", "second"}:
        return resolved
    if relation == "for" and anchor.published and not anchor.narrative and _reaches_now(doc, told):
        start = add(anchor.published, -count, unit)
        if start:
            interval = Interval.of(start, anchor.published, Granularity.OPEN)
            return replace(
                resolved,
                interval=interval,
                relative=True,
                reason=f"{count:g} {unit} up to {anchor.published}",
            )
    if relation == "within":
        later = direction(doc, told.start) > 0 or anchor.running is None
        base = anchor.published if later and not anchor.narrative else anchor.day
        end = add(base, count, unit) if base else None
        if base and end:
            interval = Interval.of(base, end, Granularity.DAYS)
            return replace(
                resolved,
                interval=interval,
                relative=True,
                relation="within",
                reason=f"within {count:g} {unit} of {base}",
            )
    return resolved


def _reaches_now(doc: Doc, told: Expression) -> bool:
    following = doc[told.end].lower_ if told.end < len(doc) else ""
    return following == "now" or is_perfect(doc, told.start)


def ends(told: Told) -> list[tuple[int, int, str]]:
    """The expression as tokens and values, a range ("10-12 May", "2014-15") as its two ends."""
    e, interval = told.expression, told.resolved.interval
    if (
        e.kind not in {"days", "months", "years"}
        or interval is None
        or interval.start is None
        or e.end - e.start < 3
    ):
        return [(e.start, e.end, told.resolved.value)]
    size = len(told.resolved.value)
    cut = e.start + 2 if e.kind != "days" else e.start + 1 + (e.rule == "month and its days")
    return [(e.start, cut, interval.start.isoformat()[:size]), (cut, e.end, told.resolved.value)]


def _mentions(told: tuple[Told, ...], doc: Doc) -> Iterator[TimeMention]:
    skip = False
    for index, here in enumerate(told):
        after = told[index + 1] if index + 1 < len(told) else None
        if skip:
            skip = False
            continue
        if here.expression.kind in {"bare", "frequency"} or here.resolved.value in {"PAST_REF", "FUTURE_REF"}:
            continue
        if here.expression.kind == "reference" and index and _is_tail(told[index - 1], here):
            continue
        joined = _range(here, after, doc) if after else None
        skip = joined is not None
        yield joined or _mention(here)


def _is_tail(before: Told, here: Told) -> bool:
    """ "For two years now" is one expression."""
    return before.expression.kind == "duration" and before.expression.end == here.expression.start


def _mention(here: Told) -> TimeMention:
    e, r = here.expression, here.resolved
    relation = (
        "since"
        if here.relation == "from"
        else "on"
        if here.relation in {"between", "within"}
        else here.relation
    )
    interval = r.interval and _bound(r.interval, relation)
    return TimeMention(
        e.start,
        e.end,
        interval,
        relation,
        r.relative,
        f"{e.rule}: {r.reason}" if r.reason else e.rule,
        r.value,
    )


def _bound(interval: Interval, relation: str) -> Interval:
    """The interval with the bounds that its preposition gives it."""
    if relation in {"since", "after"}:
        return Interval(interval.start, None, Granularity.OPEN)
    if relation in {"until", "by"}:
        return Interval(None, interval.end, Granularity.OPEN)
    if relation == "before":
        return Interval(None, interval.start, Granularity.OPEN)
    return interval


def _range(here: Told, after: Told, doc: Doc) -> TimeMention | None:
    """Two dates that bound one stretch: "from June 2014 to March 2015"."""
    between = [token.lower_ for token in doc[here.expression.end : after.expression.start]]
    words = [word for word in between if word != "the"]
    joins = (set(words) <= _JOINS and len(words) == 1) or (here.relation == "between" and words == ["and"])
    first, last = here.resolved.interval, after.resolved.interval
    if not joins or first is None or last is None or first.start is None or last.last is None:
        return None
    if words[0] in {"-", "–", "—"} and here.expression.kind != after.expression.kind:
        return None
    start = first.start
    while start > last.last and here.resolved.relative:
        earlier = add(start, -1, "year")
        if earlier is None:
            return None
        start = earlier
    if start > last.last or last.last - start > timedelta(days=366 * 120):
        return None
    kind = max(first.granularity, last.granularity, key=list(Granularity).index)
    wide = last.last - start > timedelta(days=62)
    span = Interval.of(
        start, last.last, Granularity.LONG if wide else Granularity.DAYS if kind is Granularity.DAY else kind
    )
    relative = here.resolved.relative or after.resolved.relative
    reason = f"from {here.expression.rule} to {after.expression.rule}"
    return TimeMention(
        here.expression.start, after.expression.end, span, "during", relative, reason, after.resolved.value
    )
