"""What each output format is: something that is given documents with their claims, one after the other."""

import json
from collections.abc import Sequence
from typing import Protocol, TextIO

from whoheld.errors import UsageError
from whoheld.model import Claim, Document
from whoheld.views.record import Record, claim_record, document_record, explanation

FORMATS = ("table", "jsonl", "json", "html")


class Writer(Protocol):
    """Writes claims in one format."""

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Write, or keep for the end, what was read in a document."""
        ...

    def close(self) -> None:
        """Write what is left; the stream stays open."""
        ...


class JsonLines:
    """One flat record a claim, each on a line, as soon as it is known."""

    def __init__(self, stream: TextIO, *, explain: bool = False) -> None:
        self.stream, self.explain = stream, explain

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Write the claims' lines."""
        for record in _records(document, claims, self.explain):
            self.stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        self.stream.flush()

    def close(self) -> None:
        """Nothing is left to write."""


class Json:
    """One object with the documents and all their claims."""

    def __init__(self, stream: TextIO, *, explain: bool = False) -> None:
        self.stream, self.explain = stream, explain
        self.documents: list[Record] = []
        self.claims: list[Record] = []

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Keep the records."""
        self.documents.append(document_record(document) | {"claims": len(claims)})
        self.claims += _records(document, claims, self.explain)

    def close(self) -> None:
        """Write the object."""
        whole = {"documents": self.documents, "claims": self.claims}
        self.stream.write(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


def _records(document: Document, claims: Sequence[Claim], explain: bool) -> list[Record]:
    records = [claim_record(claim, document) for claim in claims]
    if explain:
        for record, claim in zip(records, claims, strict=True):
            record["explain"] = explanation(claim, document)
    return records


def make_writer(form: str, stream: TextIO, *, explain: bool = False) -> Writer:
    """The writer of a format.

    Raises:
        UsageError: there is no such format.
    """
    if form == "table":
        from whoheld.views.table import Table  # noqa: PLC0415  (rich is slow to import)

        return Table(stream, explain=explain)
    if form == "html":
        from whoheld.views.html import Page  # noqa: PLC0415

        return Page(stream, explain=explain)
    if form in FORMATS:
        return JsonLines(stream, explain=explain) if form == "jsonl" else Json(stream, explain=explain)
    message = f"{form!r} is no format; the formats are {', '.join(FORMATS)}"
    raise UsageError(message)
