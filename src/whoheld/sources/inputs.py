"""All that a call names, as a stream of documents; what cannot be read stands in the stream as a failure."""

import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from whoheld.documents import Form, Given, build, document_from_record, form_of
from whoheld.errors import InputError
from whoheld.model import Document
from whoheld.sources.files import STDIN, file_bytes, is_folder, open_file, paths_under, stdin_bytes
from whoheld.sources.records import records


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: what the user called it, and why."""

    name: str
    error: InputError


def documents(names: Iterable[str], limit: int, given: Given | None = None) -> Iterator[Document | Failure]:
    """The documents of files, folders and ``-``, in order; one that cannot be read never hides the next.

    Args:
        names: as on a command line.
        limit: the largest input in bytes; of a file of records, the longest line.
        given: publication date and source, as the user knows them.
    """
    taken: set[str] = set()
    for name in names:
        for found in _of_name(name, limit, given or Given()):
            yield found if isinstance(found, Failure) else _distinct(found, taken)


def count(names: Iterable[str]) -> int:
    """About how many documents there are, for a progress bar; what cannot be read counts as one."""
    return sum(_count_of(path) for name in names for path, _ in _files(name) if isinstance(path, Path))


def _count_of(path: Path) -> int:
    if form_of(path.suffix, b"") is not Form.RECORDS:
        return 1
    try:
        with open_file(path)[0] as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b"")) or 1
    except (InputError, OSError):
        return 1


def _of_name(name: str, limit: int, given: Given) -> Iterator[Document | Failure]:
    if name == STDIN:
        yield from _of_stdin(limit, given)
        return
    for path, called in _files(name):
        if isinstance(path, Failure):
            yield path
        else:
            yield from _of_path(path, called, limit, given)


def _files(name: str) -> Iterator[tuple[Path | Failure, str]]:
    """The files that a name stands for, with what their documents are called."""
    path = Path(name)
    if not is_folder(path):
        yield path, _printable(path.stem)
        return
    for found in paths_under(path):
        if isinstance(found, Path):
            yield found, _printable(found.relative_to(path).with_suffix("").as_posix())
        else:
            yield Failure(_printable(str(found[0])), found[1]), ""


def _of_path(path: Path, called: str, limit: int, given: Given) -> Iterator[Document | Failure]:
    shown = _printable(str(path))
    try:
        if form_of(path.suffix, b"") is Form.RECORDS:  # as long as it likes, so never read as a whole
            with open_file(path)[0] as stream:
                yield from _named(records(stream, limit, given), shown)
        else:
            yield from _of_bytes(file_bytes(path, limit), path.suffix, called, shown, given)
    except InputError as error:
        yield Failure(shown, error)


def _of_stdin(limit: int, given: Given) -> Iterator[Document | Failure]:
    shown = "standard input"
    try:
        yield from _of_bytes(stdin_bytes(limit), "", "", shown, given)
    except InputError as error:
        yield Failure(shown, error)


def _of_bytes(data: bytes, suffix: str, called: str, shown: str, given: Given) -> Iterator[Document | Failure]:
    form = form_of(suffix, data)
    if form is Form.RECORDS:
        yield from _named(records(io.BytesIO(data), len(data), given), shown)
    elif form is Form.RECORD:
        yield document_from_record(data, given)
    else:
        yield build(data, form, called, given)


def _named(found: Iterable[Document | tuple[int, InputError]], shown: str) -> Iterator[Document | Failure]:
    for one in found:
        if isinstance(one, Document):
            yield one
        else:
            number, error = one
            yield Failure(f"{shown}, line {number}" if number else shown, error)


def _distinct(document: Document, taken: set[str]) -> Document:
    """The document, renamed where another of this call has its name already: claims are told apart by it."""
    name, number = document.id, 1
    while name in taken:
        number += 1
        name = f"{document.id}-{number}"
    taken.add(name)
    return document if name == document.id else replace(document, id=name)


def _printable(name: str) -> str:
    """A file name that every terminal and encoding can show."""
    return os.fsencode(name).decode("utf-8", "replace")
