"""What a cleaner gives: a text and what the file itself tells about it."""

from dataclasses import dataclass
from datetime import date

from whoheld.model import DateBasis


@dataclass(frozen=True, slots=True)
class Clean:
    """A text without its mark-up; a field that the file does not tell is empty.

    Attributes:
        text: title, line break, body.
    """

    text: str
    title: str = ""
    published: date | None = None
    published_basis: DateBasis = DateBasis.NONE
    source: str = ""
    url: str = ""
