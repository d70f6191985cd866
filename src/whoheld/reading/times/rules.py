"""The time of a claim by rules: of the mention that dates its trigger, else of what the text was last about."""

from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Doc

from whoheld.model import NO_TIME, Granularity, Interval, Timing
from whoheld.reading.mentions import TimeMention
from whoheld.reading.times.attach import Link, climb, link
from whoheld.reading.times.bounds import FINE, Claimed, bounded
from whoheld.reading.times.calendar import add
from whoheld.reading.times.find import Chronicle
from whoheld.reading.times.site import Site
from whoheld.reading.times.tense import is_present, words

REACH = 3.8  # a date that costs more than this belongs to another clause
MAIN = 2.0  # a date within this of a sentence's root is what the sentence is about
PER_TOKEN = 0.03
FAR = 110  # tokens over which a report's date still dates what follows
LEDE = 90  # tokens of the body in which its main date is looked for
BACKWARD = 40  # mentions that are looked back over for a running date
_RECORDS = frozenset({"first", "only", "second", "last"})
_UNFIT = frozenset({"since", "until", "before", "for"})  # relations whose mention is no running date


def by_rules(site: Site) -> tuple[str, Timing]:
    """The time that the rules give to a claim, and which of them gave it."""
    rules = (("event", _by_event), ("sentence", _in_sentence), ("running", _inherited))
    return next(((name, timing) for name, rule in rules if (timing := rule(site))), ("default", _default(site)))


def _in_sentence(here: Site) -> Timing | None:
    """The date that stands nearest along the parse."""
    above = climb(here.trigger)
    usable = [m for m in here.usable(*here.sentence) if _fits(here, m)]
    links = [link(here.doc, above, here.trigger.i, mention) for mention in usable]
    best = min(links, key=lambda way: way.cost + PER_TOKEN * abs(way.mention.start - here.trigger.i), default=None)
    return _timing(here, best, "told with it") if best and best.cost <= REACH else None


def _by_event(here: Site) -> Timing | None:
    """Dates the truce in "they left two days after the truce was signed" from their leaving."""
    for start, (end, count, unit) in here.told.reversed.items():
        if not here.sentence[0] <= start < here.trigger.i:
            continue
        opener, above = here.doc[end - 1], climb(here.trigger)
        clause = opener.head if opener.dep_ == "mark" else opener
        if above.get(clause.i, 99.0) > 1.0:
            continue
        base = _base(replace(here, trigger=clause.head)) if clause.head.i != clause.i else None
        day = add(base.start, count, unit) if base and base.start and base.granularity in FINE else None
        return Timing(
            Interval.of(day, day) if day else NO_TIME,
            here.page.span(start, end),
            f"{abs(count):g} {unit} from the main clause",
        )
    return None


def _base(here: Site) -> Interval | None:
    timing = _in_sentence(here) or _inherited(here)
    return timing.interval if timing else None


def _fits(here: Site, mention: TimeMention) -> bool:
    """What lies ahead has no past date; "the first since 2012" dates what came before it."""
    if here.ahead and here.told.published and mention.interval and mention.relation != "since":
        return mention.interval.end is None or mention.interval.end > here.told.published
    return mention.relation != "since" or not _is_record(here.doc, mention.start)


def _is_record(doc: Doc, start: int) -> bool:
    return any(token.lower_ in _RECORDS or token.tag_ == "JJS" for token in doc[max(0, start - 7) : start - 1])


def _timing(here: Site, way: Link, why: str) -> Timing:
    mention, told = way.mention, here.told
    published = None if told.narrative else told.published
    running = _last_before(here) if published is None else None
    now = published or (running.interval.last if running and running.interval else None)
    if way.ending == "since" and _is_record(here.doc, mention.start):
        way = replace(way, ending="")
    whole = told.whole.get(mention.start) if mention.relation != "during" else None
    claimed = Claimed(here.trigger, here.state, here.ahead, now, published, whole or mention.interval or NO_TIME)
    return Timing(bounded(way, claimed), here.page.span(mention.start, mention.end), f"{why}: {mention.reason}")


def _inherited(here: Site) -> Timing | None:
    """The running date; what a report says of the present or of what lies ahead has none."""
    if here.in_title:
        mention = _first_after(here)
    elif not here.told.narrative and (here.state or here.ahead or is_present(here.trigger)):
        return None
    else:
        mention = _last_before(here)
    if mention is None:
        return None
    if not here.in_title and _has_gone_on(here, mention):
        return Timing(Interval.of(None, here.told.published, Granularity.OPEN), None, "some time before publication")
    return _timing(here, Link(mention, 0.0), "the running date")


def _has_gone_on(here: Site, mention: TimeMention) -> bool:
    """A report's last date is too far back to be sure of, or the clause tells what has happened by now."""
    if here.told.narrative or here.told.published is None:
        return False
    auxes = {child.lower_ for child in here.trigger.lefts if child.dep_ in {"aux", "auxpass"}}
    return bool(auxes & words("has")) or _is_far(here, mention)


def _is_far(here: Site, mention: TimeMention) -> bool:
    blocks, at = here.page.blocks, here.doc[mention.start].idx
    index = blocks.index(here.page.block_of(here.trigger.idx))
    if at >= blocks[index].parsed:
        return False
    return here.trigger.i - mention.start > FAR or at < blocks[max(0, index - 1)].parsed


def _first_after(here: Site) -> TimeMention | None:
    """The first date that the body gives to what the title tells."""
    after = here.usable(here.sentence[1], here.sentence[1] + LEDE)
    return next((m for m in after if m.relation in {"on", "during", "by"}), None)


def _last_before(here: Site) -> TimeMention | None:
    """The main date of the nearest sentence before that has one."""
    told, doc = here.told, here.doc
    block = here.page.block_of(here.trigger.idx).parsed
    index = bisect_left(told.mentions, here.sentence[0], key=lambda m: m.start)
    for mention in reversed(told.mentions[max(0, index - BACKWARD) : index]):
        if told.narrative and doc[mention.start].idx < block:
            return None  # the running date of a paragraph is not sure to hold in the next
        if _is_running(told, mention):
            root = doc[mention.start].sent.root
            if link(doc, {root.i: 0.0}, root.i, mention).cost <= MAIN:
                return mention
    return None


def _is_running(told: Chronicle, mention: TimeMention) -> bool:
    if mention.interval is None or mention.start in told.datelines or mention.relation in _UNFIT:
        return False
    return mention.interval.granularity is not Granularity.LONG and not mention.value.endswith("_REF")


def _default(here: Site) -> Timing:
    day = here.told.published
    if day is None or here.told.narrative:
        return Timing(NO_TIME, None, "no date is told")
    if here.ahead:
        return Timing(Interval(day, None, Granularity.OPEN), None, "ahead of the day of publication")
    return Timing(Interval.of(day, day), None, "the day of publication")
