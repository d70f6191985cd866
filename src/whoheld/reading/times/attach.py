"""How far an expression of time stands from a word, along the parse and not along the line."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whoheld.reading.mentions import TimeMention

# what it costs a date to reach out of the phrase or clause that holds it, by the edge it crosses upward
OUT = {
    "relcl": 4.0, "acl": 1.8, "advcl": 2.4, "ccomp": 1.6, "csubj": 2.5, "csubjpass": 2.5, "parataxis": 2.0,
    "xcomp": 0.8, "pcomp": 1.2, "conj": 0.9, "appos": 1.0, "nsubj": 1.2, "nsubjpass": 1.2, "dobj": 0.8,
    "poss": 1.5,
}  # fmt: skip
# what it costs a word to look up for a date that stands over it
UP = {
    "relcl": 2.2, "acl": 1.2, "advcl": 1.2, "ccomp": 1.3, "csubj": 1.0, "parataxis": 1.2, "xcomp": 0.5,
    "pcomp": 0.6, "conj": 0.7, "appos": 1.0, "nsubj": 0.4, "nsubjpass": 0.4, "dobj": 0.4, "poss": 0.8,
}  # fmt: skip
LIGHT = 0.3  # prepositions, modifiers, compounds
OWN_CLAUSE = 0.5  # "the truce that they signed on Monday": the clause is about its noun
STEPS = 14
_ENDS = frozenset({"since", "until", "till", "before", "after"})
_CLAUSES = frozenset({"advcl", "pcomp", "acl", "ccomp"})


@dataclass(frozen=True, slots=True)
class Link:
    """The way from a mention to a word.

    Attributes:
        mention: the expression of time.
        cost: how far it is.
        ending: the word that makes the mention's own clause a bound of the other ("since", "until"), or "".
        under: the word stands in a clause about the mention ("on 3 May, when they left").
    """

    mention: TimeMention
    cost: float
    ending: str = ""
    under: bool = False


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The token of a span that depends on something outside it."""
    for token in doc[start:end]:
        if not start <= token.head.i < end or token.head.i == token.i:
            return token
    return doc[end - 1]


def climb(token: Token) -> dict[int, float]:
    """Every word above a token with what it costs to look up there."""
    reached, spent = {token.i: 0.0}, 0.0
    for _ in range(STEPS):
        head = token.head
        if head.i == token.i:
            break
        spent += UP.get(token.dep_, LIGHT)
        reached[head.i] = spent
        token = head
    return reached


def link(doc: Doc, above: dict[int, float], trigger: int, mention: TimeMention) -> Link:
    """The cheapest way to bring a mention and a word together; ``above`` is what the word reaches."""
    token = head_of(doc, mention.start, mention.end)
    under = token.i in above and token.i != trigger
    best, spent, ending, bound = 99.0, 0.0, "", ""
    for _ in range(STEPS):
        if token.i in above and spent + above[token.i] < best:
            best, bound = spent + above[token.i], ending
        head = token.head
        if head.i == token.i:
            break
        own = head.i == trigger and token.dep_ in {"relcl", "acl"} and head.pos_ in {"NOUN", "PROPN"}
        spent += OWN_CLAUSE if own else OUT.get(token.dep_, LIGHT)
        ending = ending or _ending(token, mention)
        token = head
    return Link(mention, best, bound, under)


def _ending(token: Token, mention: TimeMention) -> str:
    """The word that opens a clause or phrase of time here: "since they left on Monday"."""
    if token.dep_ in _CLAUSES:
        return next((child.lower_ for child in token.lefts if child.dep_ == "mark" and child.lower_ in _ENDS), "")
    apart = token.i < mention.start - 1 and token.pos_ in {"ADP", "SCONJ"}
    return token.lower_ if apart and token.lower_ in _ENDS else ""
