"""From what a mention denotes to when the claim holds: the ends that "since", "until" and "by" leave open."""

from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from whoheld.model import NO_TIME, Granularity, Interval
from whoheld.reading.times.attach import Link

FINE = frozenset({Granularity.DAY, Granularity.DAYS})


@dataclass(frozen=True, slots=True)
class Claimed:
    """What the bounds depend on.

    Attributes:
        trigger: the word that states the claim.
        state: it tells how things are.
        ahead: it tells what is intended, expected or supposed.
        now: the day up to which "since" counts: of publication, or the running day of a narrative.
        published: the day of publication where the text speaks from it.
        whole: the days that the mention names, without what its preposition makes of them.
    """

    trigger: Token
    state: bool
    ahead: bool
    now: date | None
    published: date | None
    whole: Interval


def bounded(link: Link, claimed: Claimed) -> Interval:
    """The days for which a claim is told, given the mention that dates it."""
    relation = link.ending or link.mention.relation
    if link.under:
        return claimed.whole
    if relation == "since":
        return _since(claimed)
    if relation in {"until", "till", "by"}:
        return _up_to(relation, claimed)
    if relation == "before":
        last = claimed.whole.last if link.ending else claimed.whole.start and claimed.whole.start - timedelta(days=1)
        return _ahead_from(claimed, last) or Interval.of(None, last, Granularity.OPEN)
    if link.ending:
        return claimed.whole
    return link.mention.interval or NO_TIME


def _since(claimed: Claimed) -> Interval:
    start, now = claimed.whole.start, claimed.now
    if start and now and now >= start:
        return Interval.of(start, now, Granularity.OPEN)
    return Interval(start, None, Granularity.OPEN)


def _up_to(relation: str, claimed: Claimed) -> Interval:
    """From now for what lies ahead; at that very time for a day named after "by" and for "not until"."""
    coming = _ahead_from(claimed, claimed.whole.last)
    if coming:
        return coming
    if relation == "by" and (claimed.state or claimed.whole.granularity in FINE):
        return claimed.whole
    if relation != "by" and negated(claimed.trigger):
        return claimed.whole
    return Interval(None, claimed.whole.end, Granularity.OPEN)


def _ahead_from(claimed: Claimed, last: date | None) -> Interval | None:
    if claimed.ahead and claimed.published and last and last >= claimed.published:
        return Interval.of(claimed.published, last, Granularity.OPEN)
    return None


def negated(trigger: Token) -> bool:
    """Whether a word, or the verb that it completes, is negated."""
    above = [trigger, trigger.head] if trigger.dep_ in {"xcomp", "ccomp"} else [trigger]
    return any(child.dep_ == "neg" for token in above for child in token.lefts)
