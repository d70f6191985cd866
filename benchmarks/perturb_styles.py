"""Other ways to write the same text: without commas, in capitals, with other quotes, spellings and transliterations."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from benchmarks.perturb import Edit, Style

TABLES = Path(__file__).parent / "tables"
OPENS_AFTER = frozenset("([{“‘—–-/")  # besides blanks: a quote after one of these opens
CURLY = {'"': ("“", "”"), "'": ("‘", "’")}
STRAIGHT = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"}
SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
WORD = re.compile(r"[^\W\d_][\w'’]*")


def without_commas(text: str) -> list[Edit]:
    """No comma is left, in numbers neither."""
    return [Edit(found.start(), found.end(), "") for found in re.finditer(",", text)]


def in_capitals(text: str) -> list[Edit]:
    """All letters are capitals."""
    return list(_capitals(text, 0, len(text)))


def curly_quotes(text: str) -> list[Edit]:
    """Quotation marks and apostrophes as print has them."""
    return [Edit(at, at + 1, CURLY[mark][_closes(text, at)]) for at, mark in enumerate(text) if mark in CURLY]


def _closes(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return bool(before) and not before.isspace() and before not in OPENS_AFTER


def straight_quotes(text: str) -> list[Edit]:
    """Quotation marks and apostrophes as typewriters have them."""
    return [Edit(at, at + 1, STRAIGHT[mark]) for at, mark in enumerate(text) if mark in STRAIGHT]


def capital_headline(text: str) -> list[Edit]:
    """The first line is all capitals, the rest as it was."""
    return list(_capitals(text, 0, _headline(text)))


def title_headline(text: str) -> list[Edit]:
    """The first line has a capital on each word but the small ones."""
    words = WORD.finditer(text, 0, _headline(text))
    starts = (found.start() for found in words if found.start() == 0 or found.group().lower() not in SMALL_WORDS)
    return [edit for at in starts for edit in _capitals(text, at, at + 1)]


def _headline(text: str) -> int:
    end = text.find("\n")
    return max(end, 0)  # a text of one line has no headline


def _capitals(text: str, start: int, end: int) -> Iterator[Edit]:
    for at in range(start, end):
        put = text[at].upper()
        if put != text[at] and len(put) == 1:
            yield Edit(at, at + 1, put)


def in_british(text: str) -> list[Edit]:
    """Words that American spelling writes otherwise, as British spelling has them."""
    return _replaced(text, _british())


def in_american(text: str) -> list[Edit]:
    """Words that British spelling writes otherwise, as American spelling has them."""
    return _replaced(text, {british: american for american, british in _british().items()})


def other_transliterations(text: str) -> list[Edit]:
    """Each name that is written in several ways in the next of these ways."""
    return _replaced(text, _transliterations())


def _replaced(text: str, table: Mapping[str, str]) -> list[Edit]:
    found = _any_of(tuple(table)).finditer(text)
    return [Edit(one.start(), one.end(), table[one.group()]) for one in found]


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


@cache
def _british() -> dict[str, str]:
    """British spellings by American ones, in small letters, with a capital, and in capitals."""
    table: dict[str, str] = {}
    for row in _rows("spelling.csv"):
        for ending in row["endings"].split("|"):
            american, british = row["american"] + ending, row["british"] + ending
            table |= {case(american): case(british) for case in (str.lower, str.capitalize, str.upper)}
    return table


@cache
def _transliterations() -> dict[str, str]:
    """The next spelling by each spelling."""
    table: dict[str, str] = {}
    for row in _rows("transliterations.csv"):
        names = row["spellings"].split("|")
        table |= dict(zip(names, [*names[1:], names[0]], strict=True))
    return table


def _rows(name: str) -> Iterable[dict[str, str]]:
    return csv.DictReader((TABLES / name).read_text(encoding="utf-8").splitlines())


STYLES: dict[str, Style] = {
    "without_commas": without_commas,
    "in_capitals": in_capitals,
    "curly_quotes": curly_quotes,
    "straight_quotes": straight_quotes,
    "in_british": in_british,
    "in_american": in_american,
    "other_transliterations": other_transliterations,
    "capital_headline": capital_headline,
    "title_headline": title_headline,
}
