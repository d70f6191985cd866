"""Numbers in a text, with their bounds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from whoheld.codebooks.tables import read_toml

FIGURE = re.compile(r"\d{1,3}(?:[,  ]\d{3})+|\d+(?:\.\d+)?")
LONGEST = 40  # characters of a word that can tell a number of people
RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)")
TENS = frozenset(range(20, 100, 10))
GROUP, SHORT = re.compile(r"\d{3}"), re.compile(r"\d{1,3}")
BEFORE = 5  # how many tokens in front of a number may bound it


@dataclass(frozen=True, slots=True)
class Number:
    """A number, with the tokens that tell it and its bounds.

    Attributes:
        core: first token of the number proper, without the words in front that bound it.
        vague: "dozens" and the like, followed by "of".
    """

    start: int
    end: int
    core: int
    low: int | None
    high: int | None
    vague: bool = False


@lru_cache(maxsize=1)
def rows() -> dict[str, Any]:
    """The table of numbers."""
    return read_toml("numbers.toml")


@cache
def words_of(part: str, name: str) -> frozenset[str]:
    """A list of words of the table."""
    return frozenset(rows()[part][name].split())


@lru_cache(maxsize=1)
def phrases() -> dict[str, list[tuple[str, ...]]]:
    """Bounding phrases as tuples of words, longest first."""
    bounds = rows()["bounds"]
    return {name: sorted((tuple(text.split()) for text in bounds[name]), key=len, reverse=True) for name in bounds}


@lru_cache(maxsize=4096)
def worth(word: str) -> float | None:
    """What one word says: "4,000" 4000, "twenty-one" 21, "1.2" 1.2; None where it is no number."""
    if len(word) > LONGEST:
        return None
    if FIGURE.fullmatch(word):
        return float(re.sub(r"[,  ]", "", word))
    words = rows()["words"]
    parts = word.split("-")
    if any(part not in words for part in parts) or len(parts) > 2:
        return None
    return float(sum(words[part] for part in parts))


def find_numbers(lowers: list[str]) -> list[Number]:
    """All numbers of a parse, in order."""
    found: list[Number] = []
    at = 0
    while at < len(lowers):
        number = read(lowers, at)
        if number is None:
            at += 1
            continue
        found.append(bounded(number, lowers))
        at = number.end
    return found


@lru_cache(maxsize=1)
def starters() -> frozenset[str]:
    """Words that may begin a number without a figure."""
    table = rows()
    return (
        frozenset(table["words"])
        | frozenset(table["vague"])
        | frozenset(table["exact"])
        | {"hundred", "thousand", "million", "several", "many", "few"}
    )


def read(lowers: list[str], at: int) -> Number | None:
    """The number that begins at a token."""
    word = lowers[at]
    if not word[:1].isdigit() and word not in starters() and "-" not in word:
        return None
    special = SPECIAL.get(word) or (vague if word in rows()["vague"] else None)
    if special is None and word in rows()["exact"]:
        special = lone
    if special is not None:
        return special(lowers, at)
    match = RANGE.fullmatch(word) if len(word) <= LONGEST else None
    if match:
        low, high = (int(part.replace(",", "")) for part in match.groups())
        return Number(at, at + 1, at, low, high) if low < high else None
    single = simple(lowers, at)
    return upper(lowers, at, single[1], single[0]) if single else None


def lone(lowers: list[str], at: int) -> Number | None:
    """Numbers that need an article: "a dozen", "a hundred", "a couple"."""
    if at == 0 or lowers[at - 1] not in {"a", "half-a", "another", "the", "per"}:
        return None
    table = rows()
    value = table["exact"].get(lowers[at]) or table["multipliers"][lowers[at]]
    return Number(at - 1, at + 1, at, value, value)


def vague(lowers: list[str], at: int) -> Number:
    """A least number: "dozens", "tens of thousands"."""
    table = rows()["vague"]
    low = table[lowers[at]]
    end = at + 1
    while end + 1 < len(lowers) and lowers[end] == "of" and lowers[end + 1] in table:
        low *= table[lowers[end + 1]] // 2  # "tens of thousands" is twenty of a thousand
        end += 2
    return Number(at, end, at, low, None, vague=True)


def several(lowers: list[str], at: int) -> Number | None:
    """At least two: "several hundred"."""
    end = at + 1
    if end >= len(lowers) or lowers[end] not in {"dozen", "hundred", "thousand", "million"}:
        return None
    low = 2 * rows()["multipliers"][lowers[end]]
    return Number(at, end + 1, at, low, None, vague=True)


def simple(lowers: list[str], at: int) -> tuple[int, int] | None:
    """The value and the end of a plain number: "4,000", "two dozen", "three hundred and fifty"."""
    value = worth(lowers[at])
    if value is None:
        return None
    table = rows()["multipliers"]
    end = at + 1
    while end < len(lowers) and GROUP.fullmatch(lowers[end]) and SHORT.fullmatch(lowers[end - 1]):
        value, end = value * 1000 + int(lowers[end]), end + 1  # "1 000"
    if value in TENS and end < len(lowers):
        unit = end + 1 if lowers[end] == "-" and end + 1 < len(lowers) else end
        more = rows()["words"].get(lowers[unit], 0)
        if 0 < more < 10:
            value, end = value + more, unit + 1
    if end < len(lowers) and lowers[end] in table:
        value *= table[lowers[end]]
        end += 1
        rest = end + 1 if end < len(lowers) and lowers[end] == "and" and value >= 100 else end
        more = worth(lowers[rest]) if rest < len(lowers) and not lowers[rest][:1].isdigit() else None
        if more is not None and more < value and value >= 100:
            value, end = value + more, rest + 1
            if end < len(lowers) and lowers[end] == "hundred":
                value, end = value - more + more * 100, end + 1
    return (int(value), end) if value == int(value) else None


def upper(lowers: list[str], at: int, end: int, low: int) -> Number:
    """A number, or the range that it begins."""
    words = rows()["bounds"]
    if end + 1 < len(lowers) and lowers[end] in words["to"]:
        joined = lowers[end] != "and" or (at > 0 and "between" in lowers[max(0, at - 2) : at])
        other = simple(lowers, end + 1) if joined else None
        if other is not None and low < other[0] and other[0] <= max(low, 1) * 20:
            return Number(at, other[1], at, low, other[0])
    return Number(at, end, at, low, low)


def bounded(number: Number, lowers: list[str]) -> Number:
    """The number with the bounds that the words around it give."""
    low, high = number.low, number.high
    at = number.core
    about = rows()["bounds"]["about"]
    for _ in range(BEFORE):
        name, length = bound_before(lowers, at)
        if name:
            low, high = LEFT[name](low, high, number.vague)
            return Number(at - length, number.end, number.core, low, high, number.vague)
        if at == 0 or lowers[at - 1] not in about:
            break
        at -= 1
    after = tuple(lowers[number.end : number.end + 2])
    if after in phrases()["or_more"]:
        return replace(number, end=number.end + 2, high=None)
    if after in phrases()["or_fewer"]:
        return replace(number, end=number.end + 2, low=None)
    return number


def bound_before(lowers: list[str], at: int) -> tuple[str, int]:
    """Name and length of the longest bounding phrase that ends before a token; "" where none does."""
    if at == 0 or lowers[at - 1] not in bound_ends():
        return "", 0
    best = ("", 0)
    for name in LEFT:
        for words in phrases()[name]:
            if len(words) > best[1] and tuple(lowers[max(0, at - len(words)) : at]) == words:
                best = (name, len(words))
    return best


@lru_cache(maxsize=1)
def bound_ends() -> frozenset[str]:
    """Last words of bounding phrases."""
    return frozenset(words[-1] for name in LEFT for words in phrases()[name])


SMALL = 10  # up to here one more or less matters
LEFT: dict[str, Callable[[int | None, int | None, bool], tuple[int | None, int | None]]] = {
    "least": lambda low, _high, _vague: (low, None),
    "over": lambda low, _high, _vague: (low, None),  # "more than 200,000": the bound is kept as the text has it
    "most": lambda low, high, vague: (None, low if vague else high),
    "under": lambda low, high, vague: (None, low if vague or high is None or high > SMALL else high - 1),
}

SPECIAL: dict[str, Callable[[list[str], int], Number | None]] = {
    **dict.fromkeys(("hundred", "thousand", "million"), lone),
    **dict.fromkeys(("several", "many", "few"), several),
}
