"""When it could have been: the intervals that the times around a claim offer, with what speaks for each."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from whoheld.model import NO_TIME, Interval
from whoheld.reading.mentions import TimeMention
from whoheld.reading.times.attach import Link, climb, head_of, link
from whoheld.reading.times.forms import days_of, forms, length_forms, publication_forms, shape, size, stretch, whole_of
from whoheld.reading.times.history import Telling, offered
from whoheld.reading.times.site import Site
from whoheld.reading.times.tense import words

INSIDE = 4  # mentions of the sentence that are weighed
BACK = 5  # running dates before the sentence
AHEAD = 2  # dates after the sentence
NEAR = 90  # tokens after the sentence in which they stand
LOOKED = 40  # mentions that are looked at for running dates
MAIN = 2.0  # a date within this of a sentence's root is what the sentence is about
PER_TOKEN = 0.03  # what a token between a word and a date costs

CLOSE = frozenset({"back=0", "back=1"})  # running dates of which the eve and the morrow are options too

Before = tuple[TimeMention, int, float]


@dataclass(slots=True)
class TimeOption:
    """One possible time of a claim.

    Attributes:
        interval: the days.
        mention: the expression that it comes from, if any.
        why: how it comes from it, in words.
        names: the features that hold for it.
    """

    interval: Interval
    mention: TimeMention | None
    why: str
    names: set[str] = field(default_factory=set)


class Options:
    """The options of one claim, those of the same days put together."""

    def __init__(self) -> None:
        self.found: dict[tuple[date | None, date | None], TimeOption] = {}

    def add(self, interval: Interval | None, mention: TimeMention | None, why: str, names: set[str]) -> None:
        """Add what speaks for some days."""
        if interval is not None:
            option = self.found.setdefault((interval.start, interval.end), TimeOption(interval, mention, why))
            option.names |= names


def time_options(site: Site, ruled: Interval, how: str) -> list[TimeOption]:
    """All options of a claim, the answer of the rules first.

    Args:
        site: where it stands.
        ruled: what the rules say.
        how: which of them.
    """
    options, before = Options(), list(_before(site))
    options.add(ruled, None, "by rule", {"rule", f"rule:{how}"})
    for form, interval in publication_forms(site.published) if site.published else ():
        options.add(interval, None, f"{form} of publication", {f"pub={form}"})
    _in_sentence(site, options)
    _told_before(site, options, before)
    _told_after(site, options)
    _lengths(site, options, before)
    options.add(NO_TIME, None, "no date is told", {"none"})
    for name, interval in offered(site):
        options.add(interval, None, "the time of a claim before", {name})
    running = whole_of(site, before[0][0]) if before else None
    telling, tally = Telling(site, running), site.told.tally
    most = max(tally.values(), default=0)
    for ends, option in options.found.items():
        option.names |= shape(option.interval, site.published)
        option.names.update(telling.names(option.interval))
        option.names |= {f"tally={min(tally[ends], 3)}", f"most={1 < tally[ends] == most}"}
    return list(options.found.values())


def _in_sentence(site: Site, options: Options) -> None:
    above = climb(site.trigger)
    links = [link(site.doc, above, site.trigger.i, m) for m in site.usable(*site.sentence)]
    links.sort(key=lambda way: way.cost + PER_TOKEN * abs(way.mention.start - site.trigger.i))
    nearest = links[:INSIDE]
    for rank, way in enumerate(nearest):
        _forms(site, options, way, "in", _link_features(site, way) | {f"rank={rank}", f"of={len(nearest)}"})
    by_place = sorted((way.mention for way in nearest[:3]), key=lambda m: m.start)
    for at, first in enumerate(by_place):
        for last in by_place[at + 1 :]:
            options.add(stretch(whole_of(site, first), whole_of(site, last)), last, "between dates", {"pair=in"})


def _link_features(site: Site, way: Link) -> set[str]:
    mention, trigger = way.mention, site.trigger.i
    side = "before" if mention.end <= trigger else "after"
    head = head_of(site.doc, mention.start, mention.end)
    over = head.head if head.dep_ == "pobj" else head
    verb = over.head
    return {
        f"cost={min(int(way.cost / 0.6), 9)}", side, f"{side}:cost={min(int(way.cost / 1.2), 4)}",
        f"gap={min(abs(mention.start - trigger) // 5, 6)}", f"ending={way.ending}", f"under={way.under}",
        f"same={verb.i == trigger}", f"says={verb.lemma_ in words('reporting')}:{trigger == verb.i}",
        f"over={verb.dep_}", f"prep={over.lower_ if over is not head else '-'}",
    }  # fmt: skip


def _forms(site: Site, options: Options, way: Link, where: str, names: set[str]) -> None:
    """What a mention can mean for the claim."""
    mention, whole = way.mention, whole_of(site, way.mention)
    grain = whole.granularity.value
    known = names | {f"grain={grain}", f"rel={mention.relation}", f"kind={mention.reason.split(':')[0]}"}
    near = where == "in" or not known.isdisjoint(CLOSE)
    for form, interval in forms(site, way, whole, near=near):
        here = f"{where}={form}"
        own = set(map(_pairs(here).__getitem__, known))
        own |= {here, f"{here}:{mention.relation}", f"{here}:{grain}"}
        options.add(interval, mention, f"{form} of {mention.reason}", own)


class _Pairs(dict[str, str]):
    """The names of pairs with one feature; the same few pairs are asked for again and again."""

    def __init__(self, first: str) -> None:
        super().__init__()
        self.first = first

    def __missing__(self, name: str) -> str:
        pair = self[name] = f"{self.first}|{name}"
        return pair


@cache
def _pairs(first: str) -> _Pairs:
    return _Pairs(first)


def _before(site: Site) -> Iterator[Before]:
    """The dates told before the sentence, the nearest first, with sentences between and distance from the root."""
    mentions, seen = site.told.mentions, set()
    index = bisect_left(mentions, site.sentence[0], key=lambda m: m.start)
    for mention in reversed(mentions[max(0, index - LOOKED) : index]):
        if mention.interval is None or mention.start in site.told.datelines or mention.value.endswith("_REF"):
            continue
        key = (mention.interval.start, mention.interval.end)
        if key in seen:
            continue
        seen.add(key)
        root = site.doc[mention.start].sent.root
        yield mention, site.sentences_from(mention.start), link(site.doc, {root.i: 0.0}, root.i, mention).cost
        if len(seen) == BACK:
            return


def _told_before(site: Site, options: Options, before: list[Before]) -> None:
    later: TimeMention | None = None
    for rank, (mention, sentences, cost) in enumerate(before):
        names = {
            f"back={rank}", f"sentences={min(sentences, 5)}", f"main={cost <= MAIN}",
            f"par={site.same_block(mention.start)}", f"shares={site.shares(mention.start)}",
        }  # fmt: skip
        _forms(site, options, Link(mention, 0.0), "back", names)
        if later is not None:
            span = stretch(whole_of(site, mention), whole_of(site, later))
            options.add(span, later, "between dates before", {"pair=back", f"pair=back:{rank}"})
        later = mention
    for mention in site.usable(*site.sentence)[:2] if before else ():
        span = stretch(whole_of(site, before[0][0]), whole_of(site, mention))
        options.add(span, mention, "from the running date", {"pair=to"})


def _told_after(site: Site, options: Options) -> None:
    following = site.usable(site.sentence[1], site.sentence[1] + NEAR)
    for rank, mention in enumerate(following[:AHEAD]):
        names = {f"next={rank}", f"par={site.same_block(mention.start)}"}
        _forms(site, options, Link(mention, 0.0), "next", names)


def _lengths(site: Site, options: Options, before: list[Before]) -> None:
    """So long up to a date, or from it: "three days of shelling", "held it for a week"."""
    lengths = [(m, days) for m in site.between(*site.sentence) if m.interval is None and (days := days_of(m.value))]
    if not lengths:
        return
    bases = [("in", whole_of(site, m)) for m in site.usable(*site.sentence)[:2]]
    bases += [("back", whole_of(site, m)) for m, _, _ in before[:1]]
    if site.published:
        bases.append(("pub", Interval.of(site.published, site.published)))
    for mention, days in lengths[:2]:
        for where, base in bases:
            for form, interval in length_forms(base, days):
                name = f"long={form}:{where}"
                options.add(interval, mention, "so long", {name, f"{name}:{mention.relation}:{size(days)}"})
