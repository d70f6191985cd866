"""Parts of claims in the words that tables and pages show: parties, days, numbers, speakers."""

import unicodedata
from calendar import monthrange
from datetime import date

from whoheld.documents import day_label
from whoheld.model import AUTHOR, Claim, Count, Document, Granularity, Interval, Status
from whoheld.views.phrases import sentence

NOBODY = "–"
_PART_OF_MONTH = {(1, 10): "early", (11, 20): "mid"}


def told(claim: Claim) -> str:
    """The claim as a sentence, opened by its status where it is not asserted."""
    lead = "" if claim.status is Status.ASSERTED else f"{claim.status.value.title()}: "
    names = (one.name if one else "" for one in (claim.actor, claim.recipient, claim.place))
    return shown(lead + sentence(claim.kind, *names))


def party(name: str | None) -> str:
    """A name, or a dash where there is none."""
    return shown(name) if name else NOBODY


def said_by(claim: Claim, document: Document) -> str:
    """Who answers for it: the speaker; of what a text says in its own voice the outlet, where it is known."""
    own = claim.speaker.name == AUTHOR and document.source
    return shown(document.source if own else claim.speaker.name)


def when(interval: Interval) -> str:
    """An interval as no reader can mistake it: 10–11 Dec 2016, May 2015, since 3 Mar 2016."""
    first, last = interval.start, interval.last
    if first and last:
        return _both(first, last, interval.granularity)
    if first:
        return f"since {day_label(first)}"
    return f"until {day_label(last)}" if last else NOBODY


def _both(first: date, last: date, granularity: Granularity) -> str:
    if first == last:
        return day_label(first)
    if _whole_month(first, last):
        return _month(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    part = _PART_OF_MONTH.get((first.day, last.day)) or ("late" if last.day >= 28 and first.day == 21 else None)
    if part and granularity is Granularity.PART and _month(first) == _month(last):
        return f"{part} {_month(first)}"
    return _range(first, last)


def _whole_month(first: date, last: date) -> bool:
    return _month(first) == _month(last) and (first.day, last.day) == (
        1,
        monthrange(last.year, last.month)[1],
    )


def _month(day: date) -> str:
    return day_label(day).split(" ", 1)[1]


def _range(first: date, last: date) -> str:
    if _month(first) == _month(last):
        return f"{first.day}–{day_label(last)}"
    if first.year == last.year:
        return f"{day_label(first).rsplit(' ', 1)[0]} – {day_label(last)}"
    return f"{day_label(first)} – {day_label(last)}"


def number(count: Count) -> str:
    """A count in words: at least 12 soldiers killed."""
    low, high = count.low, count.high
    if low is None and high is None:
        size = "some"
    elif low == high:
        size = f"{low:,}"
    elif high is None:
        size = f"at least {low:,}"
    else:
        size = f"up to {high:,}" if low is None else f"{low:,} to {high:,}"
    fate = "" if count.what.value in {"other", "fighters"} else count.what.value
    of = shown(count.of) if count.of else ("fighters" if count.what.value == "fighters" else "people")
    return " ".join(filter(None, (size, of, fate)))


def shown(text: str) -> str:
    """A text on one line, without the control and direction marks that could rewrite a terminal or a page."""
    return " ".join("".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} else c for c in text).split())
