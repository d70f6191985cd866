"""Tokens to classes of words, one character a token, so that rules are regular expressions over classes."""

import re
from functools import lru_cache

from spacy.tokens import Doc

from whoheld.codebooks.tables import read_toml

SHAPES = (
    "DAY",
    "ORD",
    "YEAR",
    "NUM",
    "DAYS",
    "YEARS",
    "DECADE",
    "NDATE",
    "ISO",
    "CLOCK",
    "OTHER",
    "CAP",
    "BREAK",
)
TABLE = "times.toml"
MOST_KNOWN = 200_000
_KNOWN: dict[int, str] = {}  # class by the hash of the token
_CAPITAL = frozenset(
    {"MONTH", "MABBR", "WDAY", "WABBR", "HOLIDAY"}
)  # "may", "march", "sun" in lower case are other words
_DIGITS = (
    ("YEAR", re.compile(r"(?:1\d|20|21)\d\d\Z")),
    ("DAY", re.compile(r"(?:0?[1-9]|[12]\d|3[01])\Z")),
    ("ORD", re.compile(r"(?:\d{0,2}(?:1st|2nd|3rd|\dth))\Z")),
    ("DECADE", re.compile(r"[1-9]\d{2,3}0?['’]?s\Z")),
    ("ISO", re.compile(r"(?:1\d|20)\d\d[-–](?:0\d|1[0-2])[-–](?:[0-2]\d|3[01])(?:T[\d:]+Z?)?\Z")),
    ("NDATE", re.compile(r"\d{1,2}[./–]\d{1,2}[./–](?:1\d|20)\d\d(?!\d)")),
    (
        "CLOCK",
        re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?:am|pm)?\Z|(?:[01]\d|2[0-3])[.][0-5]\d\Z|(?:[1-9]|1[0-2])(?:am|pm)\Z"),
    ),
    ("DAYS", re.compile(r"(?:[1-9]|[12]\d|3[01])[–—](?:[1-9]|[12]\d|3[01])\Z")),
    ("YEARS", re.compile(r"(?:1\d|20)\d\d[–—/](?:(?:1\d|20)\d\d|\d\d)\Z")),
)


@lru_cache(maxsize=1)
def symbols() -> dict[str, str]:
    """The character that stands for each class."""
    names = (*SHAPES, *read_toml(TABLE)["words"])
    return {name: chr(0x4E00 + index) for index, name in enumerate(names)}


@lru_cache(maxsize=1)
def classes() -> dict[str, str]:
    """The class of each word of time."""
    return {word: name for name, words in read_toml(TABLE)["words"].items() for word in words}


def class_of(text: str) -> str:
    """The class of a token by its text alone."""
    if text[0].isdigit():
        return next((name for name, shape in _DIGITS if shape.match(text)), "NUM")
    name = classes().get(text.lower())
    capital = text[0].isupper()
    if name is None or (name in _CAPITAL and not capital):
        return "CAP" if capital else "BREAK" if text.isspace() and "\n" in text else "OTHER"
    return name


def _learn(orth: int, text: str) -> str:
    if len(_KNOWN) > MOST_KNOWN:
        _KNOWN.clear()
    kind = _KNOWN[orth] = class_of(text)
    return kind


def encode(doc: Doc) -> str:
    """The classes of all tokens as one string: character ``i`` stands for token ``i``."""
    table = symbols()
    strings = doc.vocab.strings
    # the hash of a string is the same in every vocabulary, and no Token need be made to read it
    kinds = [_KNOWN.get(orth) or _learn(orth, strings[orth]) for orth in doc.to_array("ORTH").tolist()]
    for index, kind in enumerate(kinds):
        if kind == "MONTH" and not _is_month(doc, index):
            kinds[index] = "OTHER"
        elif kind == "SEASON" and doc[index].text[0].isupper() and not _is_season(kinds, index):
            kinds[index] = "CAP"
    return "".join(table[kind] for kind in kinds)


def _is_month(doc: Doc, index: int) -> bool:
    """Whether "May" or "March" is a month: both open sentences as verbs too."""
    token = doc[index]
    return token.lower_ not in {"may", "march"} or (token.tag_ not in {"MD", "VB", "VBP"}) or index > token.sent.start


def _is_season(kinds: list[str], index: int) -> bool:
    """Whether a capital season is one: "Summer 2014", not "Arab Spring" or "Spring Shield"."""
    before = kinds[index - 1] if index else "BREAK"
    after = kinds[index + 1] if index + 1 < len(kinds) else "BREAK"
    return after == "YEAR" or (before not in {"CAP", "MONTH"} and after != "CAP")
