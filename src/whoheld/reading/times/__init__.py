"""When things happened: expressions of time, what they resolve to, and which of them dates a claim."""

from whoheld.reading.mentions import TimeMention
from whoheld.reading.page import Page
from whoheld.reading.times.find import chronicle
from whoheld.reading.times.site import About, Dated
from whoheld.reading.times.when import when_of

__all__ = ["About", "Dated", "find_times", "timex_value", "when_of"]


def find_times(page: Page) -> list[TimeMention]:
    """The expressions of time that the page tells, in order, each resolved to days where that can be done."""
    return list(chronicle(page).mentions)


def timex_value(mention: TimeMention) -> str:
    """The mention as the VAL attribute of TIMEX3: ``1941-06-22``, ``1941-SU``, ``P3D``, ``PRESENT_REF``."""
    return mention.value
