"""Annotated documents, read as far as the choices of the reader: what its weights are learnt from."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.claims import as_document, load_gold
from whoheld.reading.chain import Chain
from whoheld.reading.page import Page


@dataclass(slots=True)
class Read:
    """An annotated document and its page."""

    gold: dict[str, Any]
    page: Page


def group(doc: str) -> str:
    """What is held out together: the outlet or the war that a document's name begins with."""
    known = re.match(r"(written-[a-z]+|wiki-.*?(?=-[tu]\d)|news-[a-z]+|report|release)", doc)
    return known.group(1) if known else doc


def read_all(folder: Path, chain: Chain) -> list[Read]:
    """The annotated documents of a folder with their pages."""
    return [Read(gold, chain(as_document(gold))) for gold in load_gold(folder)]
