"""Role nouns: words that tell of a party without naming it, and of people who are no party."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from whoheld.codebooks.tables import read_toml
from whoheld.errors import CodebookError
from whoheld.model import ActorKind


class RoleKind(StrEnum):
    """What a role noun tells."""

    SIDE = "side"  # which side: "rebels"
    FORCE = "force"  # what acts, its owner told elsewhere: "troops", "jets"
    DESCRIPTION = "description"  # armed people as the text describes them: "gunmen"
    WEAPON = "weapon"  # "artillery": its owner's where one is named
    GROUP = "group"  # people who are no party: "residents"


@dataclass(frozen=True, slots=True)
class Side:
    """Whom the words of a side may stand for.

    Attributes:
        key: "state", "rebel", "jihadist", "enemy"...
        kinds: kinds of actors, the likeliest first.
        home: they must be of the country of the war.
        name: what claims call them where nobody can be named; "" leaves the party open.
    """

    key: str
    kinds: tuple[ActorKind, ...]
    home: bool
    name: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun.

    Attributes:
        noun: its lemma, in lower case; two words where they make one term.
        kind: what it tells.
        side: the side it stands for, alone; None where it stands for none.
        name: what claims call it where nobody can be named; "" leaves the party open.
    """

    noun: str
    kind: RoleKind
    side: Side | None = None
    name: str = ""


@lru_cache(maxsize=1)
def sides() -> dict[str, Side]:
    """The sides by key."""
    return {key: _side(key, table) for key, table in read_toml("roles.toml")["sides"].items()}


def _side(key: str, table: dict[str, Any]) -> Side:
    try:
        kinds = tuple(ActorKind(kind) for kind in table["kinds"])
    except ValueError as error:
        message = f"roles.toml, side {key}: {error}"
        raise CodebookError(message) from error
    return Side(key, kinds, table["home"], table["name"])


@lru_cache(maxsize=1)
def roles() -> dict[str, Role]:
    """Role nouns by lemma; of several tables the first of sides, descriptions, groups, forces counts."""
    tables = read_toml("roles.toml")
    found: dict[str, Role] = {}
    for key, table in tables["sides"].items():
        for noun in table["nouns"]:
            found.setdefault(noun, Role(noun, RoleKind.SIDE, sides()[key], sides()[key].name))
    for name, nouns in tables["descriptions"].items():
        for noun in nouns:
            found.setdefault(noun, Role(noun, RoleKind.DESCRIPTION, None, name))
    for name, nouns in tables["groups"].items():
        for noun in nouns:
            found.setdefault(noun, Role(noun, RoleKind.GROUP, None, name))
    for noun in tables["force"]["state"]:
        found.setdefault(noun, Role(noun, RoleKind.FORCE, sides()["state"]))
    for noun in tables["force"]["open"]:
        found.setdefault(noun, Role(noun, RoleKind.FORCE))
    for noun in tables["force"]["weapons"]:
        found.setdefault(noun, Role(noun, RoleKind.WEAPON))
    return found


def ids_of(table: str) -> dict[str, Any]:
    """One of the tables of actor ids by country: ``ids_of("coalitions")``."""
    found: dict[str, Any] = read_toml("roles.toml")[table]
    return found


def nouns_of(table: str, key: str = "nouns") -> frozenset[str]:
    """The words of one of the plain tables: ``nouns_of("partitives")``, ``nouns_of("anaphors", "group")``."""
    return frozenset(read_toml("roles.toml")[table][key])
