"""Names that places bore for a time."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from whoheld.gazetteer.rows import table


@dataclass(frozen=True, slots=True)
class Renaming:
    """Another name of a place, and when it was the official one; None where not known or where usage differs."""

    name: str
    since: date | None = None
    until: date | None = None


@lru_cache(maxsize=1)
def renamings() -> dict[str, tuple[Renaming, ...]]:
    """Other names by the place's id."""
    found: dict[str, tuple[Renaming, ...]] = {}
    for row in table("renamings.csv"):
        key = f"geonames:{row['geonames']}"
        found[key] = (*found.get(key, ()), Renaming(row["other"], _day(row["since"]), _day(row["until"])))
    return found


def name_on(place_id: str, usual: str, day: date) -> str:
    """The name that a place bore on a day; the usual one where no dated renaming covers it."""
    for one in renamings().get(place_id, ()):
        dated = one.since or one.until
        if dated and (one.since is None or one.since <= day) and (one.until is None or day < one.until):
            return one.name
    return usual


def _day(cell: str) -> date | None:
    if not cell:
        return None
    return date(int(cell), 1, 1) if len(cell) == 4 else date.fromisoformat(cell)
