"""Who has been named in a document, where and how often: the choice when a word only tells the side."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from whoheld.codebooks.roles import Side
from whoheld.model import Actor

HALF_LIFE = 4.0  # sentences after which a naming counts half
LATER = 0.35  # an actor named only further on
OFTEN = 0.25  # what each naming in the document adds
CLEAR = 1.5  # how many times the second's weight the first must have
SECOND_KIND = 0.55  # what an actor of a less likely kind counts


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
        self.counts = Counter({name: len(found) for name, found in self.by_name.items()})
        self._tokens = {name: [one.token for one in found] for name, found in self.by_name.items()}

    def actor(self, name: str) -> Actor | None:
        """The registry's entry for a name of the cast."""
        return self.by_name[name][0].actor

    def weight(self, name: str, token: int, sentence: int) -> float:
        """How present an actor is at a token: named a short while ago, and often."""
        found = self.by_name[name]
        at = bisect_right(self._tokens[name], token - 1) - 1
        often = OFTEN * min(len(found), 8)
        if at < 0:
            return LATER + often
        distance = sentence - found[at].sentence
        return 0.5 ** (distance / HALF_LIFE) + often + (0.3 if found[0].title else 0.0)

    def ranked(
        self, token: int, sentence: int, fits: Callable[[Appearance], float]
    ) -> list[tuple[float, Appearance]]:
        """Actors that fit, most present first; ``fits`` gives a factor, 0 for one that cannot be meant."""
        weighed = []
        for name, found in self.by_name.items():
            factor = fits(found[0])
            if factor:
                weighed.append((factor * self.weight(name, token, sentence), found[0]))
        weighed.sort(key=lambda pair: -pair[0])
        return weighed


def of_side(side: Side, country: str = "") -> Callable[[Appearance], float]:
    """How well an actor of the cast fits a side's words, and a country's where one is told."""

    def fits(one: Appearance) -> float:
        if one.actor is None or one.actor.kind not in side.kinds:
            return 0.0
        if country and one.actor.country not in {"", country}:
            return 0.0
        return 1.0 if one.actor.kind is side.kinds[0] else SECOND_KIND

    return fits


def clear_winner(ranked: list[tuple[float, Appearance]]) -> Appearance | None:
    """The first, where the second is well behind."""
    if not ranked or (len(ranked) > 1 and ranked[0][0] < CLEAR * ranked[1][0]):
        return None
    return ranked[0][1]
