"""Expressions that say how long: durations with an end of their own, and steps from an event."""

from dataclasses import replace

from spacy.tokens import Doc

from whoheld.model import Granularity, Interval
from whoheld.reading.times.anchor import Anchor
from whoheld.reading.times.calendar import add
from whoheld.reading.times.grammar import Expression
from whoheld.reading.times.numbers import number, singular
from whoheld.reading.times.result import Resolved
from whoheld.reading.times.tense import direction, is_perfect
from whoheld.reading.times.told import Told, relation_of


def bound_duration(told: Expression, resolved: Resolved, doc: Doc, anchor: Anchor) -> Resolved:
    """A duration that ends now ("have held it for two years") or begins then ("within two days")."""
    relation, count = relation_of(doc, told), number(told.fields.get("count"))
    unit = singular(told.fields["unit"])
    if count is None or unit in {"hour", "minute", "second"}:
        return resolved
    if relation == "for" and _reaches_now(doc, told):
        return _up_to_now(resolved, count, unit, anchor)
    if relation == "within":
        return _from_running(resolved, count, unit, anchor, later=direction(doc, told.start) > 0)
    return resolved


def _up_to_now(resolved: Resolved, count: float, unit: str, anchor: Anchor) -> Resolved:
    now = None if anchor.narrative else anchor.published
    start = add(now, -count, unit) if now else None
    if start is None:
        return resolved
    reason = f"{count:g} {unit} up to {now}"
    return replace(resolved, interval=Interval.of(start, now, Granularity.OPEN), relative=True, reason=reason)


def _from_running(resolved: Resolved, count: float, unit: str, anchor: Anchor, *, later: bool) -> Resolved:
    speaks_now = (later or anchor.running is None) and not anchor.narrative
    base = anchor.published if speaks_now else anchor.day
    end = add(base, count, unit) if base else None
    if base is None or end is None:
        return resolved
    reason = f"within {count:g} {unit} of {base}"
    interval = Interval.of(base, end, Granularity.DAYS)
    return replace(resolved, interval=interval, relative=True, relation="within", reason=reason)


def _reaches_now(doc: Doc, told: Expression) -> bool:
    following = doc[told.end].lower_ if told.end < len(doc) else ""
    return following == "now" or is_perfect(doc, told.start)


def leads_to_event(told: Expression, doc: Doc) -> bool:
    """Whether "two days after" counts from what it is followed by, not from the running date."""
    if doc[told.end - 1].lower_ not in {"after", "before"} or told.end >= len(doc):
        return False
    following = doc[told.end]
    return following.pos_ not in {"PUNCT", "SPACE", "CCONJ", "ADP", "AUX"} and following.tag_ != "VBD"


def steps_to_events(told: tuple[Told, ...]) -> dict[int, tuple[int, float, str]]:
    """By first token: end, count and unit of "two days after ..." as steps to the event that follows."""
    found = {}
    for here in told:
        e = here.expression
        sense = e.fields.get("sense") or (e.fields.get("shift", "") if e.rule == "unit after or before" else "")
        count = number(e.fields.get("count", "one"))
        if here.resolved.interval is None and sense in {"after", "before"} and count:
            found[e.start] = (e.end, -count if sense == "after" else count, singular(e.fields["unit"]))
    return found
