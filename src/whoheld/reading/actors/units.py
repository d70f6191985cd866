"""Armed groups and units by the form of their names, and the short forms that a document introduces."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from whoheld.codebooks.roles import nouns_of
from whoheld.reading.actors.lexicon import role_forms
from whoheld.reading.actors.names import Entry, Form, Mark
from whoheld.reading.actors.words import DATES, HYPHENS, Words, name_pieces

LONGEST = 9  # tokens of a name
ORDINAL = ("st", "nd", "rd", "th")
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
SHORT_FORM = range(2, 9)  # letters of an acronym
TITLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "his", "our"})


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The word lists, loaded once."""

    heads: frozenset[str]
    starts: frozenset[str]
    inner: frozenset[str]
    kinds: frozenset[str]
    acronyms: frozenset[str]
    not_last: frozenset[str]


@lru_cache(maxsize=1)
def unit_words() -> UnitWords:
    """The word lists that unit names are told by."""
    return UnitWords(*(nouns_of("units", key) for key in ("heads", "starts", "inner", "kinds", "acronyms", "not_last")))


def unknown_units(words: Words, marks: list[Mark], taken: frozenset[int]) -> list[Mark]:
    """Names of groups and units that no table has; ``taken`` are tokens that other names and places hold."""
    inside = {token for mark in marks for token in range(mark.start, mark.end)}
    found: list[Mark] = []
    at, size = 0, len(words)
    while at < size:
        end = _unit_end(words, at, inside, taken)
        if end:
            found.append(Mark(at, end, _entry(" ".join(words.text[at:end]))))
        at = end or at + 1
    return found


def _unit_end(words: Words, at: int, inside: set[int], taken: frozenset[int]) -> int:
    """Where a unit name that starts at a token ends; 0 where none starts."""
    if at in inside or not _names(words, at) or words.lower[at] in TITLES or words.lower[at] in DATES:
        return 0
    lists = unit_words()
    end, last = at, 0
    while end < min(at + LONGEST, len(words)) and words.sentence[end] == words.sentence[at]:
        if end in inside:
            break
        if _names(words, end):
            if (words.lower[end] in lists.heads and end > at) or (words.lower[at] in lists.starts and end > at):
                last = end + 1
        elif words.lower[end] not in lists.inner or (
            words.lower[end] == "the" and words.lower[end - 1] not in lists.inner
        ):
            if end > at and words.lower[end] in lists.kinds and end - 1 not in taken and _proper(words, at, end):
                last = end + 1
            break
        end += 1
    if not last or (at in taken and last - at < 2):
        return 0
    if " ".join(words.lower[at:last]) in role_forms():  # "the Air Force" is somebody's
        return 0
    return last if " ".join(words.lower[last - 2 : last]) not in lists.not_last else 0


def _joins(words: Words, token: int) -> bool:
    """Whether a small word may stand within a name: "of", and "the" after it, but no "the" after a word of the name."""
    inner = unit_words().inner
    return words.lower[token] in inner and (words.lower[token] != "the" or words.lower[token - 1] in inner)


def _names(words: Words, token: int) -> bool:
    """Whether a token may be part of a name: capitalised, or an ordinal such as "4th"."""
    text = words.text[token]
    if text[:1].isdigit():
        return text.lower().endswith(ORDINAL) or (text.isdigit() and len(text) <= 3 and _before_head(words, token))
    if not text[:1].isupper():
        return False
    return words.pos[token] in {"PROPN", "NOUN", "ADJ", "X"} or not words.begins_sentence(token)


def _before_head(words: Words, token: int) -> bool:
    return any(word in unit_words().heads for word in words.lower[token + 1 : token + 3]) and words.capital(token + 1)


def _proper(words: Words, start: int, end: int) -> bool:
    """Whether the words before a lower-case kind are a proper name: "Maute group", not "Rebel group"."""
    return all(
        words.pos[token] == "PROPN" and words.lower[token] not in unit_words().heads
        for token in range(start, end)
        if words.text[token] not in HYPHENS
    )


@lru_cache(maxsize=4096)
def _entry(name: str) -> Entry:
    tidy = name.replace(" - ", "-").replace(" 's", "'s").replace(" ’s", "’s").replace("  ", " ")
    return Entry(name_pieces(tidy), Form.NAME, (), False, None, tidy)


def short_forms(words: Words, marks: list[Mark]) -> dict[str, Entry]:
    """Acronyms that the text introduces in brackets after a name: ``"National Army for X (NAX)"``."""
    ending = {mark.end: mark for mark in marks}
    found: dict[str, Entry] = {}
    for i, text in enumerate(words.text[:-2]):
        if text != "(" or words.text[i + 2] not in {")", ",", ";"}:
            continue
        short = words.text[i + 1]
        if len(short) not in SHORT_FORM or not short[:2].isupper() or short in unit_words().acronyms:
            continue
        end = i - 1 if words.text[i - 1] in POSSESSIVE else i  # "the Democratic Forces' (DF) offensive"
        full = ending.get(end)
        if full and full.entry.form is Form.NAME:
            found.setdefault(short, full.entry)
        elif not full:
            start = _spelled_out(words, end, short)
            if start is not None:
                found.setdefault(short, _entry(" ".join(words.text[start:end])))
    return found


def _spelled_out(words: Words, end: int, short: str) -> int | None:
    """The first token of the words before a bracket whose initials a short form is."""
    letters = [char.lower() for char in short if char.isalpha()]
    at, first = end, None
    floor = max(0, end - 2 * len(letters) - 2)
    while letters and at > floor:
        at -= 1
        if not words.capital(at):
            if words.lower[at] in unit_words().inner:
                continue
            break
        if words.lower[at][0] == letters[-1]:
            letters.pop()
            first = at
    return first if not letters and first is not None and first < end - 1 else None


def acronym_marks(words: Words, taken: set[int], introduced: dict[str, Entry]) -> Iterator[Mark]:
    """Acronyms that stand for a party: those introduced, and capitals that act or own like one."""
    counts: dict[str, list[int]] = {}
    for i, text in enumerate(words.text):
        if text in introduced:
            yield Mark(i, i + 1, introduced[text])
        elif 2 < len(text) <= 7 and text.isupper() and text.isalnum() and i not in taken and not text.isdigit():
            counts.setdefault(text, []).append(i)
    lists = unit_words()
    for text, tokens in counts.items():
        if text in lists.acronyms or not any(_acts(words, token) for token in tokens):
            continue
        for token in tokens:
            if words.pos[token] == "PROPN":
                yield Mark(token, token + 1, _entry(text))


def _acts(words: Words, token: int) -> bool:
    """Whether an acronym is the subject of a verb, owns something, or stands before a noun for people."""
    if words.pos[token] != "PROPN":
        return False
    after = words.lower[token + 1] if token + 1 < len(words) else ""
    if after in unit_words().kinds or after in {
        "soldiers",
        "spokesman",
        "spokesperson",
        "commander",
        "leader",
        "commanders",
    }:
        return True
    if words.dep[token] in {"nsubj", "nsubjpass"}:
        return not all(text.isupper() for text in words.text[max(0, token - 2) : token + 3] if text.isalpha())
    return False
