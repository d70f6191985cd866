"""What the head of a slot can be: a place, a force, people, aircraft, an event."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from whoheld.codebooks.frames import noun_classes
from whoheld.model import ActorKind
from whoheld.reading.mentions import ActorMention, Basis, PlaceMention
from whoheld.reading.page import Page

ANY = frozenset({"any"})
PERSONAL = ("they", "them", "who", "we", "us", "both", "others", "he", "him", "she", "her", "i")
NEUTER = ("it", "which", "that", "this")
OWNERS = ("their", "its", "his", "our", "theirs", "ours")
PRONOUNS = {
    **dict.fromkeys(PERSONAL, frozenset({"force", "people"})),
    **dict.fromkeys(OWNERS, frozenset({"force", "people", "party"})),
    **dict.fromkeys(NEUTER, frozenset({"force", "place", "event"})),
}
TELLING = {
    **dict.fromkeys(("suicide", "roadside", "car", "truck", "explosives", "vest"), frozenset({"explosive"})),
    **dict.fromkeys(("air", "aerial", "airstrike", "airstrikes", "barrel", "sortie"), frozenset({"aircraft"})),
}
AIR = frozenset({"force", "forces", "power"})  # "the air force", "the Ukrainian Air Force"
AIRCRAFT = frozenset({"aircraft", "force"})
FORCES = frozenset({"force", "people", "party"})
STATES = frozenset({"force", "people", "state"})


ARMS = {"aircraft": "air", "artillery": "gun", "explosive": "device"}


def _arms(page: Page) -> dict[int, str]:
    """Tokens that name aircraft, guns or explosive devices, to tell a bombing from the air from one by a device."""
    known = noun_classes()
    found = {}
    for token in page.doc:
        if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            classes = known.get(token.lemma_.lower(), frozenset()) | TELLING.get(token.lower_, frozenset())
            for name, arm in ARMS.items():
                if name in classes:
                    found[token.i] = arm
    return found


@dataclass(slots=True)
class Typing:
    """Classes of tokens on one page, from its mentions first and from the noun table second."""

    places: dict[int, PlaceMention]
    actors: dict[int, ActorMention]
    arms: dict[int, str]
    armed: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.armed = tuple(dict.fromkeys(self.arms.values()))

    @classmethod
    def of(cls, page: Page) -> "Typing":
        """Index the mentions of a page by token."""
        places = {i: m for m in page.places if not m.adjective for i in range(m.start, m.end)}
        actors = {i: m for m in page.actors for i in range(m.start, m.end)}
        return cls(places, actors, _arms(page))

    def arms_near(self, start: int, end: int) -> Iterator[str]:
        """Which arms the text between two tokens speaks of, and which it speaks of at all: ``near=air``."""
        near = {self.arms[i]: None for i in range(start, end) if i in self.arms}
        yield from (f"near={arm}" for arm in near)
        yield from (f"all={arm}" for arm in self.armed)

    def classes(self, token: Token) -> frozenset[str]:
        """What the noun phrase with this head can be; ``ANY`` where nothing is known."""
        named = self._named(token.i)
        listed = noun_classes().get(token.lemma_.lower(), frozenset())
        if token.lower_ in AIR and token.i and token.nbor(-1).lower_ == "air":
            listed = named | AIRCRAFT
        if named or listed:
            return named | listed
        if token.pos_ == "NUM" or token.ent_type_ == "CARDINAL":
            return frozenset({"people"})
        known = PRONOUNS.get(token.lower_)
        if known:
            return known
        return ANY if token.pos_ == "PROPN" else frozenset({"other"})

    def _named(self, i: int) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        if i in self.places:
            found = frozenset({"place"})
        actor = self.actors.get(i)
        if actor is None:
            return found
        if actor.basis in {Basis.GROUP, Basis.PERSON}:
            return found | {"people"}
        if actor.basis is Basis.PLACE or (actor.actor and actor.actor.kind in {ActorKind.STATE, ActorKind.COALITION}):
            return found | STATES
        return found | FORCES
