"""The source registry: outlets, agencies, ministries, observatories and others who publish."""

from functools import lru_cache

from whoheld.codebooks.tables import cell_list, fold_name, read_csv
from whoheld.errors import CodebookError
from whoheld.model import Source, SourceKind


@lru_cache(maxsize=1)
def sources() -> tuple[Source, ...]:
    """All sources of the registry."""
    return tuple(_source(row) for row in read_csv("sources.csv"))


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
