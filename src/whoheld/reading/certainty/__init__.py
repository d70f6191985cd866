"""Certainty: whether the text tells an event as fact, denied, planned, conditional, forecast or possible."""

from whoheld.model import Status
from whoheld.reading.certainty.events import is_event
from whoheld.reading.certainty.marks import Mark
from whoheld.reading.certainty.scope import path_marks
from whoheld.reading.page import Page

__all__ = ["is_event", "status_of"]

HEDGES = frozenset({Status.POSSIBLE, Status.FORECAST})


def status_of(page: Page, trigger: int) -> tuple[Status, str]:
    """The status of the claim that the token ``trigger`` states, and why in words."""
    status, reason = combine(path_marks(page.doc[trigger]))
    if status is not Status.DENIED and denied_by_speaker(page, trigger) and status is not Status.CONDITIONAL:
        return Status.DENIED, "inside what a speaker denies"
    return status, reason


def combine(marks: list[Mark]) -> tuple[Status, str]:
    """One status from all operators, innermost first."""
    status, why = Status.ASSERTED, []
    for mark in marks:
        changed = apply(status, mark.status)
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
        act.stance == "denies" and any(start <= trigger < end for start, end in act.contents)
        for act in page.speech
        if abs(act.cue[0] - trigger) < 100
    )
