"""Frames: which word states which kind of claim, and which grammatical slot fills which role.

The tables are ``data/frames/*.toml``; ``territory.toml`` explains their keys. After FrameNet and the verb classes of
Levin (1993), cut down to the kinds of claim that the ledger keeps.
"""

from dataclasses import dataclass
from functools import lru_cache

from whoheld.codebooks.kinds import kinds
from whoheld.codebooks.tables import read_toml
from whoheld.errors import CodebookError

FILES = ("territory", "fighting", "remote", "people", "diplomacy")

Slots = tuple[str, ...]  # names of slots in order of preference


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to state one kind of claim.

    Attributes:
        id: file and position, for explanations: ``territory.3``.
        kind: the kind that it states.
        verbs: lemmas, each with its particle if it has one: ``drive_out``.
        nouns: lemmas of nouns that state the same.
        adjectives: lemmas of predicative adjectives that state the same.
        light: nouns that an empty verb of ``verbs`` takes as its object.
        under: nouns that stand behind "under".
        in_hands: "in the hands of".
        suffix: second parts of compounds: "-held", "-backed".
        complement: words that the verb needs as its complement: "left dead".
        behind: prepositions behind which a noun must stand: "under rebel control".
        owned: the verb's complement names an owner: "the town is theirs".
        strict: the classes of agent and object must be known to fit; elsewhere the scorer weighs how well they do.
        modifier: words of which a noun needs one as its modifier: "air strike".
        of: the slot that the of-phrase of a noun fills.
        actor, recipient, place: slots that fill the roles, in order of preference.
        agent, object: classes of which these slots must be one; ``none`` lets the slot be empty.
        needs: slots of which one must be filled.
        weight: prior, 0 to 1, that the word states the kind.
    """

    id: str
    kind: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    in_hands: bool = False
    suffix: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    owned: bool = False
    strict: bool = False
    modifier: frozenset[str] = frozenset()
    of: str = "object"
    actor: Slots = ()
    recipient: Slots = ()
    place: Slots = ()
    agent: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    needs: Slots = ()
    weight: float = 1.0


WORDS = (
    "verbs",
    "nouns",
    "adjectives",
    "light",
    "under",
    "suffix",
    "complement",
    "behind",
    "modifier",
    "agent",
    "object",
)
SLOTS = ("actor", "recipient", "place", "needs")
PLAIN = ("kind", "of", "in_hands", "owned", "strict", "weight")


def _frame(name: str, row: dict[str, object]) -> Frame:
    unknown = set(row) - {*WORDS, *SLOTS, *PLAIN}
    if unknown:
        message = f"frame {name} has keys that nobody reads: {', '.join(sorted(unknown))}"
        raise CodebookError(message)
    words = {key: frozenset(str(row.get(key, "")).split()) for key in WORDS}
    slots = {key: _slots(str(row.get(key, ""))) for key in SLOTS}
    plain = {key: row[key] for key in PLAIN if key in row}
    return Frame(id=name, **words, **slots, **plain)  # type: ignore[arg-type]


def _slots(text: str) -> Slots:
    return tuple(slot.strip() for slot in text.split("|") if slot.strip() not in {"", "-"})


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """All frames.

    Raises:
        CodebookError: a frame names a kind or a key that there is not.
    """
    known = set(kinds())
    found = []
    for file in FILES:
        for number, row in enumerate(read_toml(f"frames/{file}.toml")["frame"], 1):
            frame = _frame(f"{file}.{number}", row)
            if frame.kind not in known:
                message = f"frame {frame.id} states {frame.kind}, which is no kind"
                raise CodebookError(message)
            found.append(frame)
    return tuple(found)


@lru_cache(maxsize=1)
def frames_by_word() -> dict[str, dict[str, tuple[Frame, ...]]]:
    """Frames by what states them (``verb``, ``noun``, ``adjective``, ``suffix``) and lemma; no particles."""
    index: dict[str, dict[str, list[Frame]]] = {"verb": {}, "noun": {}, "adjective": {}, "suffix": {}}
    for frame in frames():
        parts = {"verb": frame.verbs, "noun": frame.nouns, "adjective": frame.adjectives, "suffix": frame.suffix}
        for part, words in parts.items():
            for lemma in {word.split("_")[0] for word in words}:
                index[part].setdefault(lemma, []).append(frame)
    return {part: {lemma: tuple(found) for lemma, found in words.items()} for part, words in index.items()}


@lru_cache(maxsize=1)
def noun_classes() -> dict[str, frozenset[str]]:
    """Classes of each noun lemma: ``{"convoy": {"aid", "materiel", "means"}, ...}``."""
    classes: dict[str, set[str]] = {}
    for name, words in read_toml("frames/nouns.toml").items():
        for word in str(words).split():
            classes.setdefault(word, set()).add(name)
    return {word: frozenset(found) for word, found in classes.items()}
