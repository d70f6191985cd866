"""What a reader is: a document goes in, claims come out. Found by entry point, so that others can step in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast

from whoheld.errors import UsageError, WhoheldError
from whoheld.model import Claim, Document
from whoheld.settings import Settings

GROUP = "whoheld.coders"
DEFAULT = "frames"


class Coder(Protocol):
    """A reader of documents.

    Attributes:
        name: its short name, as its entry point has it.
        version: changes whenever the same text may give other claims.
    """

    name: str
    version: str

    def read(self, document: Document) -> list[Claim]:
        """The claims of a document, in the order of its text; offsets count in ``document.text``."""
        ...


@dataclass(frozen=True, slots=True)
class CoderEntry:
    """A coder that is installed, not loaded.

    Attributes:
        name: what ``--coder`` takes.
        target: module and name of its factory.
        package: the distribution that brings it, with its version; "" where not known.
    """

    name: str
    target: str
    package: str


@lru_cache(maxsize=1)
def _found() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}


def coders() -> list[CoderEntry]:
    """The coders that are installed, by name; none of them is loaded."""
    return [_entry(entry) for _, entry in sorted(_found().items())]


def _entry(entry: EntryPoint) -> CoderEntry:
    package = f"{entry.dist.name} {entry.dist.version}" if entry.dist else ""
    return CoderEntry(entry.name, entry.value, package)


def load_coder(name: str, settings: Settings) -> Coder:
    """The coder of that name, ready to read.

    Raises:
        UsageError: no coder has that name.
        WhoheldError: it is there and cannot be loaded.
    """
    entry = _found().get(name)
    if entry is None:
        known = ", ".join(sorted(_found())) or "none"
        message = f"no coder is called {name!r}; installed: {known}"
        raise UsageError(message)
    try:
        return _made(entry, settings)
    except WhoheldError:
        raise
    except Exception as error:
        message = f"coder {name!r} ({entry.value}) cannot be loaded: {type(error).__name__}: {error}"
        raise WhoheldError(message) from error


def _made(entry: EntryPoint, settings: Settings) -> Coder:
    factory = cast("Callable[[Settings], Coder]", entry.load())
    return factory(settings)
