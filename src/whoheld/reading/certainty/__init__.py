"""Certainty: whether the text tells an event as fact, denied, planned, conditional, forecast or possible."""

from spacy.tokens import Span, Token

from whoheld.model import Status
from whoheld.reading.certainty.events import is_event
from whoheld.reading.certainty.marks import no_noun
from whoheld.reading.certainty.operators import table
from whoheld.reading.certainty.parts import WILL, Mark
from whoheld.reading.certainty.scope import path_marks
from whoheld.reading.page import Page

__all__ = ["is_event", "status_of"]

HEDGES = frozenset({Status.POSSIBLE, Status.FORECAST, Status.PLANNED})
FAR = 100  # tokens between a denial and what it denies
OWN_WORDS = (": quotation", ": colon", ": quotation goes on", ": told on", ": statement")  # what a denier says is meant
POINTING = frozenset({"this", "that", "it", "both", "them", "these"})
RULED_OUT = frozenset({"exclude", "rule", "doubt"})  # what is not ruled out is possible


def status_of(page: Page, trigger: int, kind: str = "") -> tuple[Status, str]:
    """The status of the claim that the token ``trigger`` states, and why in words.

    ``kind`` is the kind of the claim where it is known: blocked aid and a failed attack are told as facts.
    """
    token = page.doc[trigger]
    marks = path_marks(token)
    words = table().words
    if not any(mark.lemma in words["thwarted.disputes"] for mark in marks):
        marks = without_failure(marks, kind, token)
    status, reason = combine(marks)
    if status not in {Status.DENIED, Status.CONDITIONAL} and denied_by_speaker(page, trigger):
        return Status.DENIED, "inside what a speaker denies"
    if status is Status.ASSERTED and supposed(token):
        return Status.CONDITIONAL, "in a conditional clause"
    if status in HEDGES and any(mark.lemma == WILL for mark in marks) and under_condition(token):
        return Status.CONDITIONAL, f"{reason}, in a sentence with a condition"
    return status, reason


def without_failure(marks: list[Mark], kind: str, token: Token) -> list[Mark]:
    """The marks that count for kinds whose claim is that something did not come about."""
    words = table().words
    if kind == "offensive":  # to try is to attack
        marks = [mark for mark in marks if mark.lemma not in words["thwarted.tries"]]
    if kind in words["agreed.kinds"]:  # what was agreed is told of as done
        marks = [mark for mark in marks if mark.lemma not in words["agreed.words"]]
    if kind in words["thwarted.kinds"] or (kind == "violation" and token.lemma_ in words["thwarted.words"]):
        gone = {None, Status.DENIED}
        if kind == "repulse":
            gone.add(Status.PLANNED)
        if any(mark.status in {None, Status.DENIED} for mark in marks):
            gone.add(Status.POSSIBLE)  # "could not reach"
        return [mark for mark in marks if mark.status not in gone]
    return marks


def under_condition(token: Token) -> bool:
    """Whether a sentence about what will be holds a condition that the parse hung elsewhere."""
    words = table().words["conjunctions.conditional"]
    sentence = token.sent
    for other in sentence:
        if (
            (other.lower_ in words or other.lower_ == "once")
            and other.dep_ in {"mark", "advmod"}
            and other.head.dep_ in {"advcl", "relcl", "acl"}
        ):
            return other.head != token
    opening = next((other for other in sentence if other.is_alpha), sentence[0])
    return opening.lower_ == "should" and sentence[-1].text != "?"


def supposed(token: Token) -> bool:
    """Whether a sentence opens with "If" or "Should" and the trigger stands before its first comma."""
    doc, at = token.doc, token.sent.start
    while at < token.i and not doc[at].is_alpha:
        at += 1
    opening = doc[at].lower_
    if opening not in table().words["conjunctions.conditional"] and opening not in {"should", "had", "were"}:
        return False
    return not any(other.text in {",", ";", "?"} for other in doc[at : token.i]) and token.sent[-1].text != "?"


def combine(marks: list[Mark]) -> tuple[Status, str]:
    """One status from all operators, innermost first."""
    status, why, before = Status.ASSERTED, list[str](), ""
    for mark in marks:
        changed = apply(status, mark.status)
        if mark.status is None and before in RULED_OUT:
            changed = Status.POSSIBLE
        elif mark.status is Status.POSSIBLE and before == WILL:
            changed = Status.FORECAST  # "thinks that it will"
        before = mark.lemma
        if changed is not status:
            status = changed
            why.append(mark.word)
    return status, " < ".join(why) if why else "told as a fact"


def apply(status: Status, operator: Status | None) -> Status:
    """What an operator makes of a status that it governs."""
    if operator is None:
        return Status.ASSERTED if status is Status.DENIED else Status.DENIED
    if operator is Status.DENIED:
        return Status.CONDITIONAL if status is Status.CONDITIONAL else Status.DENIED
    if status in {Status.DENIED, Status.CONDITIONAL}:
        return status
    if operator is Status.PLANNED:
        return Status.PLANNED if status is Status.ASSERTED else status
    return operator


def denied_by_speaker(page: Page, trigger: int) -> bool:
    """Whether a speaker is reported as denying what the trigger tells."""
    return any(
        act.stance == "denies"
        and any(start <= trigger < end for start, end in act.contents)
        and not act.reason.endswith(OWN_WORDS)
        and not spared(page.doc[trigger], page.doc[act.cue[0] : act.cue[1]])
        for act in page.speech
        if abs(act.cue[0] - trigger) < FAR
    )


def spared(token: Token, cue: Span) -> bool:
    """Whether a denial does not reach a token: "did not dispute", "disputed this: ...", "who had come"."""
    verb = next((word for word in cue if word.pos_ == "VERB"), cue[-1])
    deniers = [child for child in verb.children if child.dep_ in {"neg", "nsubj"} and child.i < verb.i]
    if any(child.dep_ == "neg" or no_noun(child) for child in deniers):
        return True
    if any(child.dep_ == "dobj" and child.lower_ in POINTING for child in verb.children):
        return True
    for above in (token, *token.ancestors):
        if above == verb:
            return False
        if above.dep_ == "relcl" and any(child.lower_ in {"who", "which"} for child in above.children):
            return True
        if above.dep_ == "conj" and above.head == verb:
            return True
    return False
