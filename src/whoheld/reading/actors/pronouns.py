"""Pronouns and other words that point back, by what has been said before."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from whoheld.codebooks.roles import ids_of, nouns_of
from whoheld.model import ActorKind, Party
from whoheld.reading.actors.sheet import Sheet
from whoheld.reading.mentions import ActorMention, Basis
from whoheld.reading.page import Page

PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
FIRST = frozenset({"we", "us", "our", "ours", "ourselves", "i", "my", "me", "mine"})
PRONOUNS = PLURAL | NEUTER | PERSONAL | FIRST
CHAINED = PLURAL | NEUTER | PERSONAL
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
QUOTES = frozenset({'"', "“", "”", "'", "‘", "``"})
SENTENCES_BACK = 3
NEARNESS = (1.0, 0.8, 0.5, 0.3)
CLEAR = 1.2
MAIN = 0.35  # what the subject of a main clause has over others
FAINT = 0.05
OFFICER = 0.8  # what "he" gives to "a Congolese officer", beside a person with a name
FIGHTING = 0.25  # what people without a party count as those who "seized" or "shelled" something
CHAIN = 80  # tokens that a chain of pronouns is followed back
LOCATIVE = frozenset({
    "in", "at", "near", "into", "to", "from", "across", "inside", "outside", "around", "over", "through",
    "of", "on", "throughout", "within", "towards", "toward", "for",
})  # fmt: skip
GOVERNED = frozenset({ActorKind.STATE, ActorKind.ARMY, ActorKind.POLICE})


ARMED = frozenset({ActorKind.REBEL, ActorKind.JIHADIST, ActorKind.MILITIA, ActorKind.PRIVATE})


def _one_group(mention: ActorMention) -> bool:
    """Whether a mention can be "the group": neither a state's forces nor a side that many groups make up."""
    one = mention.actor
    return one is None or (one.kind not in GOVERNED and one.id not in _umbrellas())


@lru_cache(maxsize=1)
def _umbrellas() -> frozenset[str]:
    return frozenset(key for sides in ids_of("umbrellas").values() for key in sides.values())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that a pronoun may stand for."""

    weight: float
    mention: ActorMention


class Pronouns:
    """Resolves what points back in one page."""

    def __init__(self, page: Page, sheet: Sheet) -> None:
        self.page, self.sheet, self.words = page, sheet, sheet.words

    def resolve(self, token: int, exclude: frozenset[str]) -> list[Party]:
        """Who a pronoun is."""
        word = self.words.lower[token]
        self._read_up_to(token)
        if exclude or token not in self.sheet.pointed:
            found = self._choose(self._candidates(token, exclude, word))
        else:
            found = self.sheet.pointed[token]
        together = self._together(found) if found and word in PLURAL else [found] if found else []
        return [self._party(one, f"“{word}” points back to it") for one in together if one.name not in exclude]

    def _together(self, mention: ActorMention) -> list[ActorMention]:
        """A mention and those that stand beside it as subjects of one verb: "X and Y met. They ..."."""
        head = self.sheet.head_of(mention)
        found = [mention]
        if self.words.dep[head] not in SUBJECTS:
            return found
        for child in self.sheet.children[head]:
            beside = self.sheet.mention_at(child) if self.words.dep[child] == "conj" else None
            if beside and beside.name and beside.name != mention.name and beside.basis is not Basis.GROUP:
                found.append(beside)
        return found

    def _read_up_to(self, token: int) -> None:
        """Resolve all pronouns before a token, in order, so that a chain of them holds together."""
        pointed = self.sheet.pointed
        for at in range(self.sheet.read, token + 1):
            word = self.words.lower[at]
            if word in CHAINED and self.words.pos[at] == "PRON":
                pointed[at] = self._choose(self._candidates(at, frozenset(), word))
        self.sheet.read = max(self.sheet.read, token + 1)

    def group(self, token: int, exclude: frozenset[str]) -> list[Party]:
        """Who "the group" is: an actor that is no state, no army and no side of many groups."""
        found = [one for one in self._candidates(token, exclude, "it") if _one_group(one.mention)]
        picked = self._pick([one for one in found if one.mention.basis in {Basis.NAME, Basis.ROLE}], token)
        return picked or self._last_group(token, exclude)

    def _last_group(self, token: int, exclude: frozenset[str]) -> list[Party]:
        """The group named last, however far back: a text that says "the group" has said which."""
        before = [m for m in self.page.actors if m.end <= token and m.basis is Basis.NAME and m.name not in exclude]
        named = next((m for m in reversed(before) if m.actor and m.actor.kind in ARMED and _one_group(m)), None)
        return [self._party(named, "the group named last")] if named else []

    def fighters(self, token: int, exclude: frozenset[str]) -> list[Party]:
        """Who "the fighters" or "the forces" are."""
        found = [one for one in self._candidates(token, exclude, "they") if one.mention.basis is not Basis.GROUP]
        return self._pick(found, token)

    def both_sides(self, token: int) -> list[Party]:
        """The two parties named last."""
        names = self._named_before(token)[:2]
        return [self._party(one, "one of the two sides named before") for one in names] if len(names) == 2 else []

    def of_two(self, token: int, *, last: bool) -> list[Party]:
        """The latter or the former of the two named last."""
        names = self._named_before(token)[:2]
        return [self._party(names[0 if last else 1], "of the two named before")] if len(names) == 2 else []

    def speaker(self, token: int) -> list[Party]:
        """The party of whoever says a sentence in the first person."""
        inside = [act for act in self.page.speech if any(start <= token < end for start, end in act.contents)]
        for act in sorted(inside, key=lambda one: min(end - start for start, end in one.contents)):
            source = act.source or (0, 0)
            for at in range(source[1] - 1, source[0] - 1, -1):
                mention = self.sheet.mention_at(at)
                if mention and mention.name and mention.basis is not Basis.GROUP:
                    return [self._party(mention, "the speaker's own side")]
            for at in range(source[0], source[1]):
                held = self.sheet.pointed.get(at)
                if held:
                    return [self._party(held, "the speaker's own side")]
        return []

    def _named_before(self, token: int) -> list[ActorMention]:
        found: dict[str, ActorMention] = {}
        sentence = self.words.sentence[token]
        for mention in self._before(token):
            if self.words.sentence[mention.start] < sentence - SENTENCES_BACK:
                break
            if mention.name and mention.basis is not Basis.GROUP and not self._adjective(mention):
                found.setdefault(mention.name, mention)
        return list(found.values())

    def _before(self, token: int) -> list[ActorMention]:
        """Mentions before a token, the last one first."""
        low, high, mentions = 0, len(self.sheet.mentions), self.sheet.mentions
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if mentions[middle].end <= token else (low, middle)
        return mentions[max(0, low - 40) : low][::-1]

    def _adjective(self, mention: ActorMention) -> bool:
        return mention.basis is Basis.PLACE and mention.reason.startswith("adjective")

    def _where(self, mention: ActorMention) -> bool:
        """Whether the name of a country or capital tells a place: "in Iraq", "from Nairobi"."""
        words, head = self.words, self.sheet.head_of(mention)
        above = words.head[head]
        if words.dep[head] in {"poss", "compound", "npadvmod"}:
            return True
        return words.dep[head] in {"pobj", "conj"} and words.lower[above] in LOCATIVE

    def _candidates(self, token: int, exclude: frozenset[str], word: str) -> list[Candidate]:
        words, found = self.words, []
        sentence = words.sentence[token]
        exclude |= self._bound(token) | self._own(token, word)
        fights = words.dep[token] == "nsubj" and self.page.doc[words.head[token]].lemma_.lower() in nouns_of(
            "deeds", "verbs"
        )
        for mention in [*self._ahead(token), *self._before(token)]:
            back = sentence - words.sentence[mention.start]
            if back > SENTENCES_BACK:
                break
            if not mention.name or mention.name in exclude:
                continue
            weight = NEARNESS[back] * self._fit(mention, word) * (1.0 + self._role(mention, token, word))
            if fights and mention.basis is Basis.GROUP:
                weight *= FIGHTING
            if weight > 0:
                found.append(Candidate(weight, mention))
        found += self._chain(token, exclude, word, sentence)
        return found

    def _bound(self, token: int) -> frozenset[str]:
        """Names that an object pronoun cannot be: the subject of its own verb."""
        words = self.words
        if words.dep[token] not in {"dobj", "pobj", "dative"} or words.lower[token].endswith(("self", "selves")):
            return frozenset()
        verb = words.head[token]
        for _ in range(4):
            for child in self.sheet.children[verb]:
                if words.dep[child] in SUBJECTS and child != token:
                    held = self.sheet.mention_at(child) or self.sheet.pointed.get(child)
                    return frozenset({held.name}) if held and held.name else frozenset()
            if words.dep[verb] not in {"conj", "xcomp", "prep", "advcl", "pcomp", "agent"}:
                break
            verb = words.head[verb]
        return frozenset()

    def _own(self, token: int, word: str) -> frozenset[str]:
        """Names of a speaker's own side where "they" stands in its quoted words: it would have said "we"."""
        if word not in PLURAL:
            return frozenset()
        for act in self.page.speech:
            for start, end in act.contents:
                if start <= token < end and {self.words.text[start], self.words.text[max(0, start - 1)]} & QUOTES:
                    return frozenset(party.name for party in self.speaker(token))
        return frozenset()

    def _ahead(self, token: int) -> list[ActorMention]:
        """The subject that follows a possessive in a phrase before it: "In their only victory, X ..."."""
        words = self.words
        if words.dep[token] != "poss":
            return []
        at = token
        for _ in range(6):
            up = words.head[at]
            if words.pos[up] in {"VERB", "AUX"}:
                subjects = [
                    child for child in self.sheet.children[up] if words.dep[child] in SUBJECTS and child > token
                ]
                if at < token and words.dep[at] in {"prep", "advcl"} and subjects and up > token:
                    mention = self.sheet.mention_at(subjects[0])
                    return [mention] if mention else []
                return []
            at = up
        return []

    def _chain(self, token: int, exclude: frozenset[str], word: str, sentence: int) -> Iterator[Candidate]:
        """Pronouns before that have been resolved: whoever goes on being spoken of."""
        for at in range(token - 1, max(-1, token - CHAIN), -1):
            held = self.sheet.pointed.get(at)
            back = sentence - self.words.sentence[at]
            if back > 2:
                return
            if held is None or held.name in exclude or not self._agree(self.words.lower[at], word):
                continue
            dep = self.words.dep[at]
            if self.words.head[at] == self.words.head[token] and dep in SUBJECTS and self.words.dep[token] != "poss":
                continue
            yield Candidate(NEARNESS[back] * (1.6 if dep in SUBJECTS else 1.1), held)

    @staticmethod
    def _agree(one: str, other: str) -> bool:
        return any(one in group and other in group for group in (PLURAL, NEUTER, PERSONAL))

    def _role(self, mention: ActorMention, token: int, word: str) -> float:
        """What the grammatical role of a mention adds, and takes where it stands beside the pronoun."""
        words = self.words
        head = self.sheet.head_of(mention)
        dep = words.dep[head]
        bound = words.head[head] == words.head[token] and dep in SUBJECTS and words.dep[token] != "poss"
        if bound and word not in {"themselves", "itself", "himself"}:
            return -1.0
        if dep in SUBJECTS or words.dep[words.head[head]] == "agent":
            main = MAIN if words.dep[words.head[head]] == "ROOT" else 0.0
            return main + (0.6 if words.dep[token] not in {"dobj", "pobj"} else 0.4)
        return {"dobj": 0.25, "pobj": 0.1, "poss": 0.1, "conj": 0.15}.get(dep, 0.0)

    def _fit(self, mention: ActorMention, word: str) -> float:
        """How well a mention agrees with a pronoun in number and kind."""
        if self._adjective(mention):
            return 0.12
        if mention.basis is Basis.PLACE and self._where(mention):
            return 0.04
        if word in PERSONAL:
            return 1.0 if mention.basis is Basis.PERSON else self._officer(mention)
        if mention.basis is Basis.PERSON:
            return 0.1
        if word in PLURAL:
            return {Basis.PLACE: 0.4, Basis.GROUP: 0.9}.get(mention.basis, 1.0)
        return self._fit_singular(mention)

    def _officer(self, mention: ActorMention) -> float:
        """How well "he" fits a description: "a Congolese officer said his troops", but not "the officers"."""
        one = mention.basis is Basis.ROLE and self.words.lower[mention.end - 1] in nouns_of("persons")
        return OFFICER if one else 0.0

    def _fit_singular(self, mention: ActorMention) -> float:
        if mention.basis is Basis.GROUP:
            return 0.0
        if mention.basis is Basis.ROLE and self.words.lower[mention.end - 1].endswith(("s", "men")):
            return 0.1
        return 0.7 if mention.basis is Basis.PLACE else 1.0

    def _pick(self, candidates: list[Candidate], token: int) -> list[Party]:
        found = self._choose(candidates)
        return [self._party(found, f"“{self.words.text[token]}” points back to it")] if found else []

    @staticmethod
    def _choose(candidates: list[Candidate]) -> ActorMention | None:
        """The weightiest, where nobody else comes near."""
        best: dict[str, Candidate] = {}
        for one in candidates:
            name = one.mention.name or ""
            if name not in best or one.weight > best[name].weight:
                best[name] = one
        ranked = sorted(best.values(), key=lambda one: -one.weight)
        if not ranked or ranked[0].weight < FAINT:
            return None
        if len(ranked) > 1 and ranked[0].weight < CLEAR * ranked[1].weight:
            return None
        return ranked[0].mention

    def _party(self, mention: ActorMention, why: str) -> Party:
        span = self.page.span(mention.start, mention.end)
        return Party(mention.name or "", span, mention.actor.id if mention.actor else "", f"{why}: {mention.reason}")
