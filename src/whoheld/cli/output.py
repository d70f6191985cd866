"""Where results go: standard output or a file, in UTF-8, with one line for what goes wrong there."""

import errno
import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from whoheld.errors import UsageError, WhoheldError

SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".html": "html", ".htm": "html"}


def format_for(asked: str | None, output: str | None) -> str:
    """The format that was asked for, else the one of the file's suffix, else a table."""
    return asked or SUFFIXES.get(Path(output or "").suffix.lower(), "table")


def refuse_input_as_output(output: str | None, inputs: Iterable[str]) -> None:
    """Keep a call from writing over what it reads.

    Raises:
        UsageError: it would.
    """
    for name in inputs:
        with suppress(OSError):
            if output and os.path.samefile(output, name):  # noqa: PTH121  (no need for two paths)
                message = f"{output}: it is an input of the same call; write to another file"
                raise UsageError(message)


@contextmanager
def opened(output: str | None) -> Iterator[TextIO]:
    """The stream for results.

    Raises:
        WhoheldError: it cannot be written.
    """
    name = output or "standard output"
    try:
        stream = _file(output) if output else _stdout()
        try:
            yield stream
            stream.flush()
        finally:
            if output:
                stream.close()
    except OSError as error:
        if error.errno == errno.EPIPE:  # the reader of our output has seen enough
            _hush()
            sys.exit(1)
        if not output:
            _hush()
        message = f"{name} cannot be written: {error.strerror or error}"
        raise WhoheldError(message) from error


def _file(output: str) -> TextIO:
    return Path(output).open("w", encoding="utf-8", errors="backslashreplace", newline="\n")


def _stdout() -> TextIO:
    if isinstance(sys.stdout, io.TextIOWrapper):
        terminal = sys.stdout.isatty()  # which knows best what it can show
        sys.stdout.reconfigure(
            encoding=None if terminal else "utf-8", errors="replace" if terminal else "backslashreplace"
        )
    return sys.stdout


def _hush() -> None:
    """Let what is still in the buffer go nowhere: writing it at exit would fail once more."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
