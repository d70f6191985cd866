"""All acts of speech of a parse, each from its cue."""

from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import phrases, speech_verbs, words
from whoheld.reading.speech.acts import Raw
from whoheld.reading.speech.columns import Hashes, hashes, places, tagged
from whoheld.reading.speech.labels import find_labels
from whoheld.reading.speech.nouns import of_count, of_noun, of_phrase
from whoheld.reading.speech.statements import find_statements
from whoheld.reading.speech.verbs import of_verb

INWARD = {"expects", "plans"}
SELF = {"i", "we", "you"}  # what "I" think tells of no other speaker


def find_acts(doc: Doc) -> list[Raw]:
    """All acts of a parse, in order of their cues."""
    verbs, nouns, starts = _keys()
    found: dict[int, Raw] = {}
    for at in places(doc, "LOWER", starts):
        _keep(found, at, of_phrase(doc[at]))
    for at in tagged(doc, "VERB", "LEMMA", verbs):
        if at not in found and doc[at].lower_ != "according":
            _keep(found, at, of_verb(doc[at], speech_verbs()[doc[at].lemma_]))
    for at in tagged(doc, "NOUN", "LEMMA", nouns):
        if at not in found:
            _keep(found, at, _of_noun(doc[at]))
    for at, act in found.items():
        governing = found.get(doc[at].head.i)
        if act.rule == "citing" and governing is not None and governing.contents:
            found[at] = replace(act, contents=governing.contents)
    kept = [act for act in found.values() if not (act.stance in INWARD and doc[act.head].lower_ in SELF)]
    return sorted([*find_labels(doc), *find_statements(doc), *kept], key=lambda act: act.cue)


@lru_cache(maxsize=1)
def _keys() -> tuple[Hashes, Hashes, Hashes]:
    """Lemmas of verbs, lemmas of nouns and verbs, first words of phrases."""
    nouns = words("nouns", "clause") | words("counts", "nouns")
    return (
        hashes(speech_verbs()),
        hashes({*nouns, *speech_verbs()}),
        hashes({phrase[0] for phrase in phrases()}),
    )


def _keep(found: dict[int, Raw], at: int, act: Raw | None) -> None:
    if act is not None:
        found[at] = act


def _of_noun(token: Token) -> Raw | None:
    lemma = token.lemma_
    act = of_count(token) if lemma in words("counts", "nouns") else None
    if act is None and lemma in speech_verbs() and _mistagged(token):
        act = of_verb(token, speech_verbs()[lemma])
    if act is None and lemma in words("nouns", "clause"):
        act = of_noun(token)
    return act


def _mistagged(token: Token) -> bool:
    """A verb that was taken for a plural: "the army states that"."""
    if token.tag_ != "NNS" or token.i + 1 >= len(token.doc) or token.i == 0:
        return False
    after, before = token.doc[token.i + 1], token.doc[token.i - 1]
    return after.lower_ == "that" and before.pos_ in {"NOUN", "PROPN", "ADJ"}
