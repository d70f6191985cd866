"""From chosen matches to claims with every field filled."""

from whoheld.codebooks.kinds import kind as kind_of
from whoheld.model import Claim, Location, Status, Timing
from whoheld.reading.certainty import is_event, status_of
from whoheld.reading.counts import counts_of
from whoheld.reading.frames.choose import Chosen
from whoheld.reading.frames.echo import disputes
from whoheld.reading.page import Page
from whoheld.reading.roles import Filled, Pickers, Story, fill
from whoheld.reading.roles.site import Site
from whoheld.reading.speech import speaker_of
from whoheld.reading.times import About, Dated, when_of


def story_of(page: Page) -> Story:
    """The story of a page before its first claim."""
    story = Story()
    story.parties.update(mention.name for mention in page.actors if mention.name)
    story.places.update(mention.name for mention in page.places if not mention.adjective)
    until = opening_end(page)
    opening = {m.name for m in page.places if m.start < until} | {m.name or "" for m in page.actors if m.start < until}
    story.opening = frozenset(opening - {""})
    return story


def opening_end(page: Page) -> int:
    """The token after the title, if there is one, and the first sentence of the body."""
    body = len(page.document.title) + 1 if page.document.title else 0
    return next((s.end for s in page.doc.sents if s.end_char > body + 1), len(page.doc))


def claims_of(page: Page, chosen: Chosen, story: Story, pickers: Pickers, reader: str) -> list[Claim]:
    """The claims that a chosen match makes: one for each place that it lists.

    Args:
        page: the page, its mentions found.
        chosen: the match.
        story: what the page told before; the claim is added.
        pickers: what chooses the fillers of roles.
        reader: name and version of the reader and its model.
    """
    match, trigger = chosen.match, chosen.match.trigger
    if not is_event(page, trigger.i):
        return []
    filled = fill(Site(page, match, story, chosen.start, chosen.end), pickers)
    places: tuple[Location | None, ...] = filled.places or (None,)
    status, reason = status_of(page, trigger.i, match.frame.kind)
    if disputes(match.frame) and status is Status.ASSERTED:
        status, reason = Status.DENIED, "somebody denies what was told before"
    when = _dated(page, trigger.i, About(match.frame.kind, status, *_named(filled)), story)
    return [
        Claim(
            doc=page.document.id,
            evidence=page.span(chosen.start, chosen.end),
            kind=match.frame.kind,
            actor=filled.actor,
            recipient=filled.recipient,
            place=place,
            when=when,
            speaker=speaker_of(page, trigger.i),
            status=status,
            status_reason=reason,
            counts=counts_of(page, trigger.i, chosen.start, chosen.end, match.frame.kind) if number == 0 else (),
            trigger=page.span(trigger.i, trigger.i + 1),
            repeats=page.repeats(chosen.start, chosen.end),
            confidence=round(chosen.score, 3),
            reader=reader,
        )
        for number, place in enumerate(places)
    ]


def _named(filled: Filled) -> tuple[str | None, frozenset[str]]:
    """The place and the parties of a claim, by name."""
    parties = frozenset(party.name for party in (filled.actor, filled.recipient) if party)
    return filled.places[0].name if filled.places else None, parties


def _dated(page: Page, trigger: int, about: About, story: Story) -> Timing:
    """When a claim was; the story keeps it."""
    when = when_of(page, trigger, state=kind_of(about.kind).is_state, about=about, dated=story.dated)
    story.dated.append(Dated(trigger, about.kind, about.place, about.parties, when.interval))
    return when
