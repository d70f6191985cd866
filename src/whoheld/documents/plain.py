"""Plain text: its characters as they are, its first line as its title where it stands like one."""

from whoheld.documents.clean import Clean
from whoheld.documents.lines import unwrapped

LONGEST_TITLE = 140


def clean_plain(text: str) -> Clean:
    """The text itself, hard-wrapped lines joined, with its title."""
    whole = unwrapped(text)
    return Clean(whole, _title(whole))


def _title(text: str) -> str:
    first, _, rest = text.partition("\n")
    line = first.strip()
    alone = line and rest.strip() and len(line) <= LONGEST_TITLE and line == first.rstrip()
    return line if alone and line[-1] not in ".,;:" else ""
