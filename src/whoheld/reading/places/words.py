"""The tables that tell names of places from other names."""

import csv
import io
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from whoheld.codebooks.actors import actors, all_names
from whoheld.codebooks.sources import sources
from whoheld.gazetteer import exact_key
from whoheld.model import PlaceKind

_STATES = frozenset({"US", "U.S.", "USA", "UK", "U.K.", "UAE", "DRC", "CAR", "USSR", "DPRK", "PRC", "KSA"})


@dataclass(frozen=True, slots=True)
class Generic:
    """A word that says what a named place is: ``province``, ``air base``.

    Attributes:
        kind: what such a place is.
        label: how it stands in a name; "" where it is no part of it ("Aleppo city" is Aleppo).
        length: how many words it has.
        group: area, site, terrain, street, plain (no part of the name), plural, or rare (needs a capital).
    """

    kind: PlaceKind
    label: str
    group: str
    length: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of words, folded to lower case."""

    generic: dict[tuple[str, ...], Generic]
    ordinary: frozenset[str]
    given: frozenset[str]
    directions: frozenset[str]
    where: frozenset[str]
    surely: frozenset[str]
    of_nouns: frozenset[str]
    event_nouns: frozenset[str]
    taking: frozenset[str]
    holding: frozenset[str]
    titles: frozenset[str]
    outlets: frozenset[str]
    bodies: frozenset[str]
    particles: frozenset[str]
    saying: frozenset[str]
    fought: frozenset[str]
    loose_titles: frozenset[str]
    calendar: frozenset[str]
    openers: frozenset[str]
    closing: frozenset[str]
    english: frozenset[str]
    motion: frozenset[str]
    struck: frozenset[str]
    held: frozenset[str]
    numbered: frozenset[str]
    states: dict[str, str]


@lru_cache(maxsize=1)
def words() -> Words:
    """All of them, read once."""
    raw: dict[str, Any] = tomllib.loads(_text("words.toml"))
    states = raw.pop("states")
    sets = {name: frozenset(values) for name, values in raw.items()}
    return Words(
        generic=_generics(),
        ordinary=frozenset(_text("ordinary.txt").split()),
        given=frozenset(_text("given_names.txt").split()),
        states=states,
        **sets,
    )


@lru_cache(maxsize=1)
def actor_names() -> frozenset[str]:
    """Folded names of the actors of the registry: not places, unless the gazetteer says so."""
    return frozenset(exact_key(name) for one in actors() for name in all_names(one))


@lru_cache(maxsize=1)
def acronyms() -> frozenset[str]:
    """Abbreviations of actors and sources, as written: SANA is no way to write Sanaa."""
    names = [name for one in actors() for name in all_names(one)]
    names += [name for one in sources() for name in (one.name, *one.aliases)]
    countries = {row["iso"] for row in csv.DictReader(io.StringIO(_text("capitals.csv")))}
    return frozenset(name for name in names if name.isupper() and " " not in name) - countries - _STATES


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """The capital of each country, by its code."""
    return {row["iso"]: row["capital"] for row in csv.DictReader(io.StringIO(_text("capitals.csv")))}


def _generics() -> dict[tuple[str, ...], Generic]:
    rows = csv.DictReader(io.StringIO(_text("generic.csv")))
    return {
        tuple(row["word"].split()): Generic(
            PlaceKind(row["kind"]), row["label"], row["class"], len(row["word"].split())
        )
        for row in rows
    }


def _text(name: str) -> str:
    return (files("whoheld.codebooks") / "data" / "places" / name).read_text(encoding="utf-8")
