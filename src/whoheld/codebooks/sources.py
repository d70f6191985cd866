"""The source registry: outlets, agencies, ministries, observatories and others who publish.

The ministries that every state has are derived from ``states.csv`` and ``ministries.csv``.
"""

from collections.abc import Iterator
from functools import lru_cache

from whoheld.codebooks.states import State, states
from whoheld.codebooks.tables import cell_list, fold_name, read_csv
from whoheld.errors import CodebookError
from whoheld.model import Source, SourceKind


@lru_cache(maxsize=1)
def sources() -> tuple[Source, ...]:
    """All sources of the registry: those listed, then the ministries of all states."""
    listed = tuple(_source(row) for row in read_csv("sources.csv"))
    taken = {one.id for one in listed}
    return listed + tuple(one for one in _ministries() if one.id not in taken)


def _source(row: dict[str, str]) -> Source:
    try:
        kind = SourceKind(row["kind"])
    except ValueError as error:
        message = f"source {row['id']}: {row['kind']!r} is no kind of source"
        raise CodebookError(message) from error
    return Source(
        id=row["id"],
        name=row["name"],
        kind=kind,
        country=row["country"],
        side=row["side"],
        aliases=cell_list(row["aliases"]),
    )


def _ministries() -> Iterator[Source]:
    for one in states():
        if one.adjectives:
            for row in read_csv("ministries.csv"):
                yield _ministry(one, row)


def _ministry(one: State, row: dict[str, str]) -> Source:
    def filled(pattern: str) -> tuple[str, ...]:
        return tuple(pattern.format(adjective=adjective, country=one.name) for adjective in one.adjectives)

    name, *others = filled(row["name"])
    for pattern in cell_list(row["aliases"]):
        others += filled(pattern)
    return Source(
        id=f"{one.code.lower()}-{row['id']}",
        name=name,
        kind=SourceKind.MINISTRY,
        country=one.code if len(one.code) == 2 else "",
        side=one.code.lower(),
        aliases=tuple(dict.fromkeys(others)),
    )


@lru_cache(maxsize=1)
def _by_id() -> dict[str, Source]:
    return {one.id: one for one in sources()}


def source(key: str) -> Source | None:
    """The source of an id, or None."""
    return _by_id().get(key)


@lru_cache(maxsize=1)
def sources_by_name() -> dict[str, Source]:
    """Sources by folded name, alias or web domain."""
    table: dict[str, Source] = {}
    for one in sources():
        for name in (one.name, *one.aliases):
            table.setdefault(fold_name(name), one)
    return table
