"""Sentences that are all capitals, written as print would write them; no character moves."""

import re
from functools import lru_cache

from spacy.language import Language

from whoheld.codebooks.tables import read_toml
from whoheld.reading.casing.forms import Forms
from whoheld.reading.casing.names import LONGEST, WORD, bare, first_words, written_names

RUN = re.compile(r"[^\W\d_a-z]{2,}\W+[^\W\d_a-z]{2,}\b")  # two words in capitals: all that ordinary text is asked
SENTENCE = re.compile(r".+?(?:[.!?]+[\"'”’)\]]*(?:\s+|$)|$)", re.DOTALL)
CAPITALS = 0.8  # share of the letters that are capitals in a text that is written so
FEWEST = 3  # words of a sentence that can be told to be in capitals
ORDINARY = 0.2  # share of its words that print writes small; a row of acronyms has none
COMMON = 1_500  # rank of a word that is read as such even where a body has it as its abbreviation
UNUSUAL = 20_000  # rank of a word that is read as a name where the registry has it
SHORT_FORM = re.compile(r"\(([A-Z][A-Z0-9/-]{1,9})\)")


def shouted(text: str) -> bool:
    """Whether nearly all letters of a text are capitals."""
    capitals = sum(map(str.isupper, text))
    return capitals > CAPITALS * (capitals + sum(map(str.islower, text)))


class Recaser:
    """Writes what is all capitals with the capitals that tell names.

    Args:
        forms: the usual forms of words.
    """

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        raw = read_toml("casing.toml")
        self._sets = {name: frozenset(words) for name, words in raw.items()}

    def __call__(self, text: str) -> str:
        """The text, as long as before, with its sentences that are all capitals written otherwise."""
        if not RUN.search(text):
            return text
        acronyms = frozenset(SHORT_FORM.findall(text))
        units = [text] if shouted(text) else SENTENCE.findall(text)
        return "".join(self._unit(unit, acronyms) if shouted(unit) else unit for unit in units)

    def _unit(self, text: str, acronyms: frozenset[str]) -> str:
        """A text that is all capitals, as it was where it is no prose."""
        written = "".join(self._sentence(sentence, acronyms) for sentence in SENTENCE.findall(text))
        words = WORD.findall(written)
        small = sum(map(str.islower, words))
        return written if len(words) >= FEWEST and small >= ORDINARY * len(words) else text

    def _sentence(self, text: str, acronyms: frozenset[str]) -> str:
        found = list(WORD.finditer(text))
        written = self._written([bare(each.group()) for each in found], acronyms)
        hyphens = [text[each.end() : each.end() + 1] == "-" for each in found]
        self._lead(written, hyphens)
        parts, at = [], 0
        for each, word in zip(found, written, strict=True):
            form = word if at else word[:1].upper() + word[1:]
            parts += [text[at : each.start()], written_as(each.group(), form)]
            at = each.end()
        return "".join([*parts, text[at:]])

    def _written(self, words: list[str], acronyms: frozenset[str]) -> list[str]:
        """The words of a sentence as print writes them, its first one not yet with a capital."""
        small = [word.lower() for word in words]
        written: list[str] = []
        while len(written) < len(words):
            at = len(written)
            name = self._name(small, at)
            if name:
                written.extend(name)
            elif words[at] in acronyms:
                written.append(words[at])
            else:
                written.append(self._word(small, at))
        return written

    def _lead(self, written: list[str], hyphens: list[bool]) -> None:
        """Capitals of what leads to a name: ``Tell Abyad`` and ``El Fasher``, but ``al-Bab``."""
        for at in range(len(written) - 2, -1, -1):
            word, name = written[at], written[at + 1]
            if hyphens[at] and word in self._sets["articles"]:
                written[at + 1] = name.capitalize() if name in {name.lower(), name.upper()} else name
            elif not hyphens[at] and word in self._sets["leading"] and name[:1].isupper() and not name.isupper():
                written[at] = word.capitalize()

    def _name(self, small: list[str], at: int) -> tuple[str, ...]:
        """The longest name of the registry from here; one word alone is left to its usual form where it is ordinary."""
        if small[at] not in first_words():
            return ()
        table = written_names()
        for length in range(min(LONGEST, len(small) - at), 1, -1):
            name = table.get(tuple(small[at : at + length]))
            if name:
                return name
        alone = table.get((small[at],), ())
        rank = self._forms.rank(small[at])
        return alone if rank > UNUSUAL or (alone and alone[0].isupper() and rank > COMMON) else ()

    def _word(self, small: list[str], at: int) -> str:
        """A word that begins no name of the registry."""
        word = small[at]
        before = small[at - 1] if at else ""
        after = small[at + 1] if at + 1 < len(small) else ""
        if not word.isalpha():
            return _with_digits(word)
        if word in self._sets["small"]:
            return word
        if len(word) == 1 or self._abbreviates(word, before, after):
            return word.upper()
        if word in self._sets["months"] and (before in self._sets["before_month"] or _number(before) or _number(after)):
            return word.capitalize()
        return self._usual(word)

    def _usual(self, word: str) -> str:
        plural = word[-1] == "s" and self._forms.rank(word) > UNUSUAL and self._forms.usual(word[:-1]).isupper()
        return f"{word[:-1].upper()}s" if plural else self._forms.usual(word)  # "IEDs"

    def _abbreviates(self, word: str, before: str, after: str) -> bool:
        """Whether a word that is ordinary as well is an abbreviation here."""
        if word == "us":
            return before not in self._sets["before_pronoun"]
        if word == "is" and (after in self._sets["after_group"] or before in self._sets["before_group"]):
            return True
        return before == "the" and word in self._sets["the_abbreviations"]


def written_as(word: str, form: str) -> str:
    """A word with the capitals of its form; apostrophes and what they join to it are no part of the form."""
    letters = iter(form)
    return "".join(char if char in "'’ʼ`" else _cased(char, next(letters, "")) for char in word)


def _cased(char: str, like: str) -> str:
    other = char.upper() if like.isupper() else char.lower()
    return other if len(other) == 1 else char


def _number(word: str) -> bool:
    return word[:1].isdigit()


def _with_digits(word: str) -> str:
    """``8TH`` and ``50KM`` are written small; ``M23`` and ``T4`` are names."""
    return word if word[0].isdigit() else word.upper()


@lru_cache(maxsize=2)
def recaser_of(nlp: Language) -> Recaser:
    """The recaser that a language model's own list of words makes."""
    return Recaser(Forms(nlp.vocab))
