"""A JSON object as a document; its text stays as it is, since offsets count in it."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

from whoheld.documents.build import Given
from whoheld.documents.days import opening_day, parse_day
from whoheld.errors import BadDate, BadRecord, EmptyInput
from whoheld.model import DateBasis, Document

_HALF_PAIR = re.compile("[\ud800-\udfff]")


def document_from_record(data: bytes, given: Given | None = None) -> Document:
    """The document of an object with ``doc``, ``title``, ``published``, ``source`` and ``text``.

    Only ``text`` must be there. The record's own date and source go before what is given for all.

    Raises:
        BadRecord: it is no such object.
    """
    record = _object(data)
    told = given or Given()
    text = _text_of(record)
    published, basis = _published(record, text, told)
    made = Document(
        id=_word(record, "doc"),
        text=text,
        title=_word(record, "title"),
        published=published,
        published_basis=basis,
        source=_word(record, "source") or told.source,
        url=_word(record, "url"),
    )
    return made if made.id else _named_by_content(made)


def _object(data: bytes) -> dict[str, Any]:
    if not data.strip():
        raise EmptyInput("it is empty")
    try:
        record = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}"
        raise BadRecord(message) from error
    except (ValueError, RecursionError) as error:
        message = f"not JSON ({getattr(error, 'msg', 'nested too deep')})"
        raise BadRecord(message) from error
    if not isinstance(record, dict):
        raise BadRecord('not an object with a "text"')
    return record


def _text_of(record: dict[str, Any]) -> str:
    text = record.get("text")
    if not isinstance(text, str):
        raise BadRecord('it has no "text", or one that is no string')
    if not text.strip():
        raise BadRecord('its "text" is empty')
    return _HALF_PAIR.sub("\ufffd", text)  # one for one: no offset moves, and every program can write it


def _word(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str | int):
        message = f'its "{key}" is no string'
        raise BadRecord(message)
    return _HALF_PAIR.sub("\ufffd", str(value)).strip()


def _published(record: dict[str, Any], text: str, told: Given) -> tuple[date | None, DateBasis]:
    own = _word(record, "published")
    if own:
        try:
            return parse_day(own), DateBasis.GIVEN
        except BadDate as error:
            message = f'its "published": {error}'
            raise BadRecord(message) from error
    if told.published:
        return told.published, DateBasis.GIVEN
    day = opening_day(text)
    return day, DateBasis.TEXT if day else DateBasis.NONE


def _named_by_content(document: Document) -> Document:
    return replace(document, id=f"text-{document.content_hash[:8]}")
