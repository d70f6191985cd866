"""Steps up from an argument to the verb or adjective that governs it."""

from spacy.tokens import Token

from whoheld.model import Status
from whoheld.reading.certainty.marks import nominal, own
from whoheld.reading.certainty.nouns import under_noun
from whoheld.reading.certainty.operators import table, verb_status
from whoheld.reading.certainty.parts import (
    CLAUSE,
    FINITE,
    NOUNS,
    PRESENT,
    Mark,
    Step,
    by,
    infinitive,
    perfect,
)

CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "csubjpass"})
COMPLEMENT_OF_BE = frozenset({"acomp", "attr"})
WOULD = frozenset({"would", "'d", "’d"})
PREDICATES = frozenset({"acomp", "attr", "oprd", "dobj", "xcomp"})


def complement(node: Token, head: Token) -> Step:
    """An object or complement of a verb or an adjective."""
    if head.pos_ == "ADJ":
        status = table().adjectives.get(head.lemma_.lower())
        return ([by(status, head)] if status else []) + own(head, node), head
    if head.pos_ in NOUNS:
        return under_noun(node, head)
    clausal = node.dep_ in CLAUSES and node.pos_ in CLAUSE
    if clausal and separated(node, head):
        return [], None
    status = verb_status(table(), head.lemma_.lower(), *tails(node, head, clausal=clausal))
    if status is not None:
        return [by(status, head), *own(head, node)], head
    return neutral(node, head, clausal=clausal)


def neutral(node: Token, head: Token, *, clausal: bool) -> Step:
    """Under a verb that is no operator itself."""
    lemma = head.lemma_.lower()
    words = table().words
    if lemma in words["transparent.report"]:
        reported = clausal and not infinitive(node) and lemma != "see"  # "would see fighters evacuated"
        return (conditions(head, node) + doubts(head) if reported else own(head, node)), head
    if lemma == "be" and clausal:
        return copula(node, head)
    if lemma == "go" and head.tag_ == "VBG" and node.dep_ == "xcomp":
        return [Mark(Status.PLANNED, "going to"), *own(head, node)], head
    if lemma in words["falsehood.verbs"]:
        return predicates(head, node) + own(head, node), head
    if node.dep_ == "xcomp" or lemma in words["transparent.verbs"]:
        return own(head, node), head
    return [], None


def separated(node: Token, head: Token) -> bool:
    """Whether a clause before its head is a sentence of its own, set off by a semicolon or colon."""
    return node.i < head.i and any(token.text in {";", ":"} for token in head.doc[node.i : head.i])


def tails(node: Token, head: Token, *, clausal: bool) -> tuple[str, ...]:
    """What tells uses of a verb apart: its particle, the preposition on the way, "to" of an infinitive."""
    particle = next((child.lower_ for child in head.children if child.dep_ == "prt"), "")
    prep = node.head.lower_ if node.dep_ in {"pobj", "pcomp"} else ""
    return particle, prep, "to" if clausal and infinitive(node) and not perfect(node) else ""


def conditions(head: Token, node: Token) -> list[Mark]:
    """A condition that the parse hung on the reporting verb, where what is reported is not past."""
    if not any(child.tag_ == "MD" for child in node.children):
        return []
    words = table().words["conjunctions.conditional"]
    for child in head.children:
        if child.dep_ == "advcl" and any(
            inner.dep_ in {"mark", "advmod"} and inner.lower_ in words for inner in child.children
        ):
            return [Mark(Status.CONDITIONAL, "if")]
    return []


def doubts(head: Token) -> list[Mark]:
    """What is said of those who report: "unverified accounts suggest"."""
    teller = next((child for child in head.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"), None)
    return [mark for mark in nominal(teller) if mark.status is Status.POSSIBLE] if teller is not None else []


def copula(node: Token, head: Token) -> Step:
    """A clause under "be": "it is likely that", "troops are to leave", "the aim is to take"."""
    marks = predicates(head, node)
    aim = next((child for child in head.children if child.dep_ == "nsubj" and child.pos_ in NOUNS), None)
    status = table().nouns.get(aim.lemma_.lower()) if aim is not None and infinitive(node) else None
    if status is Status.PLANNED and aim is not None:  # "the aim was to take"
        return [*marks, by(status, aim), *own(head, node)], head
    to_come = head.tag_ in PRESENT or head.tag_ not in FINITE
    if to_come and infinitive(node) and not any(c.dep_ in COMPLEMENT_OF_BE for c in head.children):
        marks.append(Mark(Status.PLANNED, f"{head.text} to"))
    return marks + own(head, node), head


def predicates(head: Token, node: Token) -> list[Mark]:
    """What the adjective or noun after "be", "call", "remain" says of its subject or object."""
    words = table()
    found = []
    for child in head.children:
        if child.dep_ not in PREDICATES or child == node:
            continue
        lemma = child.lemma_.lower()
        if lemma in words.words["falsehood.words"] and not infinitive(child):
            found.append(by(Status.DENIED, child))
        elif child.pos_ in {"ADJ", "VERB"} and lemma in words.adjectives:
            found.append(by(words.adjectives[lemma], child))
    return found


def subject(node: Token) -> Step:
    """The event is the subject: only predicates about events touch it."""
    head = node.head
    marks = predicates(head, node)
    if marks or head.lemma_ in table().words["transparent.eventive"]:
        return marks + own(head, node), head
    supposed = node.lemma_.lower() in table().words["modals.hypothetical"]
    if supposed and any(child.dep_ == "aux" and child.lower_ in WOULD for child in head.children):
        return [Mark(Status.CONDITIONAL, "would")], None
    return [], None
