"""The table of words that govern a claim's status."""

from dataclasses import dataclass
from functools import lru_cache

from whoheld.codebooks.tables import read_toml
from whoheld.model import Status


@dataclass(frozen=True, slots=True)
class Figure:
    """Uses of a word that tell of no event, by its neighbours; ``kinds`` are exempt."""

    before: frozenset[str]
    after: frozenset[str]
    objects: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    """``certainty.toml`` as sets to look lemmas up in.

    Attributes:
        verbs, nouns, adjectives: operators, and the status that each gives.
        attributes, adverbs: modifiers of a noun and of a clause.
        modals: of an auxiliary, its group.
        words: further lists by name.
        figures: by trigger lemma.
    """

    verbs: dict[str, Status]
    nouns: dict[str, Status]
    adjectives: dict[str, Status]
    attributes: dict[str, Status]
    adverbs: dict[str, Status]
    modals: dict[str, str]
    words: dict[str, frozenset[str]]
    figures: dict[str, list[Figure]]


WORD_LISTS = (
    "transparent.verbs", "transparent.eventive", "transparent.nouns", "transparent.report",
    "transparent.evidence", "transparent.causative", "adverbs.future", "adverbs.next", "adverbs.later",
    "modals.unwilled", "modals.hypothetical", "conjunctions.conditional", "conjunctions.possible",
    "conjunctions.pending", "conjunctions.without", "conjunctions.instead", "falsehood.words",
    "falsehood.verbs", "thwarted.kinds", "thwarted.tries", "thwarted.words", "thwarted.disputes", "self.words",
    "agreed.kinds", "agreed.words",
)  # fmt: skip
STATUSES = frozenset(status.value for status in Status)


@lru_cache(maxsize=1)
def table() -> Table:
    """The table, read once."""
    data = read_toml("certainty.toml")
    by_kind: dict[str, dict[str, Status]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
    for row in data["operator"]:
        for kind, words in by_kind.items():
            words.update(dict.fromkeys(row.get(kind, ()), Status(row["status"])))
    figures: dict[str, list[Figure]] = {}
    for row in data["figure"]:
        figure = Figure(*(frozenset(row.get(name, ())) for name in ("before", "after", "objects", "except")))
        for word in row["words"]:
            figures.setdefault(word, []).append(figure)
    return Table(
        **by_kind,
        attributes=_statuses(data["attributes"]),
        adverbs=_statuses(data["adverbs"]),
        modals={word: group for group in ("possible", "future", "would", "should", "must")
                for word in data["modals"][group]},
        words=_lists(data),
        figures=figures,
    )  # fmt: skip


def _lists(data: dict[str, dict[str, list[str]]]) -> dict[str, frozenset[str]]:
    split = (name.split(".") for name in WORD_LISTS)
    return {f"{part}.{name}": frozenset(data[part][name]) for part, name in split}


def _statuses(groups: dict[str, list[str]]) -> dict[str, Status]:
    return {word: Status(name) for name, words in groups.items() if name in STATUSES for word in words}


def verb_status(words: Table, verb: str, *tails: str) -> Status | None:
    """The status that a verb gives what it governs, by its preposition, particle or "to" first."""
    for tail in tails:
        if tail and (found := words.verbs.get(f"{verb} {tail}")):
            return found
    return words.verbs.get(verb)
