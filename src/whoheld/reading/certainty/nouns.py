"""Steps up from something in a noun phrase: "plan to attack", "reports that it fell"."""

from spacy.tokens import Token

from whoheld.model import Status
from whoheld.reading.certainty.marks import no_noun, nominal, own
from whoheld.reading.certainty.operators import table, verb_status
from whoheld.reading.certainty.parts import SUBJECTS, Mark, Step, by, infinitive, perfect

ORDINALS = frozenset({"first", "last", "only", "second", "third", "latest", "next"})
RELATIVES = frozenset({"that", "which", "who"})


def modifier(node: Token) -> Step:
    """A clause on a noun: "plan to attack", "report that it fell", "offensive to retake"."""
    head = node.head
    if infinitive(node):
        return ([], None) if perfect(node) else to_clause(node, head)
    if node.dep_ == "relcl" and not (passes_on(head) and that_clause(node)):
        return [], None
    if node.tag_ in {"VBG", "VBN"} and not any(c.dep_ == "mark" or c.dep_ in SUBJECTS for c in node.children):
        return [Mark(None, f"no {head.text}")] if no_noun(head) else [], None
    return under_noun(node, head)


def passes_on(head: Token) -> bool:
    """Whether a noun is an operator or adds nothing."""
    lemma, words = head.lemma_.lower(), table()
    return lemma in words.nouns or lemma in words.words["transparent.nouns"]


def to_clause(node: Token, head: Token) -> Step:
    """An infinitive on a noun; the noun may be the object of a verb that orders or causes it."""
    words = table()
    if head.dep_ in {"dobj", "nsubjpass"} and head.head.pos_ == "VERB":
        verb = head.head
        if verb.lemma_ in words.words["transparent.causative"]:
            return own(verb, head), verb
        if status := verb_status(words, verb.lemma_, "to"):
            return [by(status, verb), *own(verb, head)], verb
    if head.lemma_.lower() in ORDINALS or any(child.lower_ in ORDINALS for child in head.children):
        return [], None  # "the first city to fall" fell
    if words.nouns.get(head.lemma_.lower()) is Status.DENIED:
        return [by(Status.DENIED, head), *own(head, node)], head
    return [by(Status.PLANNED, head), *own(head, node)], head if passes_on(head) else None


def that_clause(node: Token) -> bool:
    """A clause after "that" with a subject of its own: what a report says, not which report."""
    subject = next((child for child in node.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ in RELATIVES:
        return False
    return any(child.lower_ == "that" for child in node.children)


def under_noun(node: Token, head: Token) -> Step:
    """Something in the phrase of a noun: an operator, a noun that adds nothing, or the end of the way."""
    lemma = head.lemma_.lower()
    words = table()
    marks = [Mark(None, f"no {head.text}")] if no_noun(head) else []
    marks += [mark for mark in nominal(head) if mark.status is not None]
    if lemma in words.nouns:
        return [by(words.nouns[lemma], head), *marks], None if node.dep_ == "appos" else head
    if lemma in words.words["transparent.nouns"] or lemma in words.words["transparent.evidence"]:
        return marks, head
    return [], None
