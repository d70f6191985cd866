"""Who has been named in a document, where and how often: the choice when a word only tells the side."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from whoheld.codebooks.actors import actor, wars
from whoheld.codebooks.roles import Side, nouns_of
from whoheld.model import Actor, ActorKind

HALF_LIFE = 4.0  # sentences after which a naming counts half
LATER = 0.35  # an actor named only further on
OFTEN = 0.25  # what each naming in the document adds
MOST = 8  # namings that add
CLEAR = 1.5  # how many times the second's weight the first must have
SECOND_KIND = 0.55  # what an actor of a less likely kind counts
UNKNOWN = 0.7  # what a group counts that no table has
ELSEWHERE = 0.5  # what an actor of another country counts
ARMED = frozenset({ActorKind.REBEL, ActorKind.JIHADIST, ActorKind.MILITIA})
ALLIED = frozenset({"rebel", "insurgent", "separatist", "guerrilla"})  # sides that an alliance of groups may be
APART = frozenset({"government", "kurdish", "kurdish-led", "us-led", "peacekeepers"})  # sides that are not "the rebels"

Fit = Callable[["Appearance"], float]
Ranked = list[tuple[float, "Appearance"]]


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor named at a token of a sentence."""

    token: int
    sentence: int
    name: str
    actor: Actor | None
    title: bool = False


class Cast:
    """The actors that a document names."""

    def __init__(self, appearances: Iterable[Appearance]) -> None:
        self.by_name: dict[str, list[Appearance]] = {}
        for one in sorted(appearances, key=lambda one: one.token):
            self.by_name.setdefault(one.name, []).append(one)
        self._tokens = {name: [one.token for one in found] for name, found in self.by_name.items()}

    def weight(self, name: str, token: int, sentence: int) -> float:
        """How present an actor is at a token: named a short while ago, and often."""
        found = self.by_name[name]
        at = bisect_right(self._tokens[name], token - 1) - 1
        often = OFTEN * min(len(found), MOST)
        if at < 0:
            return LATER + often
        distance = sentence - found[at].sentence
        nearness: float = 0.5 ** (distance / HALF_LIFE)
        return nearness + often + (0.3 if found[0].title else 0.0)

    def ranked(self, token: int, sentence: int, fits: Fit) -> Ranked:
        """Actors that fit, most present first; ``fits`` gives a factor, 0 for one that cannot be meant."""
        weighed = []
        for name, found in self.by_name.items():
            factor = fits(found[0])
            if factor:
                weighed.append((factor * self.weight(name, token, sentence), found[0]))
        weighed.sort(key=lambda pair: -pair[0])
        return weighed


def of_side(side: Side, home: str, *, strict: bool = False) -> Fit:
    """How well an actor of the cast fits a side's words in the war of a country.

    Args:
        side: the side that the words tell.
        home: the country.
        strict: the text names the country ("Syrian rebels"), so that others cannot be meant.
    """

    def fits(one: Appearance) -> float:
        if one.actor is None:
            return UNKNOWN if ARMED & set(side.kinds) and not regular(one.name) else 0.0
        if one.actor.kind is ActorKind.COALITION and side.key in ALLIED:
            return float(one.actor.country == home != "" and not beside_state(one.actor, home))
        if one.actor.kind not in side.kinds or (ARMED & set(side.kinds) and beside_state(one.actor, home)):
            return 0.0
        factor = 1.0 if one.actor.kind is side.kinds[0] else SECOND_KIND
        if home and one.actor.country not in {"", home} and not at_war_in(one.actor, home):
            return 0.0 if strict else factor * ELSEWHERE
        return factor

    return fits


@lru_cache(maxsize=2048)
def regular(name: str) -> bool:
    """Whether a name that no table has sounds like a unit of a state's forces or an office."""
    words = name.lower().split()
    return any(word in nouns_of("regular", "words") or word[:1].isdigit() for word in words)


@lru_cache(maxsize=512)
def wars_of(country: str) -> dict[str, str]:
    """The wars that a country's state or army is a party to, and its side in each."""
    state, army = actor(country.lower()), actor(f"{country.lower()}-army")
    found = {**(army.sides if army else {}), **(state.sides if state else {})}
    home = {war for war, parties in wars().items() if any(one.country == country for one in parties)}
    return {war: side for war, side in found.items() if war in home}


def at_war_in(one: Actor, country: str) -> bool:
    """Whether an actor is a party to a war of a country."""
    return any(war in one.sides for war in wars_of(country))


def beside_state(one: Actor, country: str) -> bool:
    """Whether an actor stands beside a country's state in its wars, or on a side that is not the rebels'."""
    sides = wars_of(country)
    told = [one.sides[war] for war in sides if war in one.sides]
    return bool(told) and all(
        told_side in APART or told_side == side for told_side, side in zip(told, sides.values(), strict=False)
    )


def clear_winner(ranked: Ranked) -> Appearance | None:
    """The first, where the second is well behind."""
    if not ranked or (len(ranked) > 1 and ranked[0][0] < CLEAR * ranked[1][0]):
        return None
    return ranked[0][1]
