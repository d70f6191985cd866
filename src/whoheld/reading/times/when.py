"""The time of a claim: the rules answer, and where more is known of it their answer is weighed against others."""

from collections.abc import Sequence

from whoheld.model import Timing
from whoheld.reading.page import Page
from whoheld.reading.times.find import chronicle
from whoheld.reading.times.options import time_options
from whoheld.reading.times.pick import best, packaged
from whoheld.reading.times.rules import by_rules
from whoheld.reading.times.site import About, Dated, Site


def when_of(
    page: Page,
    trigger: int,
    *,
    state: bool = False,
    about: About | None = None,
    dated: Sequence[Dated] = (),
) -> Timing:
    """The time of the claim that the word at ``trigger`` states.

    Args:
        page: the text.
        trigger: index of the token.
        state: the claim tells how things are (a hold, a siege, support), not what happened.
        about: what else is known of the claim; without it the rules alone answer.
        dated: the claims dated before, in the order of the text.
    """
    site = Site(page, chronicle(page), page.doc[trigger], state, about or About(""), dated)
    how, ruled = by_rules(site)
    if about is None:
        return ruled
    chosen = best(time_options(site, ruled.interval, how), packaged(site.contexts()))
    if chosen.interval == ruled.interval:
        return ruled
    mention = page.span(chosen.mention.start, chosen.mention.end) if chosen.mention else None
    return Timing(chosen.interval, mention, chosen.why)
