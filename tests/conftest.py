"""Shared fixtures: the model is loaded once a session."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from whoheld.model import DateBasis, Document
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model, parse


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture
def page(nlp: Language) -> Callable[..., Page]:
    def make(text: str, published: date | None = None, title: str = "", source: str = "") -> Page:
        whole = f"{title}\n{text}" if title else text
        basis = DateBasis.GIVEN if published else DateBasis.NONE
        return parse(Document("test", whole, title, published, basis, source), nlp)

    return make
