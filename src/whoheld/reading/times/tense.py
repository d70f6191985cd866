"""Whether a clause tells of the past, the present or what lies ahead."""

from functools import cache

from spacy.tokens import Doc, Token

from whoheld.codebooks.tables import read_toml
from whoheld.reading.times.words import TABLE


@cache
def words(name: str) -> frozenset[str]:
    """A list of the table's words of tense."""
    return frozenset(read_toml(TABLE)["tense"][name])


def governing_verb(token: Token) -> Token | None:
    """The verb that a word depends on, at most eight steps up."""
    for _ in range(8):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def direction(doc: Doc, start: int) -> int:
    """Which way a relative date at this token points: 1 for a clause about the future, else -1."""
    verb = governing_verb(doc[start])
    if verb is None:
        return -1
    if any(child.lower_ in words("future_aux") and child.dep_ in {"aux", "auxpass"} for child in verb.lefts):
        return 1
    if verb.lemma_ in words("future_verbs") and verb.tag_ in {"VBN", "JJ"}:
        return 1
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    return 1 if infinitive and (verb.head.lemma_ in words("future_verbs") or verb.head.tag_ in {"VBZ", "VBP"}) else -1


def is_ahead(token: Token) -> bool:
    """Whether what a word tells is intended, expected or supposed, and not yet so."""
    verb = governing_verb(token)
    if any(child.lower_ in words("ahead_adjectives") and child.dep_ == "amod" for child in token.lefts):
        return True
    if token.pos_ in {"NOUN", "PROPN"} and any(c.dep_ == "poss" or c.lower_ in words("facts") for c in token.lefts):
        return False  # "try to repeat their takeover": the takeover is a fact
    for _ in range(4):
        if verb is None:
            return False
        if _looks_ahead(verb):
            return True
        if verb.dep_ not in words("carrying") or verb.head.i == verb.i:
            return False
        verb = governing_verb(verb.head)
    return False


def _looks_ahead(verb: Token) -> bool:
    if verb.lemma_ in words("ahead_verbs") and any(child.dep_ in {"xcomp", "ccomp"} for child in verb.rights):
        return True
    auxes = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if auxes & words("ahead_aux"):
        return not auxes & words("has")
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
    return bool(marks & words("conditions")) and (
        verb.tag_ in {"VBZ", "VBP"} or bool(auxes & {"is", "are", "does", "do"})
    )


def is_present(token: Token) -> bool:
    """Whether a verb says what is going on now: "are turning back", "is broken daily", "refuse"."""
    if token.lemma_ in words("reporting"):
        return False
    if token.tag_ in {"VBZ", "VBP"}:
        return True
    auxes = [child for child in token.lefts if child.dep_ in {"aux", "auxpass"}]
    return bool(auxes) and auxes[0].lower_ in words("present_aux")


def is_perfect(doc: Doc, start: int) -> bool:
    """Whether the clause at this token is in the present perfect, or speaks of the present."""
    verb = governing_verb(doc[start])
    if verb is None:
        return False
    auxes = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    return bool(auxes & words("has")) or (verb.tag_ in {"VBZ", "VBP"} and not auxes)
