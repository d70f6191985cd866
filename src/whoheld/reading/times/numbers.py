"""What the words of an expression are worth."""

import re
from functools import lru_cache

from whoheld.codebooks.tables import read_toml
from whoheld.reading.times.words import TABLE

_SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS = (
    {word: n for n, word in enumerate(_SMALL, 1)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
    | {"hundred": 100}
)
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"]
_DAY = re.compile(r"\d+")


@lru_cache(maxsize=1)
def values() -> dict[str, dict[str, str | int | list[int]]]:
    """The worth of words, from the table."""
    loaded: dict[str, dict[str, str | int | list[int]]] = read_toml(TABLE)["values"]
    return loaded


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


def weekday_number(word: str) -> int:
    """0 for Monday."""
    return _places()[word.rstrip(".")][1]


def number(words: str | None) -> float | None:
    """How many a count says: "two" 2, "a" 1, "twenty-two" 22, "half a" 0.5; None for "several"."""
    if words is None:
        return None
    if words.replace(",", "").isdigit():
        return float(words.replace(",", ""))
    if words in {"a", "an", "the"}:
        return 1
    if words.startswith("half"):
        return 0.5
    parts = [_NUMBERS.get(part) for part in words.replace("–", "-").split("-")]
    if None in parts:
        return _NUMBERS.get(words.removeprefix("a ").removeprefix("an "))
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
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else None


def day_number(word: str) -> int:
    """12 for "12" and "12th"."""
    found = _DAY.match(word)
    return int(found[0]) if found else 0


def singular(unit: str) -> str:
    """ "day" for "days", "century" for "centuries"."""
    return "century" if unit.startswith("centur") else unit.removesuffix("s")
