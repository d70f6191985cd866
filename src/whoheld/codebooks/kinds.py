"""The kinds of claim: what each states, what its parties are, and how it behaves in time."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from whoheld.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of claim.

    Attributes:
        name: as claims carry it, ``siege_end``.
        family: the group of kinds it belongs to, ``territory``.
        meaning: what a claim of this kind states.
        actor: what the actor of such a claim is.
        recipient: what its recipient is; "" where it has none.
        is_state: it holds over a time instead of happening.
        symmetric: either party may stand first.
        deadly: people killed by it are counted on it, not on a claim of killing.
        moves_control: it changes who holds a place.
    """

    name: str
    family: str
    meaning: str
    actor: str
    recipient: str
    is_state: bool = False
    symmetric: bool = False
    deadly: bool = False
    moves_control: bool = False


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Kind]:
    """All kinds by name, in the order of the codebook."""
    text = (files("whoheld.codebooks") / "data" / "kinds.toml").read_text(encoding="utf-8")
    return MappingProxyType(parse_kinds(text))


def kind(name: str) -> Kind:
    """The kind of that name.

    Raises:
        CodebookError: there is none.
    """
    try:
        return kinds()[name]
    except KeyError:
        message = f"no kind is called {name!r}; the kinds are {', '.join(kinds())}"
        raise CodebookError(message) from None


def families() -> dict[str, list[Kind]]:
    """The kinds of each family, both in the order of the codebook."""
    grouped: dict[str, list[Kind]] = {}
    for each in kinds().values():
        grouped.setdefault(each.family, []).append(each)
    return grouped


def parse_kinds(text: str) -> dict[str, Kind]:
    """The kinds that a table in TOML lists.

    Raises:
        CodebookError: a row has a wrong field, or two rows one name.
    """
    found: dict[str, Kind] = {}
    for row in tomllib.loads(text).get("kind", []):
        each = _kind(row)
        if each.name in found:
            message = f"the kind {each.name!r} stands twice in the table"
            raise CodebookError(message)
        found[each.name] = each
    return found


def _kind(row: dict[str, Any]) -> Kind:
    unknown = row.keys() - {field.name for field in fields(Kind)}
    if unknown:
        message = f"a kind has no field {min(unknown)!r}"
        raise CodebookError(message)
    try:
        return Kind(**row)
    except TypeError as error:
        message = f"the kind {row.get('name', '?')!r} lacks a field: {error}"
        raise CodebookError(message) from error
