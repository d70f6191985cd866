"""From a trigger up the parse: every operator that governs it, innermost first."""

from collections.abc import Callable

from spacy.tokens import Token

from whoheld.model import Status
from whoheld.reading.certainty.marks import clause, no_noun, nominal, own
from whoheld.reading.certainty.modals import hedge
from whoheld.reading.certainty.nouns import modifier, under_noun
from whoheld.reading.certainty.operators import table
from whoheld.reading.certainty.parts import (
    CLAUSE,
    FINITE,
    NOUNS,
    SUBJECTS,
    Mark,
    Step,
    by,
    infinitive,
    perfect,
)
from whoheld.reading.certainty.verbs import complement, subject

LINKS = frozenset(
    {"in", "on", "to", "into", "under", "of", "for", "from", "about", "with", "at", "against", "over", "by"}
)
NO_LINKS = frozenset({"before", "until", "after"})
HOPE = frozenset({Status.PLANNED, Status.FORECAST, Status.CONDITIONAL})
MAX_STEPS = 12


def path_marks(trigger: Token) -> list[Mark]:
    """All marks on the way up from ``trigger``."""
    found = itself(trigger) + own(trigger, None)
    node = trigger
    for _ in range(MAX_STEPS):
        if node.dep_ == "ROOT" or node.head == node:
            break
        step = STEPS.get(node.dep_)
        marks, following = step(node) if step else ([], None)
        found += marks
        if following is None:
            return found
        node = following
    return found + question(node)


def itself(trigger: Token) -> list[Mark]:
    """The mark of a trigger that is an operator: "denied it", "the next goal"."""
    words, lemma = table(), trigger.lemma_.lower()
    if lemma not in words.words["self.words"]:
        return []
    by_part = {"VERB": words.verbs, "ADJ": words.adjectives}.get(trigger.pos_, words.nouns)
    status = by_part.get(lemma)
    return [by(status, trigger)] if status else []


def question(root: Token) -> list[Mark]:
    """A main clause that asks asserts nothing."""
    asks = any(token.text == "?" for token in root.sent[-3:])
    return [Mark(Status.POSSIBLE, "question")] if asks else []


def conjunct(node: Token) -> Step:
    """A second conjunct shares what governs the first, and its auxiliaries unless it has its own."""
    head = node.head
    if node.pos_ in NOUNS:
        return [Mark(None, f"no {head.text}")] if no_noun(head) and node.i > head.i else [], head
    has = {child.dep_ for child in node.children}
    if node.tag_ in FINITE or has & SUBJECTS or has & {"aux", "auxpass"}:
        return independent(node, head)
    contrast = any(child.dep_ == "cc" and child.lower_ == "but" for child in head.children)
    return [mark for mark in own(head, node) if not (contrast and mark.status is None)], head


def independent(node: Token, head: Token) -> Step:
    """A conjunct with a tense of its own shares conditions only, if it speaks of what is to come."""
    finite = any(c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" for c in head.children)
    if head.tag_ not in FINITE and not finite:
        return [], None  # hung too low: a finite clause is no part of an infinitive
    if not any(child.tag_ == "MD" for child in node.children):
        return [], head
    return [mark for mark in clause(head, node) if mark.status is Status.CONDITIONAL], head


def adverbial(node: Token) -> Step:
    """Purpose, condition, pending time, or a participle that goes along with the main clause."""
    if infinitive(node):
        return ([] if perfect(node) or after_only(node) else [Mark(Status.PLANNED, "purpose")]), None
    for mark in node.children:
        if mark.i < node.i and mark.dep_ in {"mark", "advmod", "prep"}:
            marks = conjunction(mark, node)
            if marks is not None:
                return marks, None
    free = not any(child.dep_ in SUBJECTS for child in node.children)
    if node.tag_ in {"VBG", "VBN"} and free and node.i > node.head.i:
        return clause(node.head, node), None
    return [], None


def conjunction(mark: Token, node: Token) -> list[Mark] | None:
    """What the word that opens an adverbial clause makes of it; None where it says nothing."""
    words = table().words
    if mark.lower_ in words["conjunctions.conditional"]:
        return [Mark(Status.CONDITIONAL, mark.text)]
    if mark.lower_ in words["conjunctions.possible"]:
        return [Mark(Status.POSSIBLE, mark.text)]
    if mark.lower_ in words["conjunctions.pending"]:
        ahead = [found for found in own(node.head, node) if found.status in HOPE]
        return [Mark(Status.CONDITIONAL, mark.text)] if ahead and node.tag_ != "VBG" else ahead
    return [] if mark.dep_ == "mark" else None


def after_only(node: Token) -> bool:
    """Whether "only" opens an infinitive: "only to be thrown back" tells what happened."""
    first = node.doc[node.left_edge.i]
    if first.lower_ == "only" or any(child.lower_ == "only" for child in node.children):
        return True
    return first.i > 0 and first.nbor(-1).lower_ == "only"


def prepositional(node: Token) -> Step:
    """Something after a preposition."""
    prep = node.head
    head, words = prep.head, table().words
    gone = words["conjunctions.without"] | words["conjunctions.instead"]
    if prep.lower_ in gone or (prep.lower_ == "of" and prep.i and prep.nbor(-1).lower_ in gone):
        return [Mark(Status.DENIED, prep.text)], None
    if prep.lower_ in NO_LINKS or head.pos_ in {"ADP", "SCONJ"}:
        return [], None
    if head.pos_ in NOUNS:
        return under_noun(node, head)
    hedges = [mark for child in prep.children if child.dep_ == "advmod" for mark in hedge(child, prep)]
    if head.pos_ == "ADJ" or (head.pos_ in CLAUSE and prep.lower_ in LINKS):
        marks, following = beside(node, head) or complement(node, head)
        return hedges + marks, following
    return hedges, None


def beside(node: Token, head: Token) -> Step | None:
    """The operator is the object beside the phrase: "made preparations for the offensive"."""
    nouns = table().nouns
    for child in head.children:
        if child.dep_ in {"dobj", "nsubjpass"} and child.i < node.i and child.lemma_.lower() in nouns:
            return [by(nouns[child.lemma_.lower()], child), *own(head, None)], head
    return None


def up_to_noun(node: Token) -> Step:
    """The first half of a compound, an apposition, a possessor."""
    marks, following = under_noun(node, node.head)
    if following is None and not marks and node.dep_ in {"compound", "nmod"}:
        marks = [mark for mark in nominal(node.head) if mark.status is not None]
    return marks, following


def up_to_verb(node: Token) -> Step:
    """An object or complement."""
    return complement(node, node.head)


def up_to_copula(node: Token) -> Step:
    """A predicate noun or adjective."""
    return own(node.head, node), node.head


STEPS: dict[str, Callable[[Token], Step]] = {
    "conj": conjunct,
    "advcl": adverbial,
    **dict.fromkeys(("acl", "relcl"), modifier),
    **dict.fromkeys(("nsubj", "csubj", "expl"), subject),
    **dict.fromkeys(("pobj", "pcomp"), prepositional),
    **dict.fromkeys(("acomp", "attr"), up_to_copula),
    **dict.fromkeys(("compound", "nmod", "appos", "poss", "amod"), up_to_noun),
    **dict.fromkeys(("xcomp", "ccomp", "dobj", "nsubjpass", "oprd", "dative", "csubjpass"), up_to_verb),
}
