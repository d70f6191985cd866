"""States, past and present, recognised or not: names, demonyms, seats, and what claims call their forces."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from whoheld.codebooks.tables import cell_list, fold_name, read_csv


@dataclass(frozen=True, slots=True)
class State:
    """A state as reporting names it.

    Attributes:
        code: ISO 3166-1 alpha-2; one of our own ("X-SU") for states of the past and those that few recognise.
        name: usual English name, as claims carry it.
        names: other names of the country.
        adjectives: demonyms as adjectives, the usual one first ("Syrian").
        people: its people in the plural ("Syrians", "the French" without article).
        seats: capitals and palaces that stand for its government ("Moscow", "the Kremlin"), without article.
        forces: what claims call its army, troops and government forces.
        government: what claims call its government.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]
    forces: str
    government: str


@lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    """All states of the table."""
    return tuple(_state(row) for row in read_csv("states.csv"))


def _state(row: dict[str, str]) -> State:
    adjectives = cell_list(row["adjectives"])
    government = row["government"] or (f"{adjectives[0]} government" if adjectives else row["name"])
    return State(
        code=row["code"],
        name=row["name"],
        names=cell_list(row["names"]),
        adjectives=adjectives,
        people=cell_list(row["people"]),
        seats=cell_list(row["seats"]),
        forces=row["forces"] or row["name"],
        government=government,
    )


@lru_cache(maxsize=1)
def _by_code() -> dict[str, State]:
    return {state.code: state for state in states()}


def state(code: str) -> State | None:
    """The state of a code, or None."""
    return _by_code().get(code.upper())


def forces_name(code: str) -> str:
    """What claims call a state's army, troops and government forces; "" for an unknown code."""
    found = state(code)
    return found.forces if found else ""


def government_name(code: str) -> str:
    """What claims call a state's government; "" for an unknown code."""
    found = state(code)
    return found.government if found else ""


def _index(pairs: Iterable[tuple[str, State]]) -> dict[str, State]:
    """Folded names to states; a name that two share is the first one's."""
    table: dict[str, State] = {}
    for name, one in pairs:
        table.setdefault(fold_name(name), one)
    return table


@lru_cache(maxsize=1)
def states_by_name() -> dict[str, State]:
    """States by folded name of the country."""
    return _index((name, one) for one in states() for name in (one.name, *one.names))


@lru_cache(maxsize=1)
def states_by_adjective() -> dict[str, State]:
    """States by folded demonym: ``"syrian"``."""
    return _index((name, one) for one in states() for name in one.adjectives)


@lru_cache(maxsize=1)
def states_by_people() -> dict[str, State]:
    """States by folded plural of their people: ``"syrians"``."""
    return _index((name, one) for one in states() for name in one.people)


@lru_cache(maxsize=1)
def states_by_seat() -> dict[str, State]:
    """States by folded name of the seat that stands for their government: ``"damascus"``, ``"kremlin"``."""
    return _index((name, one) for one in states() for name in one.seats)
