"""Where words stand in a parse, asked of its columns at once: far cheaper than token by token."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc

Hashes = NDArray[np.uint64]


def hashes(words: Iterable[str]) -> Hashes:
    """The keys of words, as columns hold them."""
    return np.array([get_string_id(word) for word in words], dtype=np.uint64)


def places(doc: Doc, column: str, keys: Hashes) -> list[int]:
    """The tokens whose column ("LEMMA", "LOWER", "ORTH") holds one of the keys."""
    found: list[int] = np.flatnonzero(np.isin(doc.to_array(column), keys)).tolist()
    return found


def tagged(doc: Doc, part: str, column: str, keys: Hashes) -> list[int]:
    """The tokens of one part of speech whose column holds one of the keys."""
    table = doc.to_array(["POS", column])
    of_part = table[:, 0] == get_string_id(part)
    found: list[int] = np.flatnonzero(of_part & np.isin(table[:, 1], keys)).tolist()
    return found


def proper(doc: Doc) -> list[int]:
    """The proper nouns."""
    found: list[int] = np.flatnonzero(doc.to_array("POS") == get_string_id("PROPN")).tolist()
    return found


def lines(doc: Doc) -> list[int]:
    """The tokens that break lines."""
    spaces: list[int] = np.flatnonzero(doc.to_array("IS_SPACE")).tolist()
    return [at for at in spaces if "\n" in doc[at].text]
