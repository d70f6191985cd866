"""From a trigger up the parse: every operator that governs it, innermost first."""

from spacy.tokens import Token

from whoheld.model import Status
from whoheld.reading.certainty.marks import (
    CLAUSE,
    FINITE,
    PRESENT,
    SUBJECTS,
    Mark,
    by,
    clause,
    hedge,
    infinitive,
    no_noun,
    nominal,
)
from whoheld.reading.certainty.operators import table, verb_status

COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "nsubjpass", "oprd", "pcomp", "dative", "csubjpass"})
NOUNS = frozenset({"NOUN", "PROPN"})
LINKS = frozenset(
    {"in", "on", "to", "into", "under", "of", "for", "from", "about", "with", "at", "against", "over", "by"}
)
ORDINALS = frozenset({"first", "last", "only", "second", "third", "latest", "next"})
MAX_STEPS = 12


def path_marks(trigger: Token) -> list[Mark]:
    """All marks on the way up from ``trigger``."""
    found = itself(trigger) + own(trigger, None)
    node = trigger
    for _ in range(MAX_STEPS):
        if node.dep_ == "ROOT" or node.head is node or node.head == node:
            break
        marks, following = step(node)
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


def own(token: Token, skip: Token | None) -> list[Mark]:
    """The marks of a node's own phrase."""
    if token.pos_ in CLAUSE:
        return clause(token, skip)
    marks = nominal(token) if token.pos_ in NOUNS else []
    return marks + [m for m in clause(token, skip) if m.status is None or token.pos_ == "ADJ"]


def question(root: Token) -> list[Mark]:
    """A main clause that asks asserts nothing."""
    sentence = root.sent
    asks = any(token.text == "?" for token in sentence[-3:])
    return [Mark(Status.POSSIBLE, "question")] if asks else []


def step(node: Token) -> tuple[list[Mark], Token | None]:
    """The marks that the head brings to ``node``, and where to go on from (None: nothing above matters)."""
    dep = node.dep_
    if dep == "conj":
        return conjunct(node)
    if dep == "advcl":
        return adverbial(node)
    if dep in {"acl", "relcl"}:
        return modifier(node)
    if dep in SUBJECTS and dep != "nsubjpass":
        return subject(node)
    if dep in {"pobj", "pcomp"}:
        return prepositional(node)
    if dep in {"acomp", "attr"}:
        return own(node.head, node), node.head
    if dep in {"compound", "nmod", "appos", "poss", "amod"}:
        return under_noun(node, node.head)
    if dep in COMPLEMENTS:
        return complement(node, node.head)
    return [], None


def conjunct(node: Token) -> tuple[list[Mark], Token | None]:
    """A second conjunct shares what governs the first, and its auxiliaries unless it has its own."""
    head = node.head
    if node.pos_ in NOUNS:
        return [Mark(None, f"no {head.text}")] if no_noun(head) and node.i > head.i else [], head
    alone = node.tag_ in FINITE or any(
        c.dep_ in SUBJECTS or c.dep_ in {"aux", "auxpass"} for c in node.children
    )
    if (
        alone
        and head.tag_ not in FINITE
        and not any(c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" for c in head.children)
    ):
        return [], None  # hung too low: a finite clause is no part of an infinitive
    if alone:
        modal = any(c.tag_ == "MD" for c in node.children)
        return [m for m in clause(head, node) if m.status is Status.CONDITIONAL and modal], head
    contrast = any(c.dep_ == "cc" and c.lower_ == "but" for c in head.children)
    return [m for m in own(head, node) if not (contrast and m.status is None)], head


def adverbial(node: Token) -> tuple[list[Mark], Token | None]:
    """An adverbial clause: purpose, condition, pending time, or a participle that goes along with the main clause."""
    head = node.head
    if infinitive(node):
        return ([] if perfect(node) or after_only(node) else [Mark(Status.PLANNED, "purpose")]), None
    words = table().words
    marks = [c for c in node.children if c.dep_ in {"mark", "advmod", "prep"} and c.i < node.i]
    for mark in marks:
        if mark.lower_ in words["conjunctions.conditional"]:
            return [Mark(Status.CONDITIONAL, mark.text)], None
        if mark.lower_ in words["conjunctions.possible"]:
            return [Mark(Status.POSSIBLE, mark.text)], None
        if mark.lower_ in words["conjunctions.pending"]:
            ahead = [
                m
                for m in own(head, node)
                if m.status in {Status.PLANNED, Status.FORECAST, Status.CONDITIONAL}
            ]
            return ([Mark(Status.CONDITIONAL, mark.text)] if ahead and node.tag_ != "VBG" else ahead), None
        if mark.dep_ == "mark":
            return [], None
    if node.tag_ in {"VBG", "VBN"} and not any(c.dep_ in SUBJECTS for c in node.children) and node.i > head.i:
        return clause(head, node), None
    return [], None


def after_only(node: Token) -> bool:
    """ "only to be thrown back" tells what happened."""
    first = node.doc[node.left_edge.i]
    return (
        any(c.lower_ == "only" for c in node.children)
        or first.lower_ == "only"
        or (first.i > 0 and first.nbor(-1).lower_ == "only")
    )


def modifier(node: Token) -> tuple[list[Mark], Token | None]:
    """A clause on a noun: "plan to attack", "report that it fell", "offensive to retake"."""
    head = node.head
    lemma = head.lemma_.lower()
    words = table()
    reporting = lemma in words.words["transparent.nouns"] or lemma in words.nouns
    if node.dep_ == "relcl" and not infinitive(node) and not (reporting and that_clause(node)):
        return [], None
    if infinitive(node):
        if perfect(node):
            return [], None
        if head.dep_ in {"dobj", "nsubjpass"} and head.head.pos_ == "VERB":
            verb = head.head
            if verb.lemma_ in words.words["transparent.causative"]:
                return own(verb, head), verb
            if status := verb_status(words, verb.lemma_, "to"):
                return [by(status, verb), *own(verb, head)], verb
        if any(c.lower_ in ORDINALS for c in head.children) or lemma in ORDINALS:
            return [], None
        status = words.nouns.get(lemma, Status.PLANNED)
        if status is Status.DENIED:
            return [by(status, head), *own(head, node)], head
        return [Mark(Status.PLANNED, head.text), *own(head, node)], head if reporting else None
    if node.tag_ in {"VBG", "VBN"} and not any(c.dep_ == "mark" or c.dep_ in SUBJECTS for c in node.children):
        return [Mark(None, f"no {head.text}")] if no_noun(head) else [], None
    return under_noun(node, head)


def that_clause(node: Token) -> bool:
    """A clause after "that" with a subject of its own: what a report says, not which report."""
    subject = next((c for c in node.children if c.dep_ in SUBJECTS), None)
    return (
        subject is not None
        and subject.lower_ not in {"that", "which", "who"}
        and any(c.lower_ == "that" for c in node.children)
    )


def under_noun(node: Token, head: Token) -> tuple[list[Mark], Token | None]:
    """Something in the phrase of a noun: an operator, a noun that adds nothing, or the end of the way."""
    lemma = head.lemma_.lower()
    words = table()
    marks = [Mark(None, f"no {head.text}")] if no_noun(head) else []
    marks += [m for m in nominal(head) if m.status is not None]
    if lemma in words.nouns:
        return [by(words.nouns[lemma], head), *marks], None if node.dep_ == "appos" else head
    if lemma in words.words["transparent.nouns"] or lemma in words.words["transparent.evidence"]:
        return marks, head
    return [], None


def prepositional(node: Token) -> tuple[list[Mark], Token | None]:
    """Something after a preposition."""
    prep = node.head
    head = prep.head
    words = table().words
    low = prep.lower_
    if low in words["conjunctions.without"] or low in words["conjunctions.instead"]:
        return [Mark(Status.DENIED, prep.text)], None
    hedges = [m for c in prep.children if c.dep_ == "advmod" for m in hedge(c, prep)]
    if low == "of" and prep.i and prep.nbor(-1).lower_ in words["conjunctions.instead"]:
        return [Mark(Status.DENIED, f"{prep.nbor(-1).text} of")], None
    if low in {"before", "until", "after"}:
        return [], None
    if head.dep_ == "prep" or head.pos_ in {"ADP", "SCONJ"}:
        return [], None
    if head.pos_ in NOUNS:
        return under_noun(node, head)
    if head.pos_ == "ADJ" or (head.pos_ in CLAUSE and low in LINKS):
        marks, following = beside(node, head) or complement(node, head)
        return hedges + marks, following
    return hedges, None


def beside(node: Token, head: Token) -> tuple[list[Mark], Token | None] | None:
    """ "made preparations for the offensive": the operator is the object beside the phrase."""
    nouns = table().nouns
    for child in head.children:
        if child.dep_ in {"dobj", "nsubjpass"} and child.i < node.i and child.lemma_.lower() in nouns:
            return [by(nouns[child.lemma_.lower()], child), *own(head, None)], head
    return None


def complement(node: Token, head: Token) -> tuple[list[Mark], Token | None]:
    """An object or complement of a verb or an adjective."""
    lemma = head.lemma_.lower()
    words = table()
    clausal = node.dep_ in {"xcomp", "ccomp", "pcomp", "advcl", "csubjpass"} and node.pos_ in CLAUSE
    if head.pos_ == "ADJ":
        status = words.adjectives.get(lemma)
        return ([by(status, head)] if status else []) + own(head, node), head
    if head.pos_ in NOUNS:
        return under_noun(node, head)
    if clausal and separated(node, head):
        return [], None
    status = verb_status(words, lemma, *tails(node, head, clausal=clausal))
    if status is not None:
        return [by(status, head), *own(head, node)], head
    if lemma in words.words["transparent.report"]:
        reported = clausal and not infinitive(node)
        return (conditions(head, node) if reported else own(head, node)), head
    if lemma == "be" and clausal:
        return copula(node, head)
    if lemma == "go" and head.tag_ == "VBG" and node.dep_ == "xcomp":
        return [Mark(Status.PLANNED, "going to"), *own(head, node)], head
    if lemma in words.words["falsehood.verbs"]:
        return predicates(head, node) + own(head, node), head
    if node.dep_ == "xcomp" or lemma in words.words["transparent.verbs"]:
        return own(head, node), head
    return [], None


def separated(node: Token, head: Token) -> bool:
    """Whether a clause before its head is a sentence of its own, set off by a semicolon or colon."""
    return node.i < head.i and any(token.text in {";", ":"} for token in head.doc[node.i : head.i])


def tails(node: Token, head: Token, *, clausal: bool) -> tuple[str, ...]:
    """What distinguishes uses of a verb: its particle, the preposition on the way, "to" of an infinitive."""
    particle = next((child.lower_ for child in head.children if child.dep_ == "prt"), "")
    prep = node.head.lower_ if node.dep_ in {"pobj", "pcomp"} else ""
    return particle, prep, "to" if clausal and infinitive(node) and not perfect(node) else ""


def perfect(node: Token) -> bool:
    """ "to have fled": an infinitive about what is over."""
    return any(
        child.dep_ in {"aux", "auxpass"} and child.lower_ in {"have", "had", "'ve"} for child in node.children
    )


def conditions(head: Token, node: Token) -> list[Mark]:
    """A condition that the parse hung on the reporting verb belongs to what is reported, if that is not past."""
    if not any(c.tag_ == "MD" for c in node.children):
        return []
    words = table().words["conjunctions.conditional"]
    for child in head.children:
        if child.dep_ == "advcl" and any(
            c.dep_ in {"mark", "advmod"} and c.lower_ in words for c in child.children
        ):
            return [Mark(Status.CONDITIONAL, "if")]
    return []


def copula(node: Token, head: Token) -> tuple[list[Mark], Token | None]:
    """ "It is likely that", "the claim is false", "troops are to leave", "the aim is to take"."""
    marks = predicates(head, node)
    to_come = head.tag_ in PRESENT or head.tag_ not in FINITE
    if to_come and infinitive(node) and not any(c.dep_ in {"acomp", "attr"} for c in head.children):
        marks.append(Mark(Status.PLANNED, f"{head.text} to"))
    return marks + own(head, node), head


def predicates(head: Token, node: Token) -> list[Mark]:
    """What the adjective or noun after "be", "call", "remain" says of its subject or object."""
    words = table()
    found = []
    for child in head.children:
        if child.dep_ not in {"acomp", "attr", "oprd", "dobj", "xcomp"} or child == node:
            continue
        lemma = child.lemma_.lower()
        if lemma in words.words["falsehood.words"] and not infinitive(child):
            found.append(by(Status.DENIED, child))
        elif child.pos_ in {"ADJ", "VERB"} and lemma in words.adjectives:
            found.append(by(words.adjectives[lemma], child))
    return found


def subject(node: Token) -> tuple[list[Mark], Token | None]:
    """The event is the subject: only predicates about events touch it."""
    head = node.head
    marks = predicates(head, node)
    if marks or head.lemma_ in table().words["transparent.eventive"]:
        return marks + own(head, node), head
    return [], None
