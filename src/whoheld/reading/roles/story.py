"""What a text has told so far: the parties and places of the claims before."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from whoheld.reading.times import Dated

REMEMBERED = 4  # claims back that still matter
FRIENDLY = frozenset({"support", "agreement", "talks", "aid", "release"})
FREQUENT_PARTIES, FREQUENT_PLACES = 3, 2


@dataclass(frozen=True, slots=True)
class Told:
    """A claim told before: its sentence, kind, parties and place, by name."""

    sentence: int
    kind: str
    actor: str | None
    recipient: str | None
    place: str | None


@dataclass
class Story:
    """The claims of a page so far, and how often each name stands in it.

    Attributes:
        told: claims so far, in order of the text.
        parties: mentions of each party's name on the page.
        places: mentions of each place's name on the page.
        opening: names of parties and places in the title and the first sentence.
        dated: when the claims so far were.
        dealings: whether two parties "fought" or "dealt" with one another, by their names.
        actors_told, recipients_told, places_told: in how many claims so far each name filled that role.
    """

    told: list[Told] = field(default_factory=list)
    parties: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    opening: frozenset[str] = frozenset()
    dated: list[Dated] = field(default_factory=list)
    dealings: dict[frozenset[str], set[str]] = field(default_factory=dict)
    actors_told: Counter[str] = field(default_factory=Counter)
    recipients_told: Counter[str] = field(default_factory=Counter)
    places_told: Counter[str] = field(default_factory=Counter)

    @cached_property
    def most(self) -> tuple[int, int]:
        """Mentions of the party and of the place that the page names most."""
        return max(self.parties.values(), default=0), max(self.places.values(), default=0)

    def add(self, told: Told) -> None:
        """A claim has been told."""
        self.told.append(told)
        if told.actor and told.recipient:
            pair = frozenset((told.actor, told.recipient))
            self.dealings.setdefault(pair, set()).add("dealt" if told.kind in FRIENDLY else "fought")
        for name, counter in (
            (told.actor, self.actors_told),
            (told.recipient, self.recipients_told),
            (told.place, self.places_told),
        ):
            if name:
                counter[name] += 1

    @cached_property
    def frequent_parties(self) -> list[str]:
        """The parties that the page names most; the page is read before its first claim, so they stay."""
        return [name for name, _ in self.parties.most_common(FREQUENT_PARTIES)]

    @cached_property
    def frequent_places(self) -> list[str]:
        """The places that the page names most."""
        return [name for name, _ in self.places.most_common(FREQUENT_PLACES)]

    def recent(self) -> list[Told]:
        """The last claims, latest first."""
        return self.told[: -REMEMBERED - 1 : -1]
