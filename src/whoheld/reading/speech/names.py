"""What claims call a speaker: its name, with pronouns and "the group" resolved to who spoke before."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import words
from whoheld.reading.mentions import ActorMention, Basis
from whoheld.reading.speech.acts import Raw
from whoheld.reading.speech.bodies import Homeland, adjective_of, listed_source, regular, seat
from whoheld.reading.speech.descriptions import antecedent, described, is_person, object_of, where
from whoheld.reading.speech.parts import subject_of
from whoheld.reading.speech.proper import abbreviations, name_run, people, text_of

SINGULAR, PLURAL, THING, SELF = (
    {"he", "she", "him", "her", "his"},
    {"they", "their"},
    {"it", "its"},
    {"i", "we", "you"},
)
NUMBERS = {
    "one",
    "another",
    "two",
    "three",
    "four",
    "several",
    "some",
    "others",
    "many",
    "most",
    "both",
    "few",
}
FAR = 120  # tokens back in which a person named is meant by "he"


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker: the name, and what a later pronoun or noun can take it up by."""

    name: str
    person: bool = False
    plural: bool = False
    lemmas: frozenset[str] = frozenset()


@dataclass
class Namer:
    """Names the speakers of one text in their order."""

    doc: Doc
    actors: list[ActorMention]
    known: list[Known] = field(default_factory=list)
    _issuers: dict[str, Known] = field(default_factory=dict)

    def name(self, act: Raw) -> str | None:
        """The name of an act's speaker, None where it is the author, or nobody knows."""
        if act.head < 0:
            return None
        head = antecedent(self.doc[act.head])
        lemma = head.lemma_.lower()
        if lemma in words("factive", "things") or (act.factive and act.rule not in {"quotation", "sentence end"}):
            return None
        if head.lower_ in NUMBERS and head.pos_ != "PROPN":
            return self._numbered(head)
        if head.pos_ == "PRON":
            return self._pronoun(head)
        if not (head.pos_ in {"NOUN", "PROPN", "ADJ"} or head.text.isupper()) or (
            not head.text[:1].isupper() and self._mute(lemma, act)
        ):
            return None
        found = self._whole(act, head) or self._noun(head, act.source[0] if act.source else 0)
        self.known.append(found)
        return found.name

    def _whole(self, act: Raw, head: Token) -> Known | None:
        """The source's whole phrase as a listed name: "Reporters Without Borders"."""
        if act.source is None or not self.doc[act.source[0]].text[:1].isupper():
            return None
        tokens = list(self.doc[slice(*act.source)])[:8]
        listed = listed_source(tokens, whole=True) if len(tokens) > 1 else None
        return Known(listed, False, False, frozenset({head.lemma_.lower()})) if listed else None

    def _mute(self, lemma: str, act: Raw) -> bool:
        """Nouns that are not known to speak do so with the plainest verbs only."""
        listed = (words("speakers", key) for key in ("persons", "organs", "bodies", "mediums", "national"))
        if any(lemma in group for group in listed) or lemma in words("nouns", "documents"):
            return False
        return act.rule == "object" or (act.rule == "clause" and act.lemma in words("factive", "evidence"))

    def _pronoun(self, head: Token) -> str | None:
        word = head.lower_
        if word in SINGULAR:
            return self._last(lambda one: one.person and not one.plural) or self._person_before(head)
        if word in PLURAL:
            return self._last(lambda one: one.plural) or self._last(lambda one: not one.person)
        return self._last(lambda one: not one.person) if word in THING else None

    def _last(self, fits: Callable[[Known], bool]) -> str | None:
        return next((one.name for one in reversed(self.known) if fits(one)), None)

    def _person_before(self, head: Token) -> str | None:
        """The last person named in the sentences before."""
        for at in range(head.i - 1, max(-1, head.i - FAR), -1):
            token = self.doc[at]
            if token.pos_ == "PROPN" and token.dep_ in {"nsubj", "nsubjpass", "appos"}:
                found = self._proper(token)
                if found.person:
                    return found.name
            elif token.pos_ == "NOUN" and token.dep_ == "nsubj" and token.lemma_ in words("speakers", "persons"):
                return self._noun(token).name
        return None

    def _numbered(self, head: Token) -> str | None:
        """For "one", "another", "two of the elders": of those in the phrase, or of those who stood before."""
        body = object_of(head, {"of"})
        if body is None:
            people_of = words("speakers", "persons")
            floor = max(-1, head.i - FAR)
            places = range(head.i - 1, floor, -1)
            body = next((self.doc[n] for n in places if self.doc[n].lemma_.lower() in people_of), None)
        if body is None:
            return None
        found = text_of(described(body))
        single = head.lower_ in {"one", "another"} and body.tag_ == "NNS"
        return found[: -len(body.text)] + body.lemma_ if single else found

    def _noun(self, head: Token, floor: int = 0) -> Known:
        if head.pos_ == "PROPN" or (head.text.isupper() and len(head.text) > 1):
            return self._proper(head, floor)
        apposed = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if apposed is not None and apposed.text[:1].isupper() and apposed.i - head.i < 16:
            found = self._proper(apposed)
            person = found.person or head.lemma_ in words("speakers", "persons")
            return Known(found.name, person, False, found.lemmas | {head.lemma_.lower()})
        return self._common(head, floor)

    def _proper(self, head: Token, floor: int = 0) -> Known:
        """A capitalised name: a body with what it belongs to, or a person without title."""
        tokens = list(self.doc[slice(*name_run(head, floor))])
        lemmas = frozenset(token.lower_ for token in tokens)
        text = text_of(tokens)
        listed = self._abbreviations.get(text) or (self._mentioned(head) if text.isupper() else None)
        listed = listed or listed_source(tokens) or self._mentioned(head)
        if listed:
            return Known(listed, False, False, lemmas)
        if tokens[-1].lower_ in words("speakers", "spokes"):
            return Known(text_of(tokens), True, False, lemmas)
        titled = max((n for n, t in enumerate(tokens[:-1]) if t.lower_ in words("speakers", "titles")), default=-1)
        if titled >= 0 and not {t.lower_ for t in tokens[titled + 1 :]} & words("speakers", "organs"):
            return self._person(tokens, lemmas)
        if lemmas & words("speakers", "organs") or tokens[-1].lower_.rstrip("s") in words("speakers", "organs"):
            return Known(self._owned(tokens, head), False, False, lemmas)
        return self._person(tokens, lemmas)

    def _person(self, tokens: list[Token], lemmas: frozenset[str]) -> Known:
        titles = words("speakers", "titles")
        cut = max((n for n, token in enumerate(tokens[:-1]) if token.lower_ in titles), default=-1)
        before = self.doc[tokens[0].i - 1].lower_ if tokens[0].i else ""
        named = tokens[cut + 1 :]
        if len(named) == 1 and named[0].lower_ in self._people and not named[0].text.isupper():
            return Known(self._people[named[0].lower_], True, False, lemmas)
        titled = cut >= 0 or before in titles or before in words("speakers", "persons")
        name = text_of(named)
        if not titled and len(named) == 1:
            return Known(self._abbreviations.get(name) or seat(name) or name, False, False, lemmas)
        person = titled or (len(named) >= 2 and not any(t.text.isupper() and len(t.text) > 2 for t in named))
        return Known(name, person, False, lemmas | {before})

    def _common(self, head: Token, floor: int = 0) -> Known:
        lemma = head.lemma_.lower()
        if lemma in words("nouns", "documents"):
            found = self._issuer(head)
            if found is not None:
                return found
        tokens = described(head, floor)
        lemmas = frozenset(token.lemma_.lower() for token in tokens)
        person, plural = is_person(lemma), head.tag_ == "NNS"
        definite = any(child.dep_ == "det" and child.lower_ in {"the", "that", "this"} for child in head.children)
        if definite and (len(tokens) == 1 or any(token.lower_ == "based" for token in tokens)):
            earlier = self._taken_up(lemma)
            if earlier is not None:
                return earlier
        mention = (None if person else self._mentioned(head)) or (
            listed_source(tokens[:-1]) if lemma in words("speakers", "reporters") and len(tokens) > 1 else None
        )
        if mention:
            return Known(mention, person, plural, lemmas)
        if lemma in words("speakers", "spokes"):
            return self._spokes(head, tokens, lemmas)
        name = text_of(tokens) if person else self._owned(tokens, head)
        if lemma == "source":
            name += where(head)
        return Known(name, person, plural, lemmas)

    def _taken_up(self, lemma: str) -> Known | None:
        """Who "the ministry", "the officer", "the group" was before."""
        for one in reversed(self.known):
            if lemma in one.lemmas or (lemma in words("speakers", "bodies") and not one.person):
                return one
        return None

    def _spokes(self, head: Token, tokens: list[Token], lemmas: frozenset[str]) -> Known:
        """A spokesman without a name: of the body in the phrase; who it is for where that is told behind."""
        body = object_of(head, {"for", "of"})
        if body is None:
            body = next((child for child in head.children if child.dep_ == "poss"), None)
        if body is None or body.pos_ == "PRON":
            owner = self._pronoun(body) if body is not None else None
            return Known(f"{owner} {tokens[-1].text}" if owner else text_of(tokens), True, False, lemmas)
        found = self._noun(body)
        return Known(found.name, True, False, lemmas | found.lemmas)

    def _issuer(self, head: Token) -> Known | None:
        """Whom a statement speaks for: "the army's statement", "a report by X", or who spoke before."""
        holder = next((child for child in head.children if child.dep_ == "poss"), None)
        holder = holder if holder is not None else object_of(head, {"by", "from", "of"})
        if holder is None:
            verb = next((c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
            holder = object_of(verb, {"by"}) if verb is not None else None
        if holder is None and head.dep_ == "dobj" and head.head.pos_ == "VERB":
            holder = subject_of(head.head)
        if holder is not None and holder.pos_ == "PRON":
            name = self._pronoun(holder)
            return Known(name) if name else None
        if holder is not None and holder.pos_ in {"NOUN", "PROPN"} and holder.i != head.i:
            self._issuers[head.lemma_] = self._noun(holder)
            return self._issuers[head.lemma_]
        definite = any(child.lower_ in {"the", "this"} for child in head.children)
        plain = not any(child.dep_ in {"compound", "amod"} for child in head.children)
        if not (definite and plain):
            return None
        return self._issuers.get(head.lemma_) or (self.known[-1] if self.known else None)

    def _owned(self, tokens: list[Token], head: Token) -> str:
        """A body with whose it is: "Turkey's defence ministry", "the army" of the country told of."""
        holder = next((c for c in head.children if c.dep_ == "poss" and c.pos_ != "PRON"), None)
        text = text_of(tokens)
        listed = listed_source(tokens)
        if listed:
            return listed
        if holder is not None and holder not in tokens and holder.pos_ == "PROPN":
            owner = adjective_of(text_of(list(self.doc[slice(*name_run(holder))])))
            return regular(f"{owner} {text}")
        bare = text.lower()
        if bare in words("speakers", "national") or (bare.endswith("ministry") and self._homeless(tokens)):
            return regular(self._homeland.named(regular(text), head.i) or text)
        return regular(text)

    def _homeless(self, tokens: list[Token]) -> bool:
        """A ministry that the phrase gives no country: "the Defence Ministry", "the ministry"."""
        return len(tokens) <= 3 and regular(text_of(tokens)).split()[0].lower() in words("speakers", "portfolios")

    def _mentioned(self, head: Token) -> str | None:
        for mention in self.actors:
            if mention.start <= head.i < mention.end:
                if mention.basis is Basis.ROLE and head.lemma_.lower() in {"ministry", "spokesman"}:
                    return None
                told = mention.name if mention.basis in {Basis.NAME, Basis.ROLE, Basis.PLACE} else None
                return regular(told) if told else None
            if mention.start > head.i:
                break
        return None

    @cached_property
    def _people(self) -> dict[str, str]:
        return people(self.doc)

    @cached_property
    def _abbreviations(self) -> dict[str, str]:
        return abbreviations(self.doc)

    @cached_property
    def _homeland(self) -> Homeland:
        return Homeland(self.doc)
