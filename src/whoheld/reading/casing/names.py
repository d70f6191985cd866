"""Names of the registry as they are written, by their words in small letters."""

import re
from collections.abc import Iterator
from functools import lru_cache

from whoheld.codebooks.actors import actors, all_names
from whoheld.codebooks.leaders import leaders
from whoheld.codebooks.sources import sources
from whoheld.codebooks.states import states
from whoheld.codebooks.tables import cell_list, read_csv

WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")
APOSTROPHE = re.compile("['’ʼ`]")
CLITIC = re.compile(r"['’ʼ`](?:s|t|re|ve|ll|d|m)?$", re.IGNORECASE)
PLACES = ("places/supplement.csv", "places/english.csv", "places/provinces.csv")  # what words alone do not tell
LONGEST = 8  # words of a name
Written = tuple[str, ...]


@lru_cache(maxsize=1)
def written_names() -> dict[Written, Written]:
    """The words of each name in small letters, and as they are written; the first writing of a name counts."""
    table: dict[Written, Written] = {}
    for name in _names():
        words = tuple(bare(word) for word in WORD.findall(name))
        if 0 < len(words) <= LONGEST and name != name.lower():
            table.setdefault(tuple(map(str.lower, words)), words)
    return table


def bare(word: str) -> str:
    """A word without its apostrophes and what one joins to it: ``Iraq's`` is ``Iraq``, ``Ma'rib`` is ``Marib``."""
    return APOSTROPHE.sub("", CLITIC.sub("", word)).replace("İ", "I")  # which is two characters when made small


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """The words that names begin with."""
    return frozenset(words[0] for words in written_names())


def _names() -> Iterator[str]:
    for one in states():
        yield from (one.name, *one.names, *one.adjectives, *one.people, *one.seats)
    for actor in actors():
        yield from all_names(actor)
    for leader in leaders():
        yield from (leader.name, *leader.aliases)
    for source in sources():
        yield from (source.name, *source.aliases)
    for table in PLACES:
        for row in read_csv(table):
            yield from (name for name in (row["name"], *cell_list(row["aliases"])) if len(WORD.findall(name)) > 1)
