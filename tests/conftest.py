"""Shared fixtures: the model and the reader are loaded once a session."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from whoheld.model import Claim, DateBasis, Document
from whoheld.reading.frame_coder import FrameCoder
from whoheld.reading.frames.candidates import Candidates
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model, parse
from whoheld.settings import Settings


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


def make_document(text: str, published: date | None = None, title: str = "", source: str = "") -> Document:
    whole = f"{title}\n{text}" if title else text
    basis = DateBasis.GIVEN if published else DateBasis.NONE
    return Document("test", whole, title, published, basis, source)


@pytest.fixture(scope="session")
def page(nlp: Language) -> Callable[..., Page]:
    """A parsed page with nothing found in it yet."""

    def make(text: str, published: date | None = None, title: str = "", source: str = "") -> Page:
        return parse(make_document(text, published, title, source), nlp)

    return make


@pytest.fixture(scope="session")
def frame_coder() -> FrameCoder:
    return FrameCoder(Settings())


@pytest.fixture(scope="session")
def full_page(frame_coder: FrameCoder) -> Callable[..., Page]:
    """A page with all that the components of the chain find in it, and what the encoder says of it."""

    def make(text: str, published: date | None = None, title: str = "") -> Page:
        found = frame_coder.chain(make_document(text, published, title))
        found.signals = frame_coder.encoder(found, Candidates.of(found).words())
        return found

    return make


@pytest.fixture(scope="session")
def claims(frame_coder: FrameCoder) -> Callable[..., list[Claim]]:
    """The claims that the reader makes of a text."""

    def make(text: str, published: date | None = None, title: str = "") -> list[Claim]:
        return frame_coder.read(make_document(text, published, title))

    return make
