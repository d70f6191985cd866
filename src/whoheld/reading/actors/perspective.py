"""Whose "we" and whose "enemy": the side that a sentence or a whole document speaks for."""

from bisect import bisect_left
from collections import Counter

from whoheld.codebooks.actors import actor
from whoheld.model import Actor, ActorKind, Party
from whoheld.reading.actors.issuer import issuer_of
from whoheld.reading.actors.pronouns import Pronouns
from whoheld.reading.actors.sheet import Sheet
from whoheld.reading.mentions import ActorMention, Basis
from whoheld.reading.page import Page

OWN = frozenset({"our", "ours"})
NEUTRAL = frozenset({
    ActorKind.PEACEKEEPER, ActorKind.INTERNATIONAL, ActorKind.AID, ActorKind.CIVILIANS, ActorKind.MEDIA,
    ActorKind.MONITOR,
})  # fmt: skip
NEAR = 60  # tokens before a word in which a mention tells more of who the enemy is
CLEAR = 1.2  # how many times the second's weight the first must have
AROUND = 150  # mentions on each side that tell of it


class Perspective:
    """The side that the text speaks for, token by token."""

    def __init__(self, page: Page, sheet: Sheet, pronouns: Pronouns) -> None:
        self.page, self.sheet, self.pronouns = page, sheet, pronouns
        self._asked = False
        self._issuer: Actor | None = None

    def own(self, token: int) -> list[Party]:
        """The party of whoever says "we" at a token."""
        spoken = self.pronouns.speaker(token)
        if spoken or self._quoted(token):
            return spoken
        side = self._of_document()
        return [Party(side.name, None, side.id, "the side that the document speaks for")] if side else []

    def _quoted(self, token: int) -> bool:
        return any(start <= token < end for act in self.page.speech for start, end in act.contents)

    def _of_document(self) -> Actor | None:
        if not self._asked:
            self._asked, self._issuer = True, issuer_of(self.page) or self._speaks()
        return self._issuer

    def _speaks(self) -> Actor | None:
        """The army that a text without a source tells most of, where it says "our" in its own voice."""
        if self.page.document.source or not any(
            word in OWN and not self._quoted(at) for at, word in enumerate(self.sheet.words.lower)
        ):
            return None
        armies = Counter(
            mention.actor.id
            for mention in self.sheet.mentions
            if mention.basis is Basis.ROLE and mention.actor and mention.reason.startswith("forces of")
        )
        return actor(armies.most_common(1)[0][0]) if armies else None

    def enemy(self, token: int, exclude: frozenset[str]) -> list[Party]:
        """The party that whoever speaks at a token is fighting."""
        own = self.own(token)
        if not own:
            return []
        mine = actor(own[0].actor_id) if own[0].actor_id else None
        weights: Counter[str] = Counter()
        held: dict[str, ActorMention] = {}
        for mention in self._around(token):
            if mention.name in exclude or not self._against(mention, own[0].name, mine):
                continue
            name = mention.name or ""
            weights[name] += 2 if mention.end <= token and token - mention.end < NEAR else 1
            held.setdefault(name, mention)
        ranked = weights.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
            return []
        best = held[ranked[0][0]]
        return [Party(best.name or "", None, best.actor.id if best.actor else "", f"the enemy of {own[0].name}")]

    def _around(self, token: int) -> list[ActorMention]:
        """Mentions on both sides of a token, as far as they may tell."""
        at = bisect_left(self.sheet.mentions, token, key=lambda one: one.start)
        return self.sheet.mentions[max(0, at - AROUND) : at + AROUND]

    @staticmethod
    def _against(mention: ActorMention, own: str, mine: Actor | None) -> bool:
        """Whether a mention may be of somebody whom the speaker's side fights."""
        if not mention.name or mention.name == own or mention.basis in {Basis.GROUP, Basis.PERSON}:
            return False
        other = mention.actor
        if other is None:
            return mention.basis is Basis.NAME
        if other.kind in NEUTRAL or (
            mine and mine.country and other.country == mine.country and other.kind is mine.kind
        ):
            return False
        if mine is None:
            return True
        shared = set(other.sides) & set(mine.sides)
        return any(other.sides[war] != mine.sides[war] for war in shared) or not (
            shared or other.kind is ActorKind.STATE
        )
