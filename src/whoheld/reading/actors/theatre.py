"""Which country's war a stretch of text tells of: by the places, states and actors named around it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from whoheld.model import ActorKind, PlaceKind
from whoheld.reading.actors.names import Form, Mark
from whoheld.reading.mentions import PlaceMention

NEAR = 120  # tokens on each side that count in full
FAR_SHARE = 0.15  # what a vote from elsewhere in the document counts
WEIGHTS = {Form.STATE: 0.5, Form.ADJECTIVE: 0.35, Form.SEAT: 0.35, Form.PEOPLE: 0.35, Form.PERSON: 0.3}
LOCAL = 1.0  # a town or province
AT_HOME = frozenset({ActorKind.ARMY, ActorKind.REBEL, ActorKind.MILITIA, ActorKind.POLICE})


class Theatre:
    """Votes for countries along a text."""

    def __init__(self, marks: Iterable[Mark], places: Iterable[PlaceMention]) -> None:
        votes = [(mark.start, *vote) for mark in marks if (vote := _of_mark(mark))]
        votes += [
            (place.start, place.place.country, LOCAL)
            for place in places
            if place.place and place.place.country and not place.adjective and place.place.kind is not PlaceKind.COUNTRY
        ]
        votes.sort()
        self._votes = votes
        self._tokens = [token for token, _, _ in votes]
        self._all: dict[str, float] = defaultdict(float)
        for _, country, weight in votes:
            self._all[country] += weight * FAR_SHARE

    def at(self, token: int) -> str:
        """The country whose war is told of at a token, "" where nothing tells."""
        tally = dict(self._all)
        first, last = bisect_left(self._tokens, token - NEAR), bisect_left(self._tokens, token + NEAR)
        for _, country, weight in self._votes[first:last]:
            tally[country] += weight
        return max(tally, key=lambda country: tally[country]) if tally else ""

    def countries(self) -> list[str]:
        """All countries that are voted for, the most voted first."""
        return sorted(self._all, key=lambda country: -self._all[country])


def _of_mark(mark: Mark) -> tuple[str, float] | None:
    entry = mark.entry
    if entry.state:
        inside = entry.form is Form.SEAT and len(entry.state.code) > 2  # a region's seat is a town of its country
        return None if inside else (entry.state.code, WEIGHTS[entry.form])
    if not entry.bearers or len({one.country for one in entry.bearers}) > 1 or not entry.bearers[0].country:
        return None
    return entry.bearers[0].country, 0.6 if entry.bearers[0].kind in AT_HOME else 0.2
