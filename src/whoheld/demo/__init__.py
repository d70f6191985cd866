"""A small war of words to look at: made-up dispatches on the fights for Palmyra, 2015 to 2017.

The events and their days are of public record; outlets, wording and minor figures are invented.
"""

from importlib.resources import files

from whoheld.documents import document_from_record
from whoheld.model import Document


def dispatches() -> list[Document]:
    """The dispatches in the order of their days."""
    lines = (files("whoheld.demo") / "dispatches.jsonl").read_bytes().splitlines()
    return [document_from_record(line) for line in lines]
