"""What claims call a speaker: its name, with pronouns and "the group" resolved to who spoke before."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import words
from whoheld.reading.speech.acts import Raw
from whoheld.reading.speech.bodies import listed_source, plain
from whoheld.reading.speech.descriptions import antecedent, described, is_person, name_within, object_of, where
from whoheld.reading.speech.known import Known, Memory, later
from whoheld.reading.speech.lexicon import Lexicon
from whoheld.reading.speech.parts import subject_of
from whoheld.reading.speech.proper import name_run, text_of

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
ORGANS_ALONE = {"ministry", "council", "observatory", "coalition", "army", "command", "centre", "center", "network"}
AGENCIES = {"AFP"}  # as a speaker the agency, not an army of these letters
FAR = 120  # tokens back in which a person named is meant by "he"


@dataclass
class Namer:
    """Names the speakers of one text in their order."""

    doc: Doc
    lexicon: Lexicon
    memory: Memory = field(default_factory=Memory)
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
        found = replace(found, name=plain(found.name), at=head.i)
        self.memory.known.append(found)
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
            found = self._taking(head, lambda one: one.person and not one.plural)
            return found.name if found else self._person_before(head)
        if word in PLURAL:
            found = self._taking(head, lambda one: one.plural) or self._taking(head, lambda one: not one.person)
        else:
            found = self._taking(head, lambda one: not one.person) if word in THING else None
        return found.name if found else None

    def _taking(self, head: Token, fits: Callable[[Known], bool]) -> Known | None:
        """Of the last speaker and what the last sentences are about, the one that stands later."""
        return later(self.memory.last(fits), self._topic(head, fits))

    def _topic(self, head: Token, fits: Callable[[Known], bool]) -> Known | None:
        """The subject of the main verb of the sentence before, in the same paragraph, where it is one who can speak."""
        at = head.sent.start - 1
        if at < 0 or self.doc[at].is_space:
            return None
        root = self.doc[at].sent.root
        subject = next((child for child in root.children if child.dep_ == "nsubj"), None)
        if subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
            return None
        if subject.pos_ == "NOUN" and not self._can_speak(subject):
            return None
        found = replace(self._noun(subject), at=subject.i)
        described_only = found.person and found.name[:1].islower()  # "the owner lost both legs", she said
        return found if fits(found) and not described_only else None

    def _can_speak(self, noun: Token) -> bool:
        lemma = noun.lemma_.lower()
        return any(lemma in words("speakers", key) for key in ("persons", "organs", "bodies", "national"))

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
        inner = head.i > head.sent.start + 1 and head.lower_ in words("speakers", "organs")
        named = head.text[:1].isupper() and (inner or head.lower_ in self.lexicon.people)  # taken for common nouns
        if named or head.pos_ == "PROPN" or (head.text.isupper() and len(head.text) > 1):
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
        earlier = self.memory.taken_up(head.lower_) if len(tokens) == 1 and head.lower_ in ORGANS_ALONE else None
        if earlier is not None:
            return earlier
        text = text_of(tokens)
        listed = self.lexicon.abbreviations.get(text) or (text if text in AGENCIES else None)
        listed = listed or (self.lexicon.mentioned(head) if text.isupper() else None)
        listed = listed or listed_source(tokens) or self.lexicon.mentioned(head, len(tokens))
        if listed:
            return Known(listed, False, False, lemmas)
        if tokens[-1].lower_ in words("speakers", "spokes"):
            return Known(text_of(tokens), True, False, lemmas)
        titled = max((n for n, t in enumerate(tokens[:-1]) if t.lower_ in words("speakers", "titles")), default=-1)
        if titled >= 0 and not {t.lower_ for t in tokens[titled + 1 :]} & words("speakers", "organs"):
            return self.lexicon.person(tokens, lemmas)
        if lemmas & words("speakers", "organs") or tokens[-1].lower_.rstrip("s") in words("speakers", "organs"):
            return Known(self.lexicon.owned(tokens, head), False, False, lemmas)
        return self.lexicon.person(tokens, lemmas)

    def _common(self, head: Token, floor: int = 0) -> Known:
        lemma = head.lemma_.lower()
        if lemma in words("nouns", "documents"):
            found = self._issuer(head)
            if found is not None:
                return found
        tokens = described(head, floor)
        person, plural = is_person(lemma), head.tag_ == "NNS"
        lemmas = frozenset({lemma} if person else {token.lemma_.lower() for token in tokens})
        person_named = name_within(tokens)
        if person_named:
            return self.lexicon.person(person_named, lemmas)
        earlier = self._meant(head, tokens)
        if earlier is not None:
            return earlier
        mention = (None if person else self.lexicon.mentioned(head)) or (
            listed_source(tokens[:-1]) if lemma in words("speakers", "reporters") and len(tokens) > 1 else None
        )
        if mention:
            return Known(mention, person, plural, lemmas)
        if lemma in words("speakers", "spokes"):
            return self._spokes(head, tokens, lemmas)
        name = self._within(head) if lemma == "source" and len(tokens) == 1 else None
        name = name or (text_of(tokens) if person else self.lexicon.owned(tokens, head))
        return Known(name, person, plural, lemmas)

    def _meant(self, head: Token, tokens: list[Token]) -> Known | None:
        """Who "the ministry" was before."""
        definite = any(child.dep_ == "det" and child.lower_ in {"the", "that", "this"} for child in head.children)
        bare = len(tokens) == 1 or any(token.lower_ == "based" for token in tokens)
        return self.memory.taken_up(head.lemma_.lower()) if definite and bare else None

    def _within(self, head: Token) -> str | None:
        """The body that "a source at the Hama Police Command" speaks for."""
        within = where(head)
        if not within:
            return None
        if within[0].pos_ == within[-1].pos_ == "PROPN":
            return self.lexicon.body(within) or text_of(within)
        return text_of(list(self.doc[head.i : within[-1].i + 1]))

    def _spokes(self, head: Token, tokens: list[Token], lemmas: frozenset[str]) -> Known:
        """A spokesman without a name speaks for the body in the phrase: "army spokesman", "spokesman for the army"."""
        body = object_of(head, {"for", "of"})
        if body is None:
            body = next((child for child in head.children if child.dep_ == "poss"), None)
        if body is not None and body.pos_ == "PRON":
            owner = self._pronoun(body)
            return Known(owner or text_of(tokens), True, False, lemmas)
        if body is not None:
            found = self._noun(body)
            return Known(found.name, True, False, lemmas | found.lemmas)
        named = self.lexicon.body(tokens[:-1])
        return Known(named or text_of(tokens), True, False, lemmas)

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
        before = described(head)[:-1]
        if before and head.lemma_ == "statement":
            return Known(
                self.lexicon.body(before) or text_of(before), False, False, frozenset({before[-1].lower_}), head.i
            )
        definite = any(child.lower_ in {"the", "this"} for child in head.children)
        plain = not any(child.dep_ in {"compound", "amod"} for child in head.children)
        if not (definite and plain):
            return None
        return self._issuers.get(head.lemma_) or self.memory.last(lambda one: bool(one.name))
