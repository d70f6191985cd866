"""How a word hangs together with the word that states a claim: the way through the parse between them."""

from spacy.tokens import Token

LONGEST = 6
MERGED = {"nsubjpass": "nsubjpass", "dobj": "dobj", "obj": "dobj"}


def path(trigger: Token, word: Token) -> str:
    """The way from trigger to word: ``>nsubj``, ``<xcomp>nsubj``, ``>prep:in>pobj``; "far" where it is long."""
    above = _up(trigger)
    places = {token.i: step for step, token in enumerate(above)}
    down: list[Token] = []
    here = word
    while here.i not in places:
        down.append(here)
        if here.head.i == here.i or len(down) > LONGEST:
            return "apart"
        here = here.head
    up = above[: places[here.i]]
    if len(up) + len(down) > LONGEST:
        return "far"
    return "".join(f"<{_label(t)}" for t in up) + "".join(f">{_label(t)}" for t in reversed(down))


def _up(token: Token) -> list[Token]:
    found = [token]
    while token.head.i != token.i and len(found) <= LONGEST:
        token = token.head
        found.append(token)
    return found


def _label(token: Token) -> str:
    if token.dep_ in {"prep", "agent"}:
        return f"{token.dep_}:{token.lower_}"
    return token.dep_
