"""Role phrases: a role noun with the modifiers before and after it that tell whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from whoheld.codebooks.roles import Role, RoleKind
from whoheld.reading.actors.lexicon import LINKED, MODIFIERS, OWNING, role_forms, sets, two_word_roles
from whoheld.reading.actors.names import Form, Mark
from whoheld.reading.actors.words import HYPHENS, POSSESSIVES, Words

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB", "ADV", "X"})
DETERMINERS = frozenset({"the", "this", "these", "those", "that", "both", "all"})
OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
SITE_WORDS = frozenset({"military", "police", "security"})  # "military facilities", "police station" are places
ALSO_ADJECTIVES = frozenset({"general", "captain", "chief", "major", "head", "marine", "deputy", "official", "private"})
SITES = frozenset(
    {
        "station",
        "post",
        "base",
        "camp",
        "airport",
        "hospital",
        "headquarters",
        "equipment",
        "vehicle",
        "site",
        "facility",
    }
)
AFTER = {  # words after a role noun that lead to its owner: "forces loyal to X", "fighters of X"
    ("of",), ("from",), ("loyal", "to"), ("belonging", "to"), ("affiliated", "with"), ("affiliated", "to"),
    ("commanded", "by"), ("answering", "to"), ("linked", "to"), ("under",), ("for",), ("faithful", "to"),
}  # fmt: skip


@dataclass(slots=True)
class Phrase:
    """A role noun in its phrase.

    Attributes:
        start, end: tokens of the phrase, without article.
        head: token of the role noun.
        role: the role noun's entry.
        owners: names that the modifiers hold, the nearest to the noun first.
        backers: names that lead, back or arm it: "US-backed".
        sides: role nouns among the modifiers, the nearest first: "rebel" of "rebel fighters".
        people: adjectives of a people or creed: "Tuareg".
        unknown: capitalised words before the noun that no table has: "Maute" of "Maute group".
        possessor: token of a noun or pronoun in the possessive before it, or None.
        definite: "the rebels", "these troops".
        stance: "pro" or "anti" where a modifier says so.
        led: the owner leads it: "Saudi-led warplanes".
    """

    start: int
    end: int
    head: int
    role: Role
    owners: list[Mark]
    backers: list[Mark]
    sides: list[Role]
    people: list[int]
    unknown: list[int]
    possessor: int | None = None
    definite: bool = False
    stance: str = ""
    led: bool = False


class Phrases:
    """Finds the role phrases of a text, given the names in it."""

    def __init__(self, words: Words, marks: list[Mark]) -> None:
        self.words = words
        self.ending = {mark.end: mark for mark in marks}
        self.starting = {mark.start: mark for mark in marks}
        self.inside = {token for mark in marks for token in range(mark.start, mark.end)}
        self.roles, self.pairs, self.peoples = role_forms(), two_word_roles(), sets().peoples

    def __iter__(self) -> Iterator[Phrase]:
        lower, inside = self.words.lower, self.inside
        roles, pairs = self.roles, self.pairs
        for i, word in enumerate(lower):
            if i in inside or (word not in roles and word not in pairs):
                continue
            first, role = self._role_at(i)
            if role and self._heads(i, first, role):
                yield self._phrase(first, i, role)

    def _role_at(self, i: int) -> tuple[int, Role | None]:
        """The role noun that ends at a token, and its first token: a two-word term ends at its second."""
        lower = self.words.lower
        before = self.pairs.get(lower[i - 1]) if i else None
        if before and lower[i] in before and i - 1 not in self.inside:
            return i - 1, before[lower[i]]
        return i, self.roles.get(lower[i])

    def _heads(self, i: int, first: int, role: Role) -> bool:
        """Whether the noun heads its phrase: not itself the modifier of a further role noun."""
        if role.noun in MODIFIERS or not self._nominal(i, first):
            return False
        words, after = self.words, i + 1
        if after >= len(words):
            return True
        nominal = words.pos[after] in {"NOUN", "PROPN"}
        role_after = self._role_at(after)[1]
        if words.lower[i] in SITE_WORDS and nominal and not role_after:
            return words.lower[after] in sets().belongings and words.lower[after] not in SITES
        if words.lower[after] in self.pairs.get(words.lower[i], {}):
            return False
        return not (nominal and role_after and after not in self.inside)

    def _nominal(self, i: int, first: int) -> bool:
        """Whether the token is a noun here, or an adjective or participle that stands for one."""
        words = self.words
        if words.pos[i] == "ADJ":
            if words.lower[i] in ALSO_ADJECTIVES:
                return False
            if words.dep[i] in {"amod", "advmod"} and i < words.head[i] < i + 3:
                return words.lower[words.head[i]] not in self.roles
        if words.pos[i] == "VERB":
            return first < i or words.lower[i].endswith("s")
        return words.pos[i] in {"NOUN", "PROPN", "ADJ", "X"}

    def _phrase(self, first: int, head: int, role: Role) -> Phrase:
        made = Phrase(first, head + 1, head, role, [], [], [], [], [])
        self._before(made)
        if not made.owners and (role.kind is not RoleKind.GROUP or role.noun in {"man", "youth"}):
            self._after(made)
        return made

    def _before(self, made: Phrase) -> None:
        """Walk left over the modifiers."""
        words, j = self.words, made.start - 1
        floor = words.starts[words.sentence[made.head]]
        while j >= floor:
            if words.text[j] == ")" and words.text[j - 2] == "(":  # "Free Syrian Army (FSA) fighters"
                j -= 3
            mark = self.ending.get(j + 1)
            if mark and mark.start >= floor:
                if not self._take_mark(made, mark):
                    return
                j = made.start - 1
                continue
            step = self._step(made, j)
            if not step:
                return
            j -= step

    def _take_mark(self, made: Phrase, mark: Mark) -> bool:
        """Take a name before the noun as owner or backer; False where the phrase ends before it."""
        after = self.words.lower[mark.end : mark.end + 2]
        joined = self.words.lower[mark.end - 1].rpartition("-")[2]
        link = after[1] if len(after) == 2 and after[0] in HYPHENS else joined
        made.start, made.led = mark.start, made.led or link in OWNING
        (made.backers if link in LINKED and link not in OWNING else made.owners).append(mark)
        return True

    def _step(self, made: Phrase, j: int) -> int:
        """Take the token before the phrase as a modifier; 0 where the phrase ends."""
        words = self.words
        word = words.lower[j]
        if word in OWNERS:
            made.possessor, made.definite = j, True
            return 0
        if word in DETERMINERS:
            made.definite = True
            return 0
        if word in POSSESSIVES and words.pos[j] == "PART":
            return self._possessive(made, j)
        if word in HYPHENS:
            return 1
        if words.pos[j] not in NOMINAL and word not in LINKED:
            return 0
        return self._modifier(made, j, word)

    def _possessive(self, made: Phrase, j: int) -> int:
        made.definite = True
        if j in self.ending:
            return 1
        made.possessor = j - 1
        return 0

    def _modifier(self, made: Phrase, j: int, word: str) -> int:
        words = self.words
        role = self.roles.get(word)
        if word in {"pro", "anti"} and words.text[j + 1] in HYPHENS:
            made.stance = word
        elif word.startswith(("pro-", "anti-")) and not role:
            made.stance = word.partition("-")[0]
        elif word in self.peoples:
            made.people.append(j)
        elif role and role.kind is not RoleKind.GROUP:
            made.sides.append(role)
        elif (
            (words.pos[j] == "VERB" and words.dep[j] not in {"amod", "compound"} and word not in LINKED)
            or words.pos[j] == "NUM"
            or (words.pos[j] == "ADV" and words.dep[j] != "advmod")
        ):
            return 0
        elif words.pos[j] == "PROPN" and words.capital(j):
            made.unknown.append(j)
        made.start = j
        return 1

    def _after(self, made: Phrase) -> None:
        """Look right of the noun for its owner: "forces loyal to X"."""
        words, at = self.words, made.end
        for length in (2, 1):
            if tuple(words.lower[at : at + length]) in AFTER:
                at += length
                while at < len(words) and words.lower[at] in {
                    "the",
                    "a",
                    "so",
                    "called",
                    "-",
                    "self",
                    "president",
                    "general",
                }:
                    at += 1
                mark = self.starting.get(at)
                if mark and mark.entry.form is not Form.ADJECTIVE and self._owns(made, mark):
                    made.owners.append(mark)
                return

    def _owns(self, made: Phrase, mark: Mark) -> bool:
        """Whether a name after the noun is its owner: "the army of X", but not "fighters from Syria"."""
        between = self.words.lower[made.head + 1]
        if mark.entry.form in {Form.STATE, Form.SEAT}:
            return between == "of"
        return between != "for" or made.role.noun in {"spokesman", "spokeswoman", "spokesperson"}
