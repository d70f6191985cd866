"""Uses of trigger words that tell of no event: names, figures of speech, other walks of life."""

from spacy.tokens import Token

from whoheld.reading.certainty.operators import Figure, table
from whoheld.reading.page import Page


def is_event(page: Page, trigger: int, kind: str = "") -> bool:
    """Whether the token ``trigger`` can state a claim, of this kind where it is known."""
    token = page.doc[trigger]
    if in_name(token):
        return False
    figures = table().figures.get(token.lemma_.lower(), ())
    return not any(matches(figure, token) for figure in figures if kind not in figure.kinds)


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
