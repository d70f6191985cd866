"""A text as published."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256


class DateBasis(StrEnum):
    """How the publication date is known."""

    GIVEN = "given"  # by the user or by the record
    METADATA = "metadata"  # the page's or the front matter's own field
    TEXT = "text"  # a dateline or a dated heading
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Document:
    """One text as published; all offsets count in ``text``.

    Attributes:
        id: the caller's name of it, else derived from the content.
        text: title, a newline, then the body (just the body where there is no title).
        title: "" where there is none.
        published: day of publication, or None.
        published_basis: how that day is known.
        source: name of the outlet or body that issued it, "" where not known.
        url: where it was found, or "".
        language: ISO 639-1.
    """

    id: str
    text: str
    title: str = ""
    published: date | None = None
    published_basis: DateBasis = DateBasis.NONE
    source: str = ""
    url: str = ""
    language: str = "en"

    @property
    def content_hash(self) -> str:
        """SHA-256 of the text, in hexadecimal."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
