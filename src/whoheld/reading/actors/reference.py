"""Who a noun phrase or a pronoun of a page is."""

from collections.abc import Iterator

from whoheld.model import Party
from whoheld.reading.actors.definite import Definite
from whoheld.reading.actors.lexicon import role_forms, sets, singular
from whoheld.reading.actors.perspective import Perspective
from whoheld.reading.actors.pronouns import FIRST, PRONOUNS, RELATIVES, Pronouns
from whoheld.reading.actors.sheet import Sheet, sheet_of
from whoheld.reading.mentions import ActorMention, Basis
from whoheld.reading.page import Page

KEY = "whoheld.actors.referents"
DEPTH = 5  # noun phrases within noun phrases that are looked into
OWNING_PREPOSITIONS = frozenset({"of", "from", "by", "for", "within", "among", "to"})
QUANTIFIERS = frozenset({
    "some", "many", "several", "most", "all", "both", "others", "those", "these", "none", "few", "each",
    "another", "one", "any", "neither", "either", "dozens", "hundreds", "thousands", "scores", "more",
    "this", "half", "rest",
})  # fmt: skip
MODIFYING = frozenset({"compound", "amod", "nmod", "poss", "npadvmod"})
NO_PARTY = frozenset(
    {
        "city",
        "town",
        "village",
        "country",
        "region",
        "area",
        "war",
        "ceasefire",
        "truce",
        "battle",
        "fighting",
    }
)


def party_at(page: Page, token: int, exclude: frozenset[str] = frozenset()) -> Party | None:
    """Who the noun phrase or pronoun headed by a token is; None where it is no party or cannot be told.

    Args:
        page: with its actors found.
        token: the head of a noun phrase, or a pronoun or possessive.
        exclude: names that it cannot be, such as the other party of the same claim.
    """
    found = referents_of(page).of(token, exclude)
    return found[0] if found else None


def parties_at(page: Page, token: int, exclude: frozenset[str] = frozenset()) -> list[Party]:
    """As :func:`party_at`, with all conjuncts: "the army and its allies", "both sides"."""
    referents = referents_of(page)
    found: dict[str, Party] = {}
    for head in referents.conjuncts(token):
        for party in referents.of(head, exclude):
            found.setdefault(party.name, party)
    for party in referents.shared_modifiers(token, exclude):
        found.setdefault(party.name, party)
    return list(found.values())


def referents_of(page: Page) -> "Referents":
    """What resolves the phrases of a page, made once for its present actors and speech."""
    held = page.doc.user_data.get(KEY)
    if isinstance(held, Referents) and held.page is page and held.sheet is sheet_of(page):
        return held
    made = page.doc.user_data[KEY] = Referents(page)
    return made


class Referents:
    """Resolves noun phrases of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sheet: Sheet = sheet_of(page)
        self.words = self.sheet.words
        self.pronouns = Pronouns(page, self.sheet)
        self.perspective = Perspective(page, self.sheet, self.pronouns)
        self.definite = Definite(self.sheet, self.pronouns, self.perspective)

    def of(self, token: int, exclude: frozenset[str] = frozenset(), depth: int = DEPTH) -> list[Party]:
        """The parties that the phrase headed by a token is: none, one, or the two of "both sides"."""
        if depth == 0:
            return []
        words, lower = self.words, self.words.lower[token]
        if lower in RELATIVES and words.pos[token] in {"PRON", "SCONJ", "DET", "ADV"}:
            antecedent = self.antecedent(token)
            return (
                []
                if antecedent is None
                else self._because(self.of(antecedent, exclude, depth - 1), "antecedent of its clause")
            )
        if lower in PRONOUNS and words.pos[token] in {"PRON", "DET"}:
            found = self.perspective.own(token) if lower in FIRST else self.pronouns.resolve(token, exclude)
            return self._but(found, exclude)
        mention = self.sheet.mention_at(token)
        if mention:
            return self._but(self._mentioned(mention, token, exclude, depth), exclude)
        return self._but(self._noun(token, exclude, depth), exclude)

    @staticmethod
    def _but(found: list[Party], exclude: frozenset[str]) -> list[Party]:
        return [party for party in found if party.name not in exclude]

    @staticmethod
    def _because(found: list[Party], why: str) -> list[Party]:
        return [Party(one.name, one.mention, one.actor_id, f"{why}: {one.reason}") for one in found]

    def _party(self, mention: ActorMention) -> Party:
        span = self.page.span(mention.start, mention.end)
        return Party(mention.name or "", span, mention.actor.id if mention.actor else "", mention.reason)

    def _mentioned(self, mention: ActorMention, token: int, exclude: frozenset[str], depth: int) -> list[Party]:
        if mention.name and not (mention.basis is Basis.GROUP and self._owned_group(mention)):
            return [self._party(mention)]
        owner = self._owner(token, exclude, depth)
        if owner:
            return owner
        if mention.name:
            return [self._party(mention)]
        found = self.definite.of(token, exclude)
        return found or ([self._army(mention)] if mention.actor else [])

    def _army(self, mention: ActorMention) -> Party:
        """The army that a mention falls back on: "his troops", and nobody knows who he is."""
        span, one = self.page.span(mention.start, mention.end), mention.actor
        name, key = (one.name, one.id) if one else ("", "")
        return Party(name, span, key, "the army of the country told of")

    def _owned_group(self, mention: ActorMention) -> bool:
        """Whether men are those of a party: "his men", "the republic's men"."""
        return mention.name == "men" and self.words.lower[mention.start - 1 : mention.start] != ["the"]

    def _owner(self, head: int, exclude: frozenset[str], depth: int) -> list[Party]:
        """The party whose forces, positions or members a phrase tells of."""
        words = self.words
        for child in self.sheet.children[head]:
            if words.dep[child] == "poss":
                found = self.of(child, exclude, depth - 1)
                if found:
                    return self._because(found, "in the possessive")
        for child in self.sheet.children[head]:
            if words.dep[child] == "prep" and words.lower[child] in OWNING_PREPOSITIONS:
                for below in self.sheet.children[child]:
                    if words.dep[below] in {"pobj", "pcomp"}:
                        found = self.of(below, exclude, depth - 1)
                        if found:
                            return self._because(found, f"after “{words.lower[child]}”")
        return []

    def _noun(self, token: int, exclude: frozenset[str], depth: int) -> list[Party]:
        words = self.words
        noun = singular(words.lower[token])
        lists = sets()
        if words.lower[token] in QUANTIFIERS or words.pos[token] == "NUM" or noun in lists.partitives:
            found = self._of_phrase(token, exclude, depth)
            if found:
                return found
        if noun in lists.belongings or noun in lists.partitives or noun in role_forms():
            found = self._modifier(token) or self._owner(token, exclude, depth)
            if found:
                return found
        return self.definite.of(token, exclude)

    def _of_phrase(self, token: int, exclude: frozenset[str], depth: int) -> list[Party]:
        words = self.words
        for child in self.sheet.children[token]:
            if words.dep[child] == "prep" and words.lower[child] in {"of", "from", "among"}:
                for below in self.sheet.children[child]:
                    found = self.of(below, exclude, depth - 1)
                    if found:
                        return self._because(found, "part of")
        return []

    def _modifier(self, token: int) -> list[Party]:
        """A party among the modifiers before a noun: "ISIS positions", "Syrian army checkpoint"."""
        words = self.words
        for child in reversed(self.sheet.children[token]):
            if child > token or words.dep[child] not in MODIFYING:
                continue
            mention = self.sheet.mention_at(child)
            if mention is None or not mention.name:
                continue
            if mention.basis is Basis.PLACE and singular(words.lower[token]) in NO_PARTY:
                continue
            return self._because([self._party(mention)], "before the noun")
        return []

    def antecedent(self, token: int) -> int | None:
        """The noun that a relative pronoun stands for."""
        words, at = self.words, token
        for _ in range(4):
            if words.dep[at] == "relcl":
                return words.head[at]
            if words.head[at] == at:
                return None
            at = words.head[at]
        return words.head[at] if words.dep[at] == "relcl" else None

    def conjuncts(self, token: int) -> Iterator[int]:
        """A noun and those that stand beside it."""
        yield token
        for child in self.sheet.children[token]:
            if self.words.dep[child] == "conj":
                yield from self.conjuncts(child)

    def shared_modifiers(self, token: int, exclude: frozenset[str]) -> Iterator[Party]:
        """Further owners of one noun: "Syrian and Russian warplanes"."""
        mention = self.sheet.mention_at(token)
        words = self.words
        if mention is None or words.lower[mention.start - 1] not in {"and", "or"} or mention.start < 2:
            return
        beside = self.sheet.mention_at(mention.start - 2)
        if (
            beside
            and beside.name
            and beside.name not in exclude
            and words.head[mention.start - 2] in range(mention.start, mention.end)
        ):
            yield self._party(beside)
