"""Files of records, one JSON document a line, read line by line however long the file is."""

from collections.abc import Iterator
from typing import BinaryIO

from whoheld.documents import Given, document_from_record
from whoheld.errors import BadRecord, EmptyInput, InputError
from whoheld.model import Document
from whoheld.sources.files import too_large


def records(stream: BinaryIO, limit: int, given: Given) -> Iterator[Document | tuple[int, InputError]]:
    """The documents of a stream, and for each line that is none its number and what is wrong.

    Args:
        stream: the bytes.
        limit: the longest line, in bytes.
        given: date and source for records without their own.
    """
    first_line: dict[str, int] = {}
    number = 0
    for number, line in enumerate(_lines(stream, limit), start=1):
        if line is None:
            yield number, too_large(None, limit)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _document(line, number, given, first_line)
    if not first_line and not number:
        yield 0, EmptyInput("it is empty")


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines; None for one that is longer than the limit, of which no more is kept than that."""
    while line := stream.readline(limit + 1):
        whole = len(line) <= limit
        while not line.endswith(b"\n") and not whole:
            line = stream.readline(limit + 1)
            if not line:
                break
        yield line if whole else None


def _document(line: bytes, number: int, given: Given, first_line: dict[str, int]) -> Document | tuple[int, InputError]:
    try:
        document = document_from_record(line, given)
    except InputError as error:
        return number, error
    before = first_line.setdefault(document.id, number)
    if before != number:
        message = f"document {document.id!r} has been read already, from line {before}"
        return number, BadRecord(message)
    return document
