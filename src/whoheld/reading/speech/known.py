"""Who has spoken in a text so far, for the pronouns and nouns that take a speaker up again."""

from collections.abc import Callable
from dataclasses import dataclass, field

from whoheld.codebooks.speech import words

GROUPS = frozenset({"group", "movement", "organization", "organisation", "faction", "militia", "insurgent"})
NO_GROUP = frozenset({
    "government", "ministry", "radio", "television", "tv", "agency", "media", "channel", "army", "account", "office",
    "police", "newspaper", "paper", "presidency", "parliament", "command", "programme", "statement",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker: the name, what a later pronoun or noun can take it up by, and the token it stands at."""

    name: str
    person: bool = False
    plural: bool = False
    lemmas: frozenset[str] = frozenset()
    at: int = -1

    @property
    def group(self) -> bool:
        """Whether "the group" can be meant by it."""
        return not self.person and not self.plural and NO_GROUP.isdisjoint(self.name.lower().split())


@dataclass(slots=True)
class Memory:
    """The speakers of one text in their order."""

    known: list[Known] = field(default_factory=list)

    def last(self, fits: Callable[[Known], bool]) -> Known | None:
        """The last speaker that fits."""
        return next((one for one in reversed(self.known) if fits(one)), None)

    def taken_up(self, lemma: str) -> Known | None:
        """Who "the ministry", "the officer", "the group" was before: of that noun, else a body that it can mean."""
        same = self.last(lambda one: lemma in one.lemmas)
        if same is not None or lemma not in words("speakers", "bodies"):
            return same
        return self.last(lambda one: one.group) if lemma in GROUPS else self.last(lambda one: not one.person)


def later(one: Known | None, other: Known | None) -> Known | None:
    """The one that stands later in the text."""
    if one is None or other is None:
        return one or other
    return other if other.at > one.at else one
