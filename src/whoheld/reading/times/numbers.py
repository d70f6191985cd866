"""What the words of an expression are worth."""

import re
from functools import lru_cache

from whoheld.codebooks.tables import read_toml
from whoheld.reading.times.words import TABLE

_DAY = re.compile(r"\d+")


@lru_cache(maxsize=1)
def values() -> dict[str, dict[str, str]]:
    """The worth of words, from the table."""
    loaded: dict[str, dict[str, str]] = read_toml(TABLE)["values"]
    return loaded


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    """The words for numbers: the table has one to nineteen, then the tens, then a hundred."""
    words = read_toml(TABLE)["words"]["NUMW"]
    tens = {word: 10 * n for n, word in enumerate(words[19:], 2)}
    return {word: n for n, word in enumerate(words[:19], 1)} | tens | {"hundred": 100}


@lru_cache(maxsize=1)
def _ordinals() -> dict[str, int]:
    return {word: n for n, word in enumerate(read_toml(TABLE)["words"]["ORDW"], 1)}


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[str, int]]:
    words = read_toml(TABLE)["words"]
    found: dict[str, tuple[str, int]] = {}
    for number, name in enumerate(words["MONTH"], 1):
        found[name] = found[name[:3]] = ("month", number)
    found["sept"] = ("month", 9)
    for number, name in enumerate(words["WDAY"]):
        found[name] = found[name[:3]] = ("weekday", number)
    return found | {"tues": ("weekday", 1), "thur": ("weekday", 3), "thurs": ("weekday", 3)}


def month_number(word: str) -> int:
    """1 for January or Jan."""
    return _places()[word.rstrip(".")][1]


def month_name(number: int) -> str:
    """The month by its number: "january" for 1."""
    return str(read_toml(TABLE)["words"]["MONTH"][number - 1])


def weekday_number(word: str) -> int:
    """0 for Monday."""
    return _places()[word.rstrip(".")][1]


def number(words: str | None) -> float | None:
    """How many a count says: "two" 2, "a" 1, "twenty-two" 22, "half a" 0.5; None for "several"."""
    if words is None:
        return None
    if words.replace(",", "").isdecimal():
        return float(words.replace(",", ""))
    if words in {"a", "an", "the"}:
        return 1
    if words.startswith("half"):
        return 0.5
    parts = [_numbers().get(part) for part in words.replace("–", "-").split("-")]
    if None in parts:
        return _numbers().get(words.removeprefix("a ").removeprefix("an "))
    known = [part for part in parts if part is not None]
    tens_and_ones = len(known) == 2 and known[0] >= 20 and known[0] % 10 == 0 and known[1] < 10
    return sum(known) if len(known) == 1 or tens_and_ones else None


def ordinal(word: str) -> int | None:
    """1 for "first" or "1st", -1 for "last" and "final", 2 for "latter"."""
    if word[0].isdigit():
        found = _DAY.match(word)
        return int(found[0]) if found else None
    if word in {"last", "final"}:
        return -1
    if word == "latter":
        return 2
    return _ordinals().get(word)


def day_number(word: str) -> int:
    """12 for "12" and "12th"."""
    found = _DAY.match(word)
    return int(found[0]) if found else 0


def singular(unit: str) -> str:
    """The unit by its plural: "day" for "days", "century" for "centuries"."""
    return "century" if unit.startswith("centur") else unit.removesuffix("s")
