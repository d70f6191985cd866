"""Speech: who is reported as saying what."""

from collections import defaultdict
from functools import lru_cache
from typing import cast

from whoheld.codebooks.speech import words
from whoheld.model import Speaker
from whoheld.reading.mentions import SpeechAct
from whoheld.reading.page import Page
from whoheld.reading.speech.carry import carried
from whoheld.reading.speech.cues import find_acts
from whoheld.reading.speech.lexicon import Lexicon
from whoheld.reading.speech.names import Namer

__all__ = ["find_speech", "speaker_of"]

KEY = "whoheld.speech.around"


def find_speech(page: Page) -> list[SpeechAct]:
    """Who says what in a page, in order of the words that report it; actors already found help with names."""
    namer = Namer(page.doc, Lexicon(page.doc, page.actors))
    acts = []
    for raw in carried(page.doc, find_acts(page.doc)):
        name = namer.name(raw)
        if not raw.contents:
            continue
        acts.append(SpeechAct(raw.source, raw.cue, raw.contents, name, raw.stance, f"{raw.lemma}: {raw.rule}"))
    return acts


def speaker_of(page: Page, trigger: int) -> Speaker:
    """Who makes the statement whose trigger is a token; the author where nobody else is reported to."""
    found = [
        (width, not act.reason.endswith(": citing"), at)
        for at in _around(page).get(trigger, [])
        if (act := page.speech[at]).name is not None
        and (width := _width(act, trigger)) is not None
        and not (act.reason in _doing() and page.doc[trigger].lemma_.lower() not in words("performative", "told"))
    ]
    if not found:
        return Speaker()
    best = page.speech[min(found)[2]]
    mention = page.span(*best.source) if best.source else None
    return Speaker(best.name or "", mention, best.reason)


def _around(page: Page) -> dict[int, list[int]]:
    """The acts whose cue or content holds each token; kept with the parse, because it is asked for every claim."""
    held = page.doc.user_data.get(KEY)
    if isinstance(held, tuple) and held[0] is page.speech:
        return cast("dict[int, list[int]]", held[1])
    found: dict[int, list[int]] = defaultdict(list)
    for at, act in enumerate(page.speech):
        for token in {token for start, end in (act.cue, *act.contents) for token in range(start, end)}:
            found[token].append(at)
    page.doc.user_data[KEY] = (page.speech, found)
    return found


@lru_cache(maxsize=1)
def _doing() -> frozenset[str]:
    """Reasons of acts that do what they say: announcing a truce makes one."""
    return frozenset(f"{verb}: object" for verb in words("performative", "verbs"))


def _width(act: SpeechAct, trigger: int) -> int | None:
    """Tokens of the content that holds a trigger; 0 where the cue is the trigger; None where none does."""
    if act.cue[0] <= trigger < act.cue[1]:
        return 0
    return min((end - start for start, end in act.contents if start <= trigger < end), default=None)
