"""How far an expression of time stands from a word, along the parse and not along the line."""

from spacy.tokens import Doc, Token

from whoheld.reading.mentions import TimeMention

# what it costs a date to reach out of the phrase or clause that holds it, by the edge it crosses upward
OUT = {
    "relcl": 4.0, "acl": 2.6, "advcl": 2.4, "ccomp": 2.2, "csubj": 2.5, "csubjpass": 2.5, "parataxis": 2.0, "xcomp": 0.8,
    "pcomp": 1.2, "conj": 0.9, "appos": 1.0, "nsubj": 1.2, "nsubjpass": 1.2, "dobj": 0.8, "poss": 1.5,
}  # fmt: skip
# what it costs a word to look up for a date that stands over it
UP = {
    "relcl": 2.2, "acl": 1.2, "advcl": 1.2, "ccomp": 1.3, "csubj": 1.0, "parataxis": 1.2, "xcomp": 0.5, "pcomp": 0.6,
    "conj": 0.7, "appos": 1.0, "nsubj": 0.4, "nsubjpass": 0.4, "dobj": 0.4, "poss": 0.8,
}  # fmt: skip
LIGHT = 0.3  # prepositions, modifiers, compounds
STEPS = 14


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The token of a span that depends on something outside it."""
    for token in doc[start:end]:
        if not start <= token.head.i < end or token.head.i == token.i:
            return token
    return doc[end - 1]


def climb(token: Token, costs: dict[str, float]) -> dict[int, float]:
    """Every word above a token with what it costs to get there."""
    reached, spent = {token.i: 0.0}, 0.0
    for _ in range(STEPS):
        head = token.head
        if head.i == token.i:
            break
        spent += costs.get(token.dep_, LIGHT)
        reached[head.i] = spent
        token = head
    return reached


def distance(doc: Doc, above: dict[int, float], mention: TimeMention) -> float:
    """What it costs to bring a mention and a word together; ``above`` is what the word reaches."""
    over = climb(head_of(doc, mention.start, mention.end), OUT)
    meeting = [spent + above[index] for index, spent in over.items() if index in above]
    return min(meeting, default=99.0)
