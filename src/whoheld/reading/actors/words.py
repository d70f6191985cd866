"""The tokens of a page as plain lists: what the finders read many times is asked of the parse once."""

from calendar import day_abbr, day_name, month_abbr, month_name
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from whoheld.codebooks.tables import fold_name

KEY = 0xFFFFFFFFFFFFFFFF  # keys of strings are unsigned, arrays are not
DATES = frozenset(map(str.lower, (*month_name, *month_abbr, *day_name, *day_abbr)))  # begin no name of a party
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s"})
HYPHENS = frozenset({"-", "–", "‐", "‑"})
ARTICLES = frozenset({"al", "el", "ul"})  # of Arabic names: written or not, joined or not
JOINED_ARTICLES = frozenset({"as", "ash", "ad", "ar", "an", "at", "az", "ath", "es", "ez", "ed", "er", "en", "et"})


class Piece(NamedTuple):
    """A word as names compare: folded, and the token that it stands in."""

    word: str
    token: int


@dataclass(slots=True)
class Words:
    """The tokens of a parse, attribute by attribute.

    Attributes:
        text, lower: of each token.
        pos, dep: universal part of speech and dependency label.
        head: index of the syntactic head.
        sentence: number of the sentence.
        starts: first token of each sentence.
        pieces: the words that names are matched on.
    """

    text: list[str]
    lower: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    sentence: list[int]
    starts: list[int]
    pieces: list[Piece] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.text)

    def capital(self, token: int) -> bool:
        """Whether a token starts with a capital letter."""
        return self.text[token][:1].isupper()

    def begins_sentence(self, token: int) -> bool:
        """Whether a token is the first of its sentence."""
        return self.starts[self.sentence[token]] == token


def words_of(doc: Doc) -> Words:
    """The plain lists of a parse."""
    numbers = doc.to_array(["POS", "DEP", "HEAD", "SENT_START", "ORTH"]).astype("int64").tolist() if len(doc) else []

    @cache
    def name(key: int) -> str:
        return str(doc.vocab.strings[key & KEY]) if key else ""

    text = [name(row[4]) for row in numbers]
    sentence: list[int] = []
    starts: list[int] = []
    for i, (_, _, _, start, _) in enumerate(numbers):
        if start == 1 or not starts:
            starts.append(i)
        sentence.append(len(starts) - 1)
    made = Words(
        text=text,
        lower=[word.lower() for word in text],
        pos=[name(row[0]) for row in numbers],
        dep=[name(row[1]) for row in numbers],
        head=[i + row[2] for i, row in enumerate(numbers)],
        sentence=sentence,
        starts=starts,
    )
    made.pieces = list(_pieces(made))
    return made


def _pieces(words: Words) -> list[Piece]:
    found: list[Piece] = []
    lower, skipped = words.lower, ARTICLES | POSSESSIVES
    for i, word in enumerate(lower):
        if word.isascii() and word.isalnum():
            if word not in skipped and not (word in JOINED_ARTICLES and lower[i + 1 : i + 2] == ["-"]):
                found.append(Piece(word, i))
        elif len(word) > 1 and word not in skipped:
            found.extend(Piece(part, i) for part in name_pieces(word))
    return found


@lru_cache(maxsize=8192)
def name_pieces(name: str) -> tuple[str, ...]:
    """The words of a name as they compare: no case, accents, possessive endings or Arabic articles."""
    plain = name.replace("’", "'").replace("'s ", " ").replace("-", " - ").split()
    parts: list[str] = []
    for part, after in zip(plain, [*plain[1:], ""], strict=False):
        if part.lower() in ARTICLES or part == "-" or (part.lower() in JOINED_ARTICLES and after == "-"):
            continue
        part = part.removesuffix("'s")  # noqa: PLW2901
        parts.extend(fold_name(part).split())
    return tuple(parts)
