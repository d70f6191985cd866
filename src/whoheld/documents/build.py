"""From a file's bytes to a document, whatever its form."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from whoheld.documents.clean import Clean
from whoheld.documents.days import opening_day
from whoheld.documents.encoding import decode
from whoheld.documents.html import clean_html, declared_encoding
from whoheld.documents.markdown import clean_markdown
from whoheld.documents.plain import clean_plain
from whoheld.model import DateBasis, Document


class Form(StrEnum):
    """How a text is written down."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    RECORD = "record"  # one document as a JSON object
    RECORDS = "records"  # one such object a line


SUFFIXES = {
    ".txt": Form.TEXT, ".text": Form.TEXT,
    ".md": Form.MARKDOWN, ".markdown": Form.MARKDOWN,
    ".html": Form.HTML, ".htm": Form.HTML, ".xhtml": Form.HTML,
    ".json": Form.RECORD, ".jsonl": Form.RECORDS, ".ndjson": Form.RECORDS,
}  # fmt: skip
_PAGE = re.compile(rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b")
_RECORD = re.compile(rb'\s*\{\s*"[a-z_]+"\s*:')
_CLEANERS: dict[Form, Callable[[str], Clean]] = {
    Form.TEXT: clean_plain,
    Form.MARKDOWN: clean_markdown,
    Form.HTML: clean_html,
}


@dataclass(frozen=True, slots=True)
class Given:
    """What the user tells about the texts; it goes before what a file's own head tells."""

    published: date | None = None
    source: str = ""


def form_of(suffix: str, data: bytes) -> Form:
    """The form by a file name's suffix, else by how the bytes begin."""
    known = SUFFIXES.get(suffix.lower())
    if known:
        return known
    start = data[3:2051] if data.startswith(b"\xef\xbb\xbf") else data[:2048]
    if _PAGE.match(start):
        return Form.HTML
    if suffix or not _RECORD.match(start):
        return Form.TEXT
    return Form.RECORDS if data.split(b"\n", 1)[0].rstrip().endswith(b"}") else Form.RECORD


def build(data: bytes, form: Form, name: str = "", given: Given | None = None) -> Document:
    """The document of some bytes.

    Args:
        data: the whole file.
        form: text, Markdown or HTML.
        name: what to call it; "" calls it by its content.
        given: date and source, as the user knows them.

    Raises:
        InputError: no document can be made of it; the message says why.
    """
    clean = _CLEANERS[form](decode(data, declared_encoding(data) if form is Form.HTML else None))
    told = given or Given()
    published, basis = _published(clean, told)
    return Document(
        id=name or f"text-{sha256(data).hexdigest()[:8]}",
        text=clean.text,
        title=clean.title,
        published=published,
        published_basis=basis,
        source=told.source or clean.source,
        url=clean.url,
    )


def _published(clean: Clean, told: Given) -> tuple[date | None, DateBasis]:
    if told.published:
        return told.published, DateBasis.GIVEN
    if clean.published:
        return clean.published, clean.published_basis
    day = opening_day(clean.text)
    return day, DateBasis.TEXT if day else DateBasis.NONE
