"""The actor registry: parties to wars since 2010 and some before, their names by date, and their sides.

States and their armies come from ``states.csv``; a row of ``actors/*.csv`` with the same id adds to them.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from whoheld.codebooks.states import State, forces_name, government_name, states
from whoheld.codebooks.tables import cell_list, csv_names, fold_name, read_csv
from whoheld.errors import CodebookError
from whoheld.model import Actor, ActorKind, Granularity, Interval, Naming

__all__ = [
    "acronyms", "actor", "actors", "actors_by_name", "day_of", "fold_name", "forces_name", "government_name",
    "lifetime", "name_on", "wars",
]  # fmt: skip

ACRONYM_LETTERS = 6  # the longest that is all capitals in ordinary print: MINUSCA is a name by itself
MIXED_LETTERS = 3  # the longest that mixes them: LeT, JeM


def day_of(cell: str, *, last: bool = False) -> date | None:
    """The day of a cell that may tell a year or a month only: its first day, or its last one."""
    if not cell:
        return None
    year, month, day = (int(part) for part in [*cell.split("-"), "0", "0"][:3])
    month = month or (12 if last else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))


@lru_cache(maxsize=1)
def actors() -> tuple[Actor, ...]:
    """All actors of the registry: groups first, then states and their armies."""
    made = {one.id: one for table in csv_names("actors") for one in map(_actor, read_csv(table))}
    taken = {one.name for one in made.values()}
    for one in _of_states():
        if one.id in made:
            made[one.id] = _joined(made[one.id], one)
        elif one.name not in taken:  # the Peshmerga are listed, and are the army of the Kurdistan Region
            made[one.id] = one
    return tuple(made.values())


def _actor(row: dict[str, str]) -> Actor:
    try:
        kind = ActorKind(row["kind"])
    except ValueError as error:
        message = f"actor {row['id']}: {row['kind']!r} is no kind of actor"
        raise CodebookError(message) from error
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=kind,
        country=row["country"],
        parent=row["parent"],
        aliases=cell_list(row["aliases"]),
        namings=_namings().get(row["id"], ()),
        sides=dict(_side(part) for part in cell_list(row["sides"])),
    )


def _side(part: str) -> tuple[str, str]:
    war, colon, side = part.partition(":")
    if not (war and colon and side):
        message = f"not a side in a war, war:side was expected: {part!r}"
        raise CodebookError(message)
    return war, side


@lru_cache(maxsize=1)
def _namings() -> dict[str, tuple[Naming, ...]]:
    found: dict[str, list[Naming]] = {}
    for row in read_csv("namings.csv"):
        naming = Naming(row["name"], day_of(row["since"]), day_of(row["until"], last=True))
        found.setdefault(row["id"], []).append(naming)
    return {key: tuple(named) for key, named in found.items()}


def _of_states() -> Iterator[Actor]:
    """A state is one actor where claims call it and its forces by one name, else two."""
    for one in states():
        key, country = one.code.lower(), one.code if len(one.code) == 2 else ""
        civil = (
            one.name,
            *one.names,
            one.government,
            f"Government of {one.name}",
            *_joint(one, "government"),
        )
        armed = (*_joint(one, "Army", "Armed Forces"), f"Armed Forces of {one.name}")
        if one.forces in {one.name, one.government}:
            yield _derived(Actor(key, one.forces, ActorKind.STATE, country, "", (*civil, *armed)))
            continue
        yield _derived(Actor(key, one.name, ActorKind.STATE, country, "", civil))
        yield _derived(Actor(f"{key}-army", one.forces, ActorKind.ARMY, country, key, armed))


def _joint(one: State, *nouns: str) -> tuple[str, ...]:
    return tuple(f"{adjective} {noun}" for adjective in one.adjectives for noun in nouns)


def _derived(one: Actor) -> Actor:
    others = dict.fromkeys(alias for alias in one.aliases if alias != one.name)
    return replace(one, aliases=tuple(others), namings=_namings().get(one.id, ()))


def _joined(listed: Actor, derived: Actor) -> Actor:
    """A listed state or army with the names that are derived for all states."""
    aliases = dict.fromkeys((*listed.aliases, *derived.aliases))
    aliases.pop(listed.name, None)
    return replace(listed, aliases=tuple(aliases), parent=listed.parent or derived.parent)


@lru_cache(maxsize=1)
def _by_id() -> dict[str, Actor]:
    return {one.id: one for one in actors()}


def actor(key: str) -> Actor | None:
    """The actor of an id, or None."""
    return _by_id().get(key)


def all_names(one: Actor) -> tuple[str, ...]:
    """Every name of an actor, the canonical one first, each once."""
    return tuple(dict.fromkeys((one.name, *one.aliases, *(naming.name for naming in one.namings))))


@lru_cache(maxsize=1)
def actors_by_name() -> dict[str, tuple[Actor, ...]]:
    """Actors by folded name, canonical bearers before those for whom it is an alias."""
    found: dict[str, dict[str, Actor]] = {}
    for one in sorted(actors(), key=lambda one: one.kind is ActorKind.STATE):
        for name in all_names(one):
            found.setdefault(fold_name(name), {})[one.id] = one
    return {
        name: tuple(sorted(bearers.values(), key=lambda one: fold_name(one.name) != name))
        for name, bearers in found.items()
    }


@lru_cache(maxsize=1)
def acronyms() -> frozenset[str]:
    """Folded names that count only when written in capitals: "IS", "US", "ADF"."""
    short = {fold_name(name) for one in actors() for name in all_names(one) if _acronym(name)}
    long = {fold_name(name) for one in actors() for name in all_names(one) if not _acronym(name)}
    return frozenset(short - long)


def _acronym(name: str) -> bool:
    """Whether a name is told from a common word by its capitals alone: "IS", "U.S.", "LeT"."""
    short = " " not in name and len(name.replace(".", "")) <= ACRONYM_LETTERS
    return short and (name.isupper() or (len(name) <= MIXED_LETTERS and name[1:] != name[1:].lower()))


@lru_cache(maxsize=1)
def _lifetimes() -> dict[str, Interval]:
    found = {}
    for table in csv_names("actors"):
        for row in read_csv(table):
            since, until = day_of(row["since"]), day_of(row["until"], last=True)
            found[row["id"]] = Interval.of(since, until, Granularity.LONG)
    return found


_ALWAYS = Interval(None, None, Granularity.OPEN)


def lifetime(key: str) -> Interval:
    """The days in which an actor existed, as far as the registry knows; open ends are not told."""
    return _lifetimes().get(key, _ALWAYS)


def name_on(one: Actor, day: date) -> str:
    """What an actor called itself on a day: the naming of that day, else the canonical name."""
    for naming in one.namings:
        if (naming.since is None or naming.since <= day) and (naming.until is None or day <= naming.until):
            return naming.name
    return one.name


@lru_cache(maxsize=1)
def wars() -> dict[str, tuple[Actor, ...]]:
    """The actors of each war, by the war's key."""
    found: dict[str, list[Actor]] = {}
    for one in actors():
        for war in one.sides:
            found.setdefault(war, []).append(one)
    return {war: tuple(parties) for war, parties in found.items()}
