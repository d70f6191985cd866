"""The time of a claim: of the mention that dates its trigger, else of what the text was last about."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span as TokenSpan, Token

from whoheld.model import NO_TIME, Granularity, Interval, Timing
from whoheld.reading.mentions import TimeMention
from whoheld.reading.page import Page
from whoheld.reading.times.anchor import direction
from whoheld.reading.times.attach import UP, climb, distance
from whoheld.reading.times.find import Chronicle, chronicle

REACH = 3.4  # a date that costs more than this belongs to another clause
PER_TOKEN = 0.02  # of two dates as near along the parse the one nearer in the line
BACKWARD = 40  # sentences that a running date may be carried


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a claim stands."""

    page: Page
    told: Chronicle
    trigger: Token
    sentence: TokenSpan
    state: bool

    @property
    def doc(self) -> Doc:
        return self.page.doc


def when_of(page: Page, trigger: int, *, state: bool = False) -> Timing:
    """The time of the claim that the word at ``trigger`` states.

    Args:
        page: the text.
        trigger: index of the token.
        state: the claim tells how things are (a hold, a siege, support), not what happened.
    """
    token = page.doc[trigger]
    here = _Place(page, chronicle(page), token, token.sent, state)
    return _in_sentence(here) or _inherited(here) or _default(here)


def _in_sentence(here: _Place) -> Timing | None:
    above = climb(here.trigger, UP)
    usable = _usable(here.told, here.sentence.start, here.sentence.end)
    ranked = [(distance(here.doc, above, m) + PER_TOKEN * abs(m.start - here.trigger.i), m) for m in usable]
    spent, mention = min(ranked, key=lambda pair: pair[0], default=(99.0, None))
    if mention is None or spent > REACH:
        return None
    return _timing(here, mention, "told with it")


def _usable(told: Chronicle, start: int, end: int) -> list[TimeMention]:
    mentions = told.mentions
    first = bisect_left(mentions, start, key=lambda m: m.start)
    found = []
    for mention in mentions[first:]:
        if mention.start >= end:
            break
        if mention.interval is not None and mention.start not in told.datelines:
            found.append(mention)
    return found


def _timing(here: _Place, mention: TimeMention, why: str) -> Timing:
    interval = bounded(here, mention)
    return Timing(interval, here.page.span(mention.start, mention.end), f"{why}: {mention.reason}")


def bounded(here: _Place, mention: TimeMention) -> Interval:
    """The days of a mention, with the ends that its relation leaves open closed where the text's own day closes them."""
    interval = mention.interval or NO_TIME
    if mention.relation == "since" and interval.end is None and interval.start:
        now = here.told.published if not here.told.narrative else _running_day(here)
        if now and now >= interval.start:
            return Interval.of(interval.start, now, Granularity.OPEN)
    if mention.relation == "until" and interval.end and _negated(here.trigger):
        return here.told.whole.get(mention.start, interval)  # "not until December" is in December
    return interval


def _negated(trigger: Token) -> bool:
    return any(child.dep_ == "neg" for child in trigger.children) or any(
        c.dep_ == "neg" for c in trigger.head.children
    )


def _running_day(here: _Place) -> date | None:
    found = _last_before(here, here.sentence.start)
    return found.interval.last if found and found.interval else None


def _inherited(here: _Place) -> Timing | None:
    if here.state and not here.told.narrative:
        return None
    mention = _last_before(here, here.sentence.start)
    return _timing(here, mention, "the running date") if mention else None


def _last_before(here: _Place, start: int) -> TimeMention | None:
    """The main date of the nearest sentence before a token that has one."""
    told, doc = here.told, here.doc
    index = bisect_left(told.mentions, start, key=lambda m: m.start)
    for mention in reversed(told.mentions[max(0, index - BACKWARD) : index]):
        if (
            mention.interval is None
            or mention.start in told.datelines
            or mention.relation in {"since", "until", "before", "for"}
        ):
            continue
        root = doc[mention.start].sent.root
        if distance(doc, {root.i: 0.0}, mention) <= 2.0:
            return mention
    return None


def _default(here: _Place) -> Timing:
    day = here.told.published
    if day is None or here.told.narrative:
        return Timing(NO_TIME, None, "no date is told")
    if direction(here.doc, here.trigger.i) > 0:
        return Timing(Interval(day, None, Granularity.OPEN), None, "ahead of the day of publication")
    return Timing(Interval.of(day, day), None, "the day of publication")
