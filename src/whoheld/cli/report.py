"""What goes to standard error: problems, each in a line, and notes."""

import click

from whoheld.model import Document
from whoheld.views.words import shown

NAMED = 3  # so many undated documents are named; of more only the number is told


class Report:
    """Tells problems as they come, and remembers whether there were any."""

    def __init__(self) -> None:
        self.problems = 0
        self.undated: list[str] = []

    @property
    def status(self) -> int:
        """The exit status of the call."""
        return 1 if self.problems else 0

    def problem(self, name: str, message: object) -> None:
        """An input that could not be read."""
        self.problems += 1
        self.note(f"{name}: {message}")

    def note(self, message: str) -> None:
        """A line that changes no status."""
        click.echo(f"whoheld: {shown(message)}", err=True)

    def dated(self, document: Document) -> None:
        """Remember a document that nobody dated."""
        if document.published is None:
            self.undated.append(document.id)

    def close(self) -> None:
        """Say which documents had no date."""
        if not self.undated:
            return
        rest = len(self.undated) - NAMED
        names = ", ".join(self.undated[:NAMED]) + (f" and {rest} more" if rest > 0 else "")
        self.note(f"{names}: no publication date found, relative dates stay unresolved; --published gives one")
