"""Who did it and to whom: the parties that the slots of a match name."""

from spacy.tokens import Token

from whoheld.codebooks.kinds import kind as kind_of
from whoheld.model import Party
from whoheld.reading.actors import parties_at
from whoheld.reading.frames.match import Match
from whoheld.reading.page import Page

HELD = frozenset({"held", "controlled", "occupied", "run"})


def parties_of(page: Page, match: Match) -> tuple[Party | None, Party | None]:
    """Actor and recipient of a match, each None where the text does not tell."""
    frame = match.frame
    actors = _in_slots(page, match, frame.actor, frozenset())
    actor = actors[0] if actors else None
    taken = frozenset({actor.name}) if actor else frozenset()
    recipients = _in_slots(page, match, frame.recipient, taken)
    if not recipients and kind_of(frame.kind).symmetric:
        recipients = [party for party in actors[1:] if party.name not in taken]
    if not recipients and frame.kind in {"capture", "offensive", "expulsion"}:
        recipients = _holders(page, match)
    return actor, recipients[0] if recipients else None


def _in_slots(page: Page, match: Match, slots: tuple[str, ...], taken: frozenset[str]) -> list[Party]:
    for slot in slots:
        heads = [match.trigger] if slot == "self" else match.slots.get(slot)
        found = [p for head in heads for p in parties_at(page, head.i, exclude=taken) if p.name not in taken]
        if found:
            return found
    return []


def _holders(page: Page, match: Match) -> list[Party]:
    """Who held what was taken: "captured the rebel-held town"."""
    for slot in match.frame.place:
        for head in match.slots.get(slot):
            for child in head.lefts:
                first = _holder(child)
                if first is not None:
                    return parties_at(page, first.i)
    return []


def _holder(modifier: Token) -> Token | None:
    if modifier.lower_ in HELD and modifier.i > 1 and modifier.nbor(-1).text == "-":
        return modifier.nbor(-2)
    return None
