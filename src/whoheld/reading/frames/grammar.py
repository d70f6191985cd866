"""Phrases: the slots of a predicate, and the nouns that lists, relative pronouns and quantities stand for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Token

from whoheld.codebooks.tables import read_toml

RELATIVE = frozenset({"which", "who", "that", "whom"})
LIFTED = frozenset({"from", "by", "against", "with", "in", "at", "near", "on", "outside", "around", "inside", "to"})
LOCAL = frozenset({"in", "at", "near", "outside", "around", "inside", "along"})
LISTING = frozenset({"including", "of", "like", "such", "namely", "between"})
COMPASS = ("north", "south", "east", "west")
DIRECTIONS = frozenset({*COMPASS, *(a + b for a in COMPASS[:2] for b in COMPASS[2:]), *(c + "wards" for c in COMPASS)})
DEEP = 3  # nouns of a list that are looked at for phrases
FROM = frozenset({"out", "away", "off"})


@dataclass(slots=True)
class Slots:
    """The filled slots of one predicate.

    Attributes:
        agent: heads of the subject of the active form.
        object: heads of the object of the active form.
        preps: heads of prepositional objects by preposition.
        passive: the predicate is in the passive.
        clause: the verb whose clause the predicate stands in; the predicate itself for verbs.
        particles: particles and directional adverbs of the verb.
    """

    agent: list[Token] = field(default_factory=list)
    object: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)
    passive: bool = False
    clause: Token | None = None
    particles: frozenset[str] = frozenset()

    def get(self, name: str) -> list[Token]:
        """The heads that fill a slot, by the name that frames use."""
        if name == "agent":
            return self.agent
        if name == "object":
            return self.object
        if name in {"between_first", "between_second"}:
            return self._between(name == "between_first")
        return self.preps.get(name, [])

    def _between(self, first: bool) -> list[Token]:
        sides = self.preps.get("between", []) + self.preps.get("among", [])
        return (sides[:1] if first else sides[1:2]) if len(sides) > 1 else []

    def add(self, preposition: str, heads: list[Token]) -> None:
        """Put heads into a prepositional slot."""
        self.preps.setdefault(preposition, []).extend(h for h in heads if h not in self.preps.get(preposition, []))


@lru_cache(maxsize=8)
def words(name: str) -> frozenset[str]:
    """A list of the linker's own table."""
    return frozenset(str(read_toml("frames/linking.toml")[name]).split())


def word_of(token: Token) -> str:
    """The lemma of a word, and no more than its sort for names and numbers: weights must carry no names."""
    if token.pos_ == "PROPN":
        return "NAME"
    return "#" if token.pos_ == "NUM" or token.like_num else token.lemma_.lower()


def conjuncts(token: Token) -> list[Token]:
    """A head and all that are coordinated with it: "Ramadi, Fallujah and Mosul"."""
    found, queue = [], [token]
    while queue:
        here = queue.pop(0)
        found.append(here)
        queue.extend(c for c in here.rights if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
    return found


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.lower_ not in RELATIVE or token.tag_ not in {"WDT", "WP", "IN", "DT"}:
        return token
    verb = token.head
    for _ in range(3):
        if verb.dep_ == "relcl":
            return verb.head
        verb = verb.head
    return token


def heads(token: Token) -> list[Token]:
    """The heads that a slot's first head stands for: relative pronouns and "most of" are looked through."""
    found = [through(one) for one in conjuncts(antecedent(token))]
    return [name for one in found for name in (*_renamed(one), one)]


def _renamed(noun: Token) -> list[Token]:
    """The name that stands beside a common noun: "a third faction, the Army of Conquest, came"."""
    if noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return []
    return [child for child in noun.rights if child.dep_ == "appos" and child.pos_ == "PROPN"][:1]


def lift(slots: Slots) -> None:
    """Add what hangs on the slots' nouns behind what hangs on the predicate itself.

    Parsers hang "from the Kurds" and "in Aleppo" on the nearest noun: "captured villages, including A, from the Kurds".
    """
    for noun in slots.object[:2] + slots.object[-1:]:
        for preposition in _hanging(noun):
            if preposition.lower_ in LIFTED:
                _add_phrase(slots, preposition)
            elif preposition.lower_ in DIRECTIONS:
                slots.add("near", _beside(preposition))
    for found in list(slots.preps.values()):
        for noun in found[:1] + found[-1:]:
            for preposition in _hanging(noun):
                if preposition.lower_ in LOCAL:
                    _add_phrase(slots, preposition)
                elif preposition.lower_ in DIRECTIONS:
                    slots.add("near", _beside(preposition))


def _hanging(noun: Token, depth: int = 0) -> Iterator[Token]:
    """The prepositions on a noun, and on the last of the nouns that it lists."""
    for child in noun.rights:
        if child.dep_ == "prep" or child.lower_ in DIRECTIONS:
            yield child
        if depth < DEEP and (child.dep_ in {"conj", "appos"} or child.lower_ in LISTING):
            for below in [child] if child.dep_ in {"conj", "appos"} else child.rights:
                yield from _hanging(below, depth + 1)


def _beside(direction: Token) -> list[Token]:
    """What lies in a direction: "Raqqa" in "villages north of Raqqa"."""
    return [
        head
        for child in direction.rights
        if child.lower_ == "of"
        for one in child.rights
        if one.dep_ == "pobj"
        for head in heads(one)
    ]


def through(token: Token) -> Token:
    """The noun that a quantity measures: "villages" in "most of the villages"."""
    if token.lemma_.lower() not in words("quantity"):
        return token
    for child in token.rights:
        if child.lower_ == "of":
            return next((o for o in child.children if o.dep_ == "pobj"), token)
    return token


def add_prepositions(slots: Slots, token: Token) -> None:
    """Take over the prepositional phrases that depend on a token."""
    for child in token.children:
        if child.dep_ == "agent":
            slots.add("by", [h for o in child.children if o.dep_ == "pobj" for h in heads(o)])
        elif child.dep_ in {"prep", "advmod", "prt"} and child.pos_ in {"ADP", "ADV", "SCONJ"}:
            _add_phrase(slots, child)
        elif child.dep_ == "dative":
            slots.add("to", heads(child) if child.pos_ != "ADP" else [h for o in child.children for h in heads(o)])


def _add_phrase(slots: Slots, preposition: Token) -> None:
    name = preposition.lower_
    for child in preposition.children:
        if child.dep_ == "pobj":
            slots.add(name, heads(child))
        elif child.dep_ == "prep":  # "out of the city", "near to"
            inner = [h for o in child.children if o.dep_ == "pobj" for h in heads(o)]
            slots.add("from" if name in FROM else child.lower_, inner)
            if name in FROM:
                slots.add("out_of", inner)
