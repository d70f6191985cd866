"""Speech: who is reported as saying what."""

from functools import lru_cache

from whoheld.codebooks.speech import words
from whoheld.model import Speaker
from whoheld.reading.mentions import SpeechAct
from whoheld.reading.page import Page
from whoheld.reading.speech.carry import carried
from whoheld.reading.speech.cues import find_acts
from whoheld.reading.speech.names import Namer

__all__ = ["find_speech", "speaker_of"]


def find_speech(page: Page) -> list[SpeechAct]:
    """Who says what in a page, in order of the words that report it; actors already found help with names."""
    namer = Namer(page.doc, page.actors)
    acts = []
    for raw in carried(page.doc, find_acts(page.doc)):
        name = namer.name(raw)
        acts.append(
            SpeechAct(raw.source, raw.cue, raw.contents, name, raw.stance, f"{raw.lemma}: {raw.rule}")
        )
    return acts


def speaker_of(page: Page, trigger: int) -> Speaker:
    """Who makes the statement whose trigger is a token; the author where nobody else is reported to."""
    found = [
        (width, not act.reason.endswith(": citing"), at)
        for at, act in enumerate(page.speech)
        if act.name is not None and (width := _width(act, trigger)) is not None and act.reason not in _doing()
    ]
    if not found:
        return Speaker()
    best = page.speech[min(found)[2]]
    mention = page.span(*best.source) if best.source else None
    return Speaker(best.name or "", mention, best.reason)


@lru_cache(maxsize=1)
def _doing() -> frozenset[str]:
    """Reasons of acts that do what they say: announcing a truce makes one."""
    return frozenset(f"{verb}: object" for verb in words("performative", "verbs"))


def _width(act: SpeechAct, trigger: int) -> int | None:
    """Tokens of the content that holds a trigger; 0 where the cue is the trigger; None where none does."""
    if act.cue[0] <= trigger < act.cue[1]:
        return 0
    return min((end - start for start, end in act.contents if start <= trigger < end), default=None)
