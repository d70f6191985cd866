"""Uses of trigger words that tell of no event: names, figures of speech, other walks of life."""

from spacy.tokens import Token

from whoheld.reading.certainty.operators import Figure, table
from whoheld.reading.page import Page

WOUNDED = frozenset({"wound", "injure", "hurt"})
DEAD = frozenset({"killed", "died", "dead", "killing", "kills", "kill", "die", "dying", "deaths", "death"})


def is_event(page: Page, trigger: int, kind: str = "") -> bool:
    """Whether the token ``trigger`` can state a claim, of this kind where it is known."""
    token = page.doc[trigger]
    if in_name(token) or only_counts(token) or of_the_displaced(token):
        return False
    figures = table().figures.get(token.lemma_.lower(), ())
    return not any(matches(figure, token) for figure in figures if kind not in figure.kinds)


def only_counts(token: Token) -> bool:
    """The wounded beside the dead: "ten were killed and 30 wounded" is one statement."""
    if token.pos_ != "VERB" or token.lemma_ not in WOUNDED:
        return False
    return any(other.lower_ in DEAD for other in token.sent)


def of_the_displaced(token: Token) -> bool:
    """The conflict from which people flee, in "displaced by conflict": the flight is the statement."""
    return (
        token.dep_ == "pobj" and token.lemma_.lower() == "conflict" and token.head.head.lemma_ in {"displace", "flee"}
    )


def in_name(token: Token) -> bool:
    """Part of a name: a capitalised compound in front of a capitalised word ("Liberation Army")."""
    if not token.text[0].isupper() or token.i + 1 >= len(token.doc) or token.pos_ != "PROPN":
        return False
    following = token.nbor(1)
    return token.dep_ == "compound" and following.text[0].isupper() and following.pos_ == "PROPN"


def matches(figure: Figure, token: Token) -> bool:
    """Whether a figure's neighbours stand around a token."""
    doc, at = token.doc, token.i
    if figure.before and at and doc[at - 1].lemma_.lower() in figure.before:
        return True
    if figure.after and at + 1 < len(doc) and doc[at + 1].lemma_.lower() in figure.after:
        return True
    return bool(figure.objects) and any(
        child.lemma_.lower() in figure.objects for child in token.children if child.dep_ in {"dobj", "nsubjpass"}
    )
