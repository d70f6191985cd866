"""A bar on a terminal's standard error while many documents are read; nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

FEWEST = 4  # documents that are worth a bar


@contextmanager
def bar(total: int, *, output_on_terminal: bool, what: str = "reading") -> Iterator[Callable[[], None]]:
    """Gives a function to call after each document.

    Args:
        total: how many there are.
        output_on_terminal: results are written to the terminal meanwhile; a bar would get in their way, and
            they show well enough how far it has got.
        what: what is being done.
    """
    if not sys.stderr.isatty() or output_on_terminal or total < FEWEST:
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)


@contextmanager
def waiting(message: str) -> Iterator[None]:
    """Shows that something takes a moment."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status(message):
        yield
