"""From expressions to mentions: ranges put together, bounds of prepositions worked in."""

from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Doc

from whoheld.model import Granularity, Interval
from whoheld.reading.mentions import TimeMention
from whoheld.reading.times.calendar import add
from whoheld.reading.times.told import Told, joins

LONGEST = timedelta(days=366 * 120)
WIDE = timedelta(days=62)  # a range over more than this is no running date
_TURNED = {"from": "since", "between": "on", "within": "on"}


def ends(told: Told) -> list[tuple[int, int, str]]:
    """The expression as tokens and values, a range ("10-12 May", "2014-15") as its two ends."""
    e, interval = told.expression, told.resolved.interval
    if e.kind not in {"days", "months", "years"} or interval is None or interval.start is None or e.end - e.start < 3:
        return [(e.start, e.end, told.resolved.value)]
    size = len(told.resolved.value)
    cut = e.start + 2 if e.kind != "days" else e.start + 1 + (e.rule == "month and its days")
    return [(e.start, cut, interval.start.isoformat()[:size]), (cut, e.end, told.resolved.value)]


def mentions_of(told: tuple[Told, ...], doc: Doc) -> Iterator[TimeMention]:
    """The expressions of use to a claim; two that bound one stretch become one mention."""
    skip = False
    for index, here in enumerate(told):
        after = told[index + 1] if index + 1 < len(told) else None
        if skip:
            skip = False
            continue
        if _is_idle(here) or (index and _is_tail(told[index - 1], here)):
            continue
        joined = stretch_of(here, after, doc) if after else None
        skip = joined is not None
        yield joined or _mention(here)


def _is_idle(here: Told) -> bool:
    """Whether it dates nothing: "at dawn", "daily", "former"."""
    kind = here.expression.kind
    vague = here.resolved.value in {"PAST_REF", "FUTURE_REF"}
    return kind in {"bare", "frequency"} or (kind == "reference" and vague)


def _is_tail(before: Told, here: Told) -> bool:
    """Whether it only closes a duration: "for two years now"."""
    return (before.expression.kind, here.expression.kind) == (
        "duration",
        "reference",
    ) and before.expression.end == here.expression.start


def _mention(here: Told) -> TimeMention:
    e, r = here.expression, here.resolved
    relation = _TURNED.get(here.relation, here.relation)
    interval = r.interval and _bound(r.interval, relation)
    reason = f"{e.rule}: {r.reason}" if r.reason else e.rule
    return TimeMention(e.start, e.end, interval, relation, r.relative, reason, r.value)


def _bound(interval: Interval, relation: str) -> Interval:
    """The interval with the bounds that its preposition gives it."""
    if relation in {"since", "after"}:
        return Interval(interval.start, None, Granularity.OPEN)
    if relation in {"until", "by"}:
        return Interval(None, interval.end, Granularity.OPEN)
    if relation == "before":
        return Interval(None, interval.start, Granularity.OPEN)
    return interval


def stretch_of(here: Told, after: Told, doc: Doc) -> TimeMention | None:
    """One mention of two dates that bound a stretch: "from June 2014 to March 2015"."""
    first, last = here.resolved.interval, after.resolved.interval
    if first is None or last is None or not _are_joined(here, after, doc):
        return None
    start = _start_before(first.start, last.last, relative=here.resolved.relative)
    if start is None or last.last is None:
        return None
    span = Interval.of(start, last.last, _granularity(first, last, last.last - start))
    relative = here.resolved.relative or after.resolved.relative
    reason = f"from {here.expression.rule} to {after.expression.rule}"
    ends_at, value = after.expression.end, after.resolved.value
    return TimeMention(here.expression.start, ends_at, span, "during", relative, reason, value)


def _are_joined(here: Told, after: Told, doc: Doc) -> bool:
    between = [token.lower_ for token in doc[here.expression.end : after.expression.start]]
    words = [word for word in between if word != "the"]
    if len(words) != 1:
        return False
    if words[0] in joins("dashes"):
        return here.expression.kind == after.expression.kind
    return words[0] in joins("words") or (here.relation == "between" and words[0] == "and")


def _start_before(start: date | None, last: date | None, *, relative: bool) -> date | None:
    """The start, put back by years where it came without one and falls after the end."""
    while start and last and start > last and relative:
        start = add(start, -1, "year")
    return start if start and last and start <= last and last - start <= LONGEST else None


def _granularity(first: Interval, last: Interval, length: timedelta) -> Granularity:
    if length > WIDE:
        return Granularity.LONG
    coarser = max(first.granularity, last.granularity, key=list(Granularity).index)
    return Granularity.DAYS if coarser is Granularity.DAY else coarser
