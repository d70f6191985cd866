"""Which verb a word is a form of, whatever the tagger took it for: "the clearing of the town", "twelve slain"."""

from functools import lru_cache

from spacy.tokens import Token

from whoheld.codebooks.frames import Frame, frames_by_word, noun_classes
from whoheld.codebooks.tables import read_toml

HYPHENS = frozenset({"-", "\u2013", "\u2010", "\u2011"})
VOWELS = frozenset("aeiou")
SHORT = 5  # letters up to which a last consonant is doubled: "stopping", but "entering"


@lru_cache(maxsize=1)
def participles() -> dict[str, str]:
    """Participles and gerunds of the verbs of frames: ``{"clearing": "clear", "beaten": "beat", ...}``."""
    found = {}
    for verb in frames_by_word()["verb"]:
        stem = verb.removesuffix("e")
        for form in (stem + "ing", stem + "ed", *_doubled(verb)):
            found[form] = verb
    for pair in str(read_toml("frames/linking.toml")["irregular"]).split():
        form, _, verb = pair.partition(":")
        if verb in frames_by_word()["verb"]:
            found[form] = verb
    return found


def _doubled(verb: str) -> tuple[str, ...]:
    if len(verb) > SHORT or verb[-1] in VOWELS | {"w", "y", "x"} or len(verb) < 3 or verb[-2] not in VOWELS:
        return ()
    return (verb + verb[-1] + "ing", verb + verb[-1] + "ed")


def lemma(token: Token) -> str:
    """The lemma, in small letters and without hyphens: "counter-attacks" is "counterattack", also in three tokens."""
    found = token.lemma_.lower()
    if "-" in found:
        return found.replace("-", "")
    if token.i > 1 and token.doc[token.i - 1].text in HYPHENS:
        joined = token.doc[token.i - 2].lower_ + found
        if any(joined in frames_by_word()[part] for part in ("noun", "verb")):
            return joined
    return found


def verbal(token: Token) -> tuple[Frame, ...]:
    """The frames of the verb that a noun or adjective is a form of: "clearing", "neutralised"."""
    form = token.lower_
    if not form.endswith(("ing", "ed", "n", "t")) or token.lemma_.lower() in noun_classes():
        return ()
    verb = participles().get(form)
    return frames_by_word()["verb"][verb] if verb else ()
