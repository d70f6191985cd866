"""Two keys of a place name: the exact one, and one under which its transliterations meet."""

import re
import unicodedata
from functools import lru_cache

_MARKS = str.maketrans(dict.fromkeys("'’‘`´ʼʻʿʾ′\"“”˝", ""))
_LETTERS = str.maketrans(
    {"ı": "i", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ə": "a", "ð": "d", "þ": "th"}
)
_OTHER = re.compile(r"[\W_]+")
_SPELLED = {"saint": "st", "sainte": "ste", "mt": "mount", "ft": "fort"}

# Articles of Arabic as they are romanised, with the sun letters that they take on.
ARTICLES = frozenset({
    "al", "el", "ul", "il", "ad", "ed", "ar", "er", "ur", "as", "es", "us", "ash",
    "esh", "ush", "at", "et", "ut", "an", "en", "un", "az",
    "ez", "uz", "adh", "edh", "ath", "eth",
})  # fmt: skip
_COMMON = {
    "tall": "tal", "tell": "tal", "tel": "tal", "jebel": "jabal", "djebel": "jabal", "gebel": "jabal",
    "jabel": "jabal", "djabal": "jabal", "der": "dir", "ayn": "in", "ain": "in", "ein": "in", "beit": "bit",
    "bayt": "bit", "bait": "bit", "ras": "ras", "kafer": "kafr", "kufr": "kafr", "kfar": "kafr",
    "umm": "um", "oum": "um", "bir": "bir", "beer": "bir", "wad": "wadi", "oued": "wadi", "ouadi": "wadi",
    "qalat": "kalat", "qala": "kala", "shaikh": "shik", "cheikh": "shik",
}  # fmt: skip
_STEPS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"tch", "ch"),
        (r"dj", "j"),
        (r"gh", "g"),
        (r"kh|q|ck", "k"),
        (r"c(?!h)", "k"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"(?:aw|au|ow|ou|oo|eu)(?![aeiou])|o", "u"),
        (r"(?:ay|ai|ey|ei|ee|ie|iy|yi)(?![aou])|y|e(?!h$)", "i"),
        (r"(?:eh|ah|e)$", "a"),
        (r"w(?=u)", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=200_000)
def word_key(word: str) -> str:
    """One written word, or part of a hyphenated one, folded: case, accents and apostrophes gone."""
    if word.isascii() and word.isalnum():
        folded = word.lower()
    else:
        plain = unicodedata.normalize("NFKD", word.translate(_MARKS)).casefold().translate(_LETTERS)
        plain = unicodedata.normalize("NFKD", plain)
        folded = _OTHER.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()
    return _SPELLED.get(folded, folded)


def exact_key(name: str) -> str:
    """A name without case, accents, apostrophes and hyphens: ``Ma'arrat an-Nu'man`` is ``maarrat an numan``."""
    words = [word_key(part) for part in name.replace("-", " ").replace("–", " ").split()]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(word for word in words if word)


@lru_cache(maxsize=100_000)
def loose_key(key: str) -> str:
    """The key under which romanisations of one name meet; ``key`` is an exact key.

    ``deir ezzor``, ``dayr az zawr`` and ``deir ez zor`` all give ``dirzur``; empty where too little is left to tell.
    """
    words = key.split()
    kept = [word for word in words if word not in ARTICLES] or words
    folded = "".join(_loose_word(word) for word in kept)
    return folded if len(folded) > 3 else ""


def _loose_word(word: str) -> str:
    known = _COMMON.get(word)
    if known:
        return known
    if len(word) > 4 and word[:2] in {"az", "ez"} and word[1] == word[2]:
        word = word[2:]  # the article written together: Ezzor
    for pattern, put in _STEPS:
        word = pattern.sub(put, word)
    return word
