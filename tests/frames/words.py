"""Finding words of a parse in tests."""

from collections.abc import Iterable

from spacy.tokens import Token

from whoheld.codebooks.kinds import kinds
from whoheld.reading.frames.match import Match, matches
from whoheld.reading.frames.types import Typing
from whoheld.reading.page import Page


def word(page: Page, text: str) -> Token:
    return next(token for token in page.doc if token.text == text)


def texts(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens]


def found(page: Page) -> list[Match]:
    return matches(page, Typing.of(page))


def kinds_at(page: Page, text: str) -> set[str]:
    return {match.frame.kind for match in found(page) if match.trigger.text == text}


def match_at(page: Page, text: str, kind: str) -> Match:
    assert kind in kinds()
    return next(match for match in found(page) if match.trigger.text == text and match.frame.kind == kind)
