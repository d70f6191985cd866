"""Definite phrases that point back: "the group", "both sides", "the enemy", "the fighters"."""

from whoheld.model import Party
from whoheld.reading.actors.lexicon import sets, singular
from whoheld.reading.actors.perspective import Perspective
from whoheld.reading.actors.pronouns import Pronouns
from whoheld.reading.actors.sheet import Sheet

POINTING = frozenset({"the", "this", "that", "these", "those"})
OF_TWO = frozenset({"both", "two", "warring", "opposing", "rival", "neither", "either", "each"})
FIGHTERS = frozenset({"fighter", "force", "troop", "unit", "man", "attacker", "assailant", "raider", "gunman"})
ENEMY = frozenset({
    "enemy", "adversary", "foe", "occupier", "invader", "aggressor", "opponent", "occupation", "hostile",
})  # fmt: skip


class Definite:
    """Resolves what a noun with its article points back to."""

    def __init__(self, sheet: Sheet, pronouns: Pronouns, perspective: Perspective) -> None:
        self.sheet, self.pronouns, self.perspective = sheet, pronouns, perspective

    def of(self, token: int, exclude: frozenset[str]) -> list[Party]:
        """The parties that a phrase without a name of its own points back to."""
        words, lists = self.sheet.words, sets()
        word, noun = words.lower[token], singular(words.lower[token])
        before = {words.lower[child] for child in self.sheet.children[token] if child < token}
        if noun in lists.sides and before & OF_TWO:
            return self.pronouns.both_sides(token)
        if word in {"latter", "former"}:
            return self.pronouns.of_two(token, last=word == "latter")
        if noun in ENEMY or (before & ENEMY):
            return self.perspective.enemy(token, exclude)
        if not before & POINTING:
            return []
        if noun in lists.groups:
            return self.pronouns.group(token, exclude)
        return self.pronouns.fighters(token, exclude) if noun in FIGHTERS else []
