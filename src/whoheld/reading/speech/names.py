"""What claims call a speaker: the name that the noun phrase gives, pronouns and "the group" resolved to who spoke before."""

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import words
from whoheld.codebooks.sources import sources_by_name
from whoheld.codebooks.states import states_by_adjective, states_by_name
from whoheld.codebooks.tables import fold_name
from whoheld.errors import CodebookError
from whoheld.reading.mentions import Basis
from whoheld.reading.page import Page
from whoheld.reading.speech.raw import Raw

JOINING = {
    "-",
    "al",
    "el",
    "bin",
    "ibn",
    "de",
    "der",
    "van",
    "von",
    "da",
    "of",
    "for",
    "the",
    "and",
    "&",
    "’s",
    "'s",
    "du",
}
SINGULAR, PLURAL, THING, SELF = {"he", "she"}, {"they"}, {"it", "this"}, {"i", "we", "you"}
RELATIVE = {"who", "which", "that"}


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker met before."""

    name: str
    person: bool
    plural: bool
    lemmas: frozenset[str]


@dataclass(slots=True)
class Namer:
    """Names speakers in the order of the text."""

    page: Page
    known: list[Known] = field(default_factory=list)
    _people: dict[str, str] | None = None
    _country: str | None = None

    def name(self, act: Raw) -> str | None:
        """The name of an act's speaker, None where it is the author or nobody knows."""
        if act.head < 0:
            return None
        head = self.page.doc[act.head]
        head = _antecedent(head)
        if head.pos_ == "PRON":
            return self._pronoun(head)
        found = self._noun(head)
        if found is not None:
            self.known.append(found)
            return found.name
        return None

    # -- pronouns ---------------------------------------------------------------------------------------------

    def _pronoun(self, head: Token) -> str | None:
        word = head.lower_
        if word in SELF:
            return None
        if word in SINGULAR:
            return self._last(lambda one: one.person and not one.plural) or self._person_before(head)
        if word in PLURAL:
            return self._last(lambda one: one.plural or not one.person)
        if word in THING:
            return self._last(lambda one: not one.person)
        return None

    def _last(self, fits) -> str | None:  # type: ignore[no-untyped-def]
        return next((one.name for one in reversed(self.known) if fits(one)), None)

    def _person_before(self, head: Token) -> str | None:
        """The last person named as the subject of a sentence before."""
        doc = self.page.doc
        for at in range(head.i - 1, max(-1, head.i - 80), -1):
            token = doc[at]
            if token.pos_ == "PROPN" and token.dep_ in {"nsubj", "nsubjpass", "appos"}:
                found = self._proper(token)
                if found is not None and found.person:
                    return found.name
        return None

    # -- nouns ------------------------------------------------------------------------------------------------

    def _noun(self, head: Token) -> Known | None:
        if head.pos_ == "PROPN":
            return self._proper(head) or self._common(head)
        apposed = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if apposed is not None:
            found = self._proper(apposed)
            if found is not None:
                lemmas = found.lemmas | {head.lemma_.lower()}
                return Known(
                    found.name, found.person or head.lemma_ in words("speakers", "persons"), False, lemmas
                )
        return self._common(head)

    def _proper(self, head: Token) -> Known | None:
        """A name: a body with what it belongs to, or a person without title."""
        doc, run = head.doc, _run(head)
        tokens = [doc[at] for at in range(*run)]
        lemmas = frozenset(token.lemma_.lower() for token in tokens)
        text = _text(tokens)
        listed = self._listed(text, head)
        if listed:
            return Known(listed, False, False, lemmas)
        if tokens[-1].lower_ in words("speakers", "spokes"):
            return None
        cut = max(
            (n for n, t in enumerate(tokens[:-1]) if t.lower_ in words("speakers", "titles")), default=-1
        )
        last = tokens[-1].lower_
        organ = bool(lemmas & words("speakers", "organs")) or last in words("speakers", "organs")
        if organ or any(token.lower_ in {"of", "for"} for token in tokens):
            return Known(self._bodied(tokens, head), False, False, lemmas)
        person = tokens[cut + 1 :]
        before = doc[run[0] - 1].lower_ if run[0] else ""
        titled = cut >= 0 or before in words("speakers", "titles") or before in words("speakers", "persons")
        name = _text(person)
        if len(person) == 1:
            full = self._full_names().get(person[0].lower_)
            if full:
                return Known(full, True, False, lemmas)
        is_person = titled or (
            len(person) >= 2 and not any(t.text.isupper() and len(t.text) > 1 for t in person)
        )
        return Known(name, is_person, False, lemmas | ({before} if titled else set()))

    def _common(self, head: Token) -> Known:
        doc = head.doc
        lemma = head.lemma_.lower()
        person, plural = lemma in words("speakers", "persons"), head.tag_ == "NNS"
        if lemma in words("nouns", "documents"):
            found = self._issuer(head)
            if found is not None:
                return found
        tokens = _modified(head)
        definite = any(
            child.lower_ in {"the", "that", "this"} for child in head.children if child.dep_ == "det"
        )
        if definite and (len(tokens) == 1):
            earlier = next(
                (
                    one
                    for one in reversed(self.known)
                    if lemma in one.lemmas or (lemma in words("speakers", "bodies") and not one.person)
                ),
                None,
            )
            if earlier is not None:
                return earlier
        lemmas = frozenset(token.lemma_.lower() for token in tokens)
        if lemma in words("speakers", "spokes") and len(tokens) == 1:
            body = _object_of(head, {"for", "of"})
            if body is not None:
                found = self._noun(body)
                if found is not None:
                    return Known(found.name, True, plural, lemmas | found.lemmas)
        mention = self._mentioned(head)
        name = mention or (self._bodied(tokens, head) if not person else _text(tokens))
        return Known(name, person, plural, lemmas)

    def _issuer(self, head: Token) -> Known | None:
        """Whom a statement or report speaks for: "the army's statement", "a report by X", or who spoke before."""
        holder = next((child for child in head.children if child.dep_ == "poss"), None)
        holder = holder if holder is not None else _object_of(head, {"by", "from", "of"})
        if holder is None:
            acl = next((c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
            agent = next((c for c in acl.children if c.dep_ == "agent"), None) if acl is not None else None
            holder = (
                next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
            )
        if holder is not None and holder.pos_ == "PRON":
            name = self._pronoun(holder)
            return Known(name, False, False, frozenset()) if name else None
        if holder is not None and holder.pos_ in {"NOUN", "PROPN"}:
            return self._noun(holder)
        modifiers = [c for c in head.children if c.dep_ in {"compound", "amod"} and c.i < head.i]
        if modifiers:
            return None
        if head.dep_ == "dobj" and head.head.pos_ == "VERB":
            from whoheld.reading.speech.parts import subject_of

            subject = subject_of(head.head)
            if subject is not None and subject.pos_ in {"NOUN", "PROPN"} and subject.i != head.i:
                return self._noun(subject)
        definite = any(child.lower_ in {"the", "this"} for child in head.children)
        return self.known[-1] if definite and self.known else None

    def _bodied(self, tokens: list[Token], head: Token) -> str:
        """A body's name with its country: "Turkey's defence ministry" is the Turkish Defence Ministry."""
        text = _text(tokens)
        holder = next((child for child in head.children if child.dep_ == "poss"), None)
        if holder is not None and holder not in tokens and holder.pos_ == "PROPN":
            owner = " ".join(t.text for t in holder.subtree if t.dep_ != "case" and t.pos_ != "DET")
            text = f"{_adjective(owner)} {text}"
        text = text.replace("defense", "defence").replace("Defense", "Defence")
        for form in ("Ministry of Defence", "Ministry of Interior", "Ministry of the Interior"):
            noun = "Defence" if "Defence" in form else "Interior"
            text = text.replace(form, f"{noun} Ministry")
        return self._listed(text, head) or text

    # -- registries -------------------------------------------------------------------------------------------

    def _mentioned(self, head: Token) -> str | None:
        for mention in self.page.actors:
            if mention.start <= head.i < mention.end:
                return mention.name if mention.basis in {Basis.NAME, Basis.ROLE, Basis.PERSON} else None
            if mention.start > head.i:
                break
        return None

    def _listed(self, text: str, head: Token) -> str | None:
        try:
            found = sources_by_name().get(fold_name(text))
        except CodebookError:
            found = None
        return found.name if found else self._mentioned(head) if " " not in text else None

    def _full_names(self) -> dict[str, str]:
        """Last word of a person's name to the whole name as it stands first."""
        if self._people is None:
            self._people = _people(self.page.doc)
        return self._people


def _antecedent(head: Token) -> Token:
    """What "who", "which" and "that" stand for."""
    if head.lower_ in RELATIVE and head.tag_ in {"WDT", "WP"}:
        verb = head.head
        for _ in range(4):
            if verb.dep_ in {"relcl", "acl"}:
                return verb.head
            verb = verb.head
    return head


def _run(head: Token) -> tuple[int, int]:
    """The capitalised words around a head that make one name."""
    doc = head.doc
    start, end = head.i, head.i + 1
    while start > 0 and _joins(doc, start - 1, -1):
        start -= 1
    while end < len(doc) and end - start < 14 and _joins(doc, end, 1):
        end += 1
    while start < head.i and not (doc[start].text[:1].isupper() or doc[start].lower_ in {"al", "el"}):
        start += 1
    while end > head.i + 1 and not doc[end - 1].text[:1].isupper():
        end -= 1
    return start, end


def _joins(doc: Doc, at: int, step: int) -> bool:
    token = doc[at]
    if token.is_space or (token.is_punct and token.text != "-"):
        return False
    if token.pos_ in {"PROPN", "ADJ"} and token.text[:1].isupper():
        return True
    if token.pos_ == "NOUN" and token.text[:1].isupper() and step < 0:
        return True
    if token.lower_ not in JOINING or (
        token.lower_ in {"of", "for", "the", "and"} and step < 0 and token.lower_ == "the"
    ):
        return False
    beyond = at + step
    while 0 <= beyond < len(doc) and doc[beyond].lower_ in JOINING and abs(beyond - at) < 3:
        beyond += step
    inside = 0 <= beyond < len(doc)
    return inside and doc[beyond].text[:1].isupper() and doc[beyond].pos_ in {"PROPN", "ADJ", "NOUN"}


def _text(tokens: list[Token]) -> str:
    return "".join(token.text_with_ws for token in tokens).strip()


def _modified(head: Token) -> list[Token]:
    """A common noun with the words before it that tell whose and what it is."""
    doc, start = head.doc, head.i
    floor = max(head.left_edge.i, head.i - 6)
    while (
        start > floor
        and not doc[start - 1].is_punct
        and doc[start - 1].lower_ not in words("speakers", "dropped")
    ):
        if (
            doc[start - 1].pos_ in {"NUM", "VERB", "ADP", "PRON", "SPACE", "CCONJ", "SCONJ"}
            or doc[start - 1].dep_ == "case"
        ):
            if doc[start - 1].text != "-":
                break
        start -= 1
    return [doc[at] for at in range(start, head.i + 1)]


def _object_of(head: Token, prepositions: set[str]) -> Token | None:
    for child in head.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _adjective(country: str) -> str:
    try:
        state = states_by_name().get(fold_name(country))
    except CodebookError:
        return country
    return state.adjectives[0] if state and state.adjectives else country


def _people(doc: Doc) -> dict[str, str]:
    found: dict[str, str] = {}
    at, size = 0, len(doc)
    organs, titles = words("speakers", "organs"), words("speakers", "titles")
    while at < size:
        if doc[at].pos_ != "PROPN":
            at += 1
            continue
        start = at
        while at < size and (
            doc[at].pos_ == "PROPN" or (doc[at].text == "-" and at + 1 < size and doc[at + 1].pos_ == "PROPN")
        ):
            at += 1
        tokens = [doc[n] for n in range(start, at)]
        cut = max((n for n, t in enumerate(tokens[:-1]) if t.lower_ in titles), default=-1)
        tokens = tokens[cut + 1 :]
        if 2 <= len(tokens) <= 6 and not any(t.lower_ in organs or t.text.isupper() for t in tokens):
            for part in (tokens[-1].lower_,):
                found.setdefault(part, _text(tokens))
    return found
