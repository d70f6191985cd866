"""Reading the tables that come with the package, and the form under which names compare."""

import csv
import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from whoheld.errors import CodebookError

# letters that Unicode does not take apart into a base letter and an accent
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_DROPPED = re.compile(r"['`´‘’ʻʼʿʾ.ˈ]+")
_SPACED = re.compile(r"(?:[^\w&/]|_)+")


def _data() -> Traversable:
    return files("whoheld.codebooks") / "data"


def _text(name: str) -> str:
    try:
        return _data().joinpath(*name.split("/")).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        message = f"there is no table {name} in the package; reinstall whoheld"
        raise CodebookError(message) from error


@cache
def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of a packaged CSV table, cells trimmed; do not change what you get.

    Args:
        name: path under the data folder, ``"states.csv"`` or ``"actors/syria.csv"``.

    Raises:
        CodebookError: there is no such table, or a row has other cells than the heading.
    """
    reader = csv.DictReader(_text(name).splitlines(), strict=True)
    rows = []
    for row in reader:
        if None in row or None in row.values():
            message = f"{name}, line {reader.line_num}: not as many cells as the heading has"
            raise CodebookError(message)
        rows.append({key.strip(): cell.strip() for key, cell in row.items()})
    return rows


@cache
def read_toml(name: str) -> dict[str, Any]:
    """A packaged TOML table; do not change what you get.

    Raises:
        CodebookError: there is no such table, or it is no TOML.
    """
    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        message = f"{name}: {error}"
        raise CodebookError(message) from error


def csv_names(folder: str) -> list[str]:
    """The CSV tables of a folder of the package's data, in order: ``["actors/africa.csv", ...]``."""
    found = (item.name for item in _data().joinpath(folder).iterdir())
    return sorted(f"{folder}/{name}" for name in found if name.endswith(".csv"))


def cell_list(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several, separated by ``|``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """The form under which two spellings of one name compare equal.

    Case, accents, apostrophes and full stops go; hyphens become spaces:
    ``"Hay'at Tahrir al-Sham"`` and ``"Hayat Tahrir al Sham"`` fold to ``"hayat tahrir al sham"``.
    """
    small = unicodedata.normalize("NFKD", name).casefold()
    plain = unicodedata.normalize("NFKD", small.translate(_PLAIN))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return _SPACED.sub(" ", _DROPPED.sub("", bare)).strip()
