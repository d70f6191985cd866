"""Files and folders: what there is to read, and its bytes, within the size limit."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from whoheld.documents.build import SUFFIXES
from whoheld.errors import EmptyInput, InputError, TooLarge

STDIN = "-"


def is_folder(path: Path) -> bool:
    """Whether it is a folder; what cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def paths_under(folder: Path) -> Iterator[Path | tuple[Path, InputError]]:
    """The files of a folder and of those within it, in order; a folder that cannot be listed gives its error.

    Only files with a suffix that we read, and none that is hidden.
    """
    refused: list[tuple[Path, InputError]] = []

    def refuse(error: OSError) -> None:
        refused.append((Path(error.filename or folder), InputError(_reason(error))))

    found = sorted(_walk(folder, refuse))
    yield from refused
    yield from found
    if not found and not refused:
        yield folder, EmptyInput(f"there is no file in it with one of {' '.join(SUFFIXES)}")


def _walk(folder: Path, refuse: Callable[[OSError], None]) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(parent, name)


def open_file(path: Path) -> tuple[BinaryIO, int]:
    """An ordinary file opened for its bytes, and its size.

    Raises:
        InputError: it is not there, not ours to read, or no ordinary file.
    """
    try:
        size = _size(path)
        return path.open("rb"), size
    except OSError as error:
        raise InputError(_reason(error)) from error


def _size(path: Path) -> int:
    """Its size, found before it is opened: to open a pipe that nobody writes to would wait for ever."""
    info = path.stat()
    if not stat.S_ISREG(info.st_mode):
        raise InputError("it is no ordinary file; a pipe or device can be read through standard input, as -")
    return info.st_size


def file_bytes(path: Path, limit: int) -> bytes:
    """All bytes of an ordinary file.

    Raises:
        InputError: as :func:`open_file`.
        TooLarge: it has more than ``limit``; nothing of it is read.
    """
    stream, size = open_file(path)
    with stream:
        if size > limit:
            raise too_large(size, limit)
        return _read(stream, limit)


def stdin_bytes(limit: int) -> bytes:
    """All bytes of standard input.

    Raises:
        TooLarge: there are more than ``limit``.
    """
    return _read(sys.stdin.buffer, limit)


def _read(stream: BinaryIO, limit: int) -> bytes:
    try:
        data = stream.read(limit + 1)
    except OSError as error:
        raise InputError(_reason(error)) from error
    if len(data) > limit:
        raise too_large(None, limit)
    return data


def too_large(size: int | None, limit: int) -> TooLarge:
    """The error that says by how much, and how to raise the limit."""
    told = f"it is too large ({size / 1e6:,.1f} MB)" if size else "it is too large"
    return TooLarge(f"{told}: the limit is {limit / 1e6:,.1f} MB; WHOHELD_MAX_BYTES sets another")


def _reason(error: OSError) -> str:
    known = {"ENOENT": "there is no such file", "EACCES": "permission denied", "EPERM": "permission denied"}
    return known.get(errno.errorcode.get(error.errno or 0, ""), f"cannot be read: {error.strerror or error}")
