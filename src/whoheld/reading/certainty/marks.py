"""What a clause or a noun phrase says itself about whether its event happened."""

from spacy.tokens import Token

from whoheld.model import Status
from whoheld.reading.certainty.modals import auxiliary, coming, condition, hedge
from whoheld.reading.certainty.operators import table
from whoheld.reading.certainty.parts import AT, ATTRIBUTIVE, CLAUSE, LIKELY, NOBODY, NOUNS, WILL, Mark


def own(token: Token, skip: Token | None) -> list[Mark]:
    """The marks of a node's own phrase; ``skip`` is its child on the path."""
    if token.pos_ in CLAUSE:
        return clause(token, skip)
    marks = nominal(token) if token.pos_ in NOUNS else []
    return marks + [mark for mark in clause(token, skip) if mark.status is None or token.pos_ == "ADJ"]


def no_noun(token: Token) -> bool:
    """Whether a noun phrase is "no X", "not a single X", "nobody"."""
    if token.lower_ in NOBODY or (token.lower_ == "one" and token.i and token.nbor(-1).lower_ == "no"):
        return True
    for child in token.children:
        low = child.lower_
        if (
            low in {"no", "neither"}
            and child.dep_ != "advmod"
            and child.nbor(1).lower_ not in {"longer", "more", "fewer", "less"}
        ):
            return True
        if low == "not" and child.i < token.i and child.nbor(1).lower_ in {"a", "one", "any"}:
            return True
    before = token.doc[max(token.sent.start, token.i - 2) : token.i].text.lower()
    return before in {"not one", "not a"}


def nominal(token: Token) -> list[Mark]:
    """Marks of a noun phrase: "a planned offensive", "no attack"."""
    found = [Mark(None, f"no {token.text}")] if no_noun(token) else []
    attributes = table().attributes
    said = (child for child in token.children if _attribute(child, token) and child.lower_ in attributes)
    return found + [Mark(attributes[child.lower_], child.text) for child in said]


def _attribute(child: Token, token: Token) -> bool:
    """A word in front of a noun, or a participle behind it: "an attack expected on Friday"."""
    if child.i < token.i:
        return child.dep_ in ATTRIBUTIVE
    return child.dep_ == "acl" and child.tag_ == "VBN"


def clause(verb: Token, skip: Token | None = None) -> list[Mark]:
    """Marks of a predicate: negation first, then auxiliaries, adverbs and conditions."""
    negative: list[Mark] = []
    others: list[Mark] = []
    for child in verb.children:
        dep = child.dep_
        if skip is not None and child == skip:
            continue
        if dep in {"neg", "advmod", "preconj", "cc"}:
            negative += negation(child, verb)
            others += hedge(child, verb)
        elif dep in {"aux", "auxpass"}:
            others += auxiliary(child, verb)
        elif dep in {"nsubj", "nsubjpass", "dobj", "attr", "dative"}:
            negative += [Mark(None, child.text)] if no_noun(child) else []
        elif dep == "prep" and child.lower_ in AT:
            negative += [Mark(None, inner.text) for inner in child.children if no_noun(inner)]
        elif dep == "advcl":
            others += condition(child, verb)
        elif dep == "npadvmod":
            others += coming(child, verb)
    if len(negative) > 1:
        negative = negative[:1]  # "nobody ever", "never ... any": English negates once
    return negative + likely_future(others)


def likely_future(marks: list[Mark]) -> list[Mark]:
    """A forecast, whoever does it: "will probably"."""
    if any(mark.lemma == WILL for mark in marks) and any(mark.lemma == LIKELY for mark in marks):
        kept = [mark for mark in marks if mark.lemma not in {WILL, LIKELY}]
        return [Mark(Status.FORECAST, "will, likely", WILL), *kept]
    return marks


def negation(word: Token, verb: Token) -> list[Mark]:
    """The negation that an adverb brings, if it does."""
    low = word.lower_
    words = table()
    if words.adverbs.get(low) is Status.DENIED:
        following = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
        if following in {"only", "just", "merely", "least"} or until(verb):
            return []
        return [Mark(None, word.text)]
    if low == "longer" and word.i and word.nbor(-1).lower_ == "no":
        return [Mark(None, "no longer")]
    if low == "yet" and verb.lemma_ in {"have", "be", "remain"} and any(c.dep_ == "xcomp" for c in verb.children):
        return [Mark(None, "yet to")]
    return []


def until(verb: Token) -> bool:
    """Whether "not ... until" tells that it happened then: past only."""
    if any(child.dep_ == "aux" and child.lower_ in table().modals for child in verb.children):
        return False
    for child in verb.children:
        if child.lower_ in {"until", "till"} and child.i > verb.i:
            return True
        if child.dep_ == "advcl" and any(c.lower_ in {"until", "till"} for c in child.children):
            return True
    return False
