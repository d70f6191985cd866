"""What auxiliaries, adverbs and conditional clauses say of a predicate."""

from spacy.tokens import Token

from whoheld.model import Status
from whoheld.reading.certainty.operators import table
from whoheld.reading.certainty.parts import (
    FIRST_PERSON,
    HAVE,
    LIKELY,
    PERCEIVED,
    PRESENT,
    SUBJECTS,
    WILL,
    Mark,
)


def hedge(word: Token, verb: Token) -> list[Mark]:
    """What an adverb says of probability or of the time to come."""
    words = table()
    status = words.adverbs.get(word.lower_)
    if status and status is not Status.DENIED:
        return [Mark(status, word.text, LIKELY)]
    return coming(word, verb)


def coming(word: Token, verb: Token) -> list[Mark]:
    """A present tense with "tomorrow" or "next week" speaks of a plan."""
    words = table().words
    ahead = word.lower_ in words["adverbs.future"] or (
        any(c.lower_ in words["adverbs.next"] for c in word.children) and word.dep_ == "npadvmod"
    )
    if not ahead or any(
        c.tag_ == "VBD" or c.lower_ in {"has", "have"} for c in verb.children if c.dep_ in {"aux", "auxpass"}
    ):
        return []
    present = verb.tag_ in PRESENT or any(c.tag_ in PRESENT for c in verb.children if c.dep_ in {"aux", "auxpass"})
    return [Mark(Status.PLANNED, word.text)] if present else []


def auxiliary(aux: Token, verb: Token) -> list[Mark]:
    """What a modal verb says."""
    low = aux.lower_
    group = table().modals.get(low)
    if group is None or aux.tag_ != "MD":
        return []
    if group in {"should", "would"} and inverted(aux, verb):
        return [Mark(Status.CONDITIONAL, f"{aux.text}, inverted")]
    if group == "would":
        return would(aux, verb)
    if group == "possible":
        past = low == "could" and verb.lemma_ in PERCEIVED
        return [] if past else [Mark(Status.POSSIBLE, aux.text)]
    if group == "must":
        return [Mark(Status.PLANNED, aux.text)]
    return [Mark(Status.FORECAST if group == "should" else future(verb), aux.text, WILL)]


def would(aux: Token, verb: Token) -> list[Mark]:
    """Counterfactual, hypothetical, reported future, or a historian's future in the past."""
    words = table().words
    children = list(verb.children)
    if any(child.lower_ in HAVE and child.dep_ == "aux" for child in children):
        return [Mark(Status.CONDITIONAL, f"{aux.text} have")]
    if any(c.dep_ == "nsubj" and c.lemma_.lower() in words["modals.hypothetical"] for c in children):
        return [Mark(Status.CONDITIONAL, aux.text)]
    if not reported(verb) and any(child.lower_ in words["adverbs.later"] for child in children):
        return []
    return [Mark(future(verb), aux.text, WILL)]


def reported(verb: Token) -> bool:
    """Whether a clause is what somebody says or thinks."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ in {"ccomp", "acl"}


def future(verb: Token) -> Status:
    """A plan where somebody does it on purpose, else a forecast."""
    if any(child.dep_ == "nsubj" and child.lower_ in FIRST_PERSON for child in verb.children):
        return Status.PLANNED
    return Status.FORECAST if verb.lemma_ in table().words["modals.unwilled"] else Status.PLANNED


def inverted(aux: Token, verb: Token) -> bool:
    """Whether an auxiliary opens its clause before the subject ("Should Goma fall, ...")."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or not aux.i < subject.i:
        return False
    return aux.sent[-1].text != "?" and not any(t.text == "?" for t in aux.sent[-3:])


def condition(child: Token, verb: Token) -> list[Mark]:
    """Whether an adverbial clause puts the main clause under a condition."""
    words = table().words["conjunctions.conditional"]
    mark = next((c for c in child.children if c.dep_ in {"mark", "advmod"} and c.lower_ in words), None)
    if mark is None:
        turned = [c for c in child.children if c.dep_ in {"aux", "auxpass"} and c.lower_ in {"should", "had", "were"}]
        if not turned or not inverted(turned[0], child):
            return []
        return [Mark(Status.CONDITIONAL, turned[0].text)]
    if verb.tag_ == "VBD" and not any(c.tag_ == "MD" for c in verb.children):
        return []  # "asked if": what is told in the past tense was no hypothesis
    return [Mark(Status.CONDITIONAL, mark.text)]
