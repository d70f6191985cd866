"""How each word is usually written: with a small letter, with a capital, or in capitals.

The language model keeps a vector for each form of a word and lists these by how often the form is met, so that
its own list tells which form is the usual one.
"""

import re
from functools import lru_cache

import numpy as np
from spacy.vocab import Vocab

NOT_MET = 1_000_000  # the rank of a form that the list does not have
CLEARLY = 2  # times as often must a form with capitals be met to be the usual one
UNSPOKEN = re.compile(  # no word begins so, and none has no vowel: "rsf", "tnla"
    r"(?!sch|scr|shr|spl|spr|str|chr|thr|phr|khr|kry|shk|vzg|szc)[bcdfghjklmnpqrstvwxz]{3}|[bcdfghjklmnpqrstvwxz]+$"
)
RARE = 100_000  # rank of a small form from which on it may be a name that was written so by mistake


class Forms:
    """The usual forms of words.

    Args:
        vocab: of a language model; one without vectors tells that every word is written small.
    """

    def __init__(self, vocab: Vocab) -> None:
        keys = np.fromiter(vocab.vectors.key2row, dtype=np.uint64)
        self._strings = vocab.strings
        self._ranks = np.argsort(keys)
        self._keys = keys[self._ranks]
        self.usual = lru_cache(maxsize=20_000)(self._usual)
        self.rank = lru_cache(maxsize=20_000)(self._rank)

    def _rank(self, word: str) -> int:
        """How many forms are met more often than this one."""
        if word not in self._strings:
            return NOT_MET
        key = np.uint64(self._strings[word])
        at = int(np.searchsorted(self._keys, key))
        return int(self._ranks[at]) if at < len(self._keys) and self._keys[at] == key else NOT_MET

    def _usual(self, word: str) -> str:
        """The form in which a word is met most; a word that is never met is a name, unless there is no list."""
        small, name, capitals = word.lower(), word.capitalize(), word.upper()
        if not len(self._keys):
            return small
        ranks = self.rank(small), self.rank(name), self.rank(capitals)
        if min(ranks) == NOT_MET:
            return capitals if UNSPOKEN.match(small) else name
        clearly = CLEARLY if ranks[0] < RARE else 1
        if min(ranks[1:]) * clearly > ranks[0]:
            return small
        return name if ranks[1] <= ranks[2] else capitals
