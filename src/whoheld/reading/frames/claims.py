"""From chosen matches to claims with every field filled."""

from whoheld.codebooks.kinds import kind as kind_of
from whoheld.model import Claim, Location
from whoheld.reading.certainty import is_event, status_of
from whoheld.reading.counts import counts_of
from whoheld.reading.frames.choose import Chosen
from whoheld.reading.frames.parties import parties_of
from whoheld.reading.frames.places import places_of
from whoheld.reading.page import Page
from whoheld.reading.speech import speaker_of
from whoheld.reading.times import when_of


def claims_of(page: Page, chosen: Chosen, reader: str) -> list[Claim]:
    """The claims that a chosen match makes: one for each place that it lists.

    Args:
        page: the page, its mentions found.
        chosen: the match.
        reader: name and version of the reader and its model.
    """
    match, trigger = chosen.match, chosen.match.trigger
    if not is_event(page, trigger.i):
        return []
    actor, recipient = parties_of(page, match)
    places: list[tuple[Location | None, str]] = list(places_of(page, match, chosen.start, chosen.end)) or [(None, "")]
    status, reason = status_of(page, trigger.i, match.frame.kind)
    span = page.span(chosen.start, chosen.end)
    return [
        Claim(
            doc=page.document.id,
            evidence=span,
            kind=match.frame.kind,
            actor=actor,
            recipient=recipient,
            place=place,
            when=when_of(page, trigger.i, state=kind_of(match.frame.kind).is_state),
            speaker=speaker_of(page, trigger.i),
            status=status,
            status_reason=reason,
            counts=counts_of(page, trigger.i, chosen.start, chosen.end, match.frame.kind) if number == 0 else (),
            trigger=page.span(trigger.i, trigger.i + 1),
            repeats=page.repeats(chosen.start, chosen.end),
            confidence=round(chosen.score, 3),
            reader=reader,
        )
        for number, (place, _) in enumerate(places)
    ]
