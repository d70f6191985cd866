"""Write entries into one SQLite file, whole or not at all."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from whoheld.errors import CacheUnwritable
from whoheld.gazetteer.keys import exact_key, loose_key
from whoheld.gazetteer.rows import DEMONYM, MAIN, Row

Progress = Callable[[int], None]
LOOSE = "~"  # no exact key starts with it
_EVERY = 20_000
_SCHEMA = """
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, lat REAL, lon REAL,
    country TEXT, code TEXT, admin1 TEXT, population INTEGER, rank REAL);
CREATE TABLE name (key TEXT, place INTEGER, how INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX place_id ON place (id);
CREATE INDEX place_code ON place (code) WHERE kind = 'province';
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
"""


def write_database(target: Path, rows: Iterable[Row], progress: Progress | None = None) -> None:
    """Fill a new file beside ``target`` and move it there; readers never see half of it.

    Raises:
        CacheUnwritable: the folder cannot be made or written.
    """
    unfinished = _new_file(target)
    try:
        with sqlite3.connect(unfinished) as base:
            _fill(base, rows, progress)
        base.close()
        unfinished.replace(target)
    except sqlite3.OperationalError as error:
        raise _unwritable(target.parent, error) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _new_file(target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.stem}-", suffix=".part", dir=target.parent)
    except OSError as error:
        raise _unwritable(target.parent, error) from error
    os.close(handle)
    return Path(name)


def _unwritable(folder: Path, error: Exception) -> CacheUnwritable:
    reason = getattr(error, "strerror", None) or str(error)
    return CacheUnwritable(
        f"the cache folder {folder} cannot be written ({reason}); set WHOHELD_CACHE to a folder that can"
    )


def _fill(base: sqlite3.Connection, rows: Iterable[Row], progress: Progress | None) -> None:
    base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-64000;" + _SCHEMA)
    provinces: dict[str, str] = {}
    pairs: list[tuple[str, int, int]] = []
    for number, row in enumerate(rows, 1):
        if row.kind == "province":
            provinces[row.code] = row.name
        base.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", _record(number, row, provinces))
        pairs.extend((key, number, how) for key, how in keys_of(row))
        if progress and number % _EVERY == 0:
            progress(number)
    # In the order of the key the tree is written once, front to back.
    pairs.sort()
    base.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", pairs)
    base.execute("INSERT INTO meta VALUES ('complete', 'yes')")


def _record(number: int, row: Row, provinces: dict[str, str]) -> tuple[object, ...]:
    admin1 = provinces.get(row.code, "") if row.code and row.kind != "province" else ""
    return (
        number, row.id, row.name, str(row.kind), row.lat, row.lon,
        row.country, row.code, admin1, row.population, round(row.rank, 3),
    )  # fmt: skip


def keys_of(row: Row) -> Iterator[tuple[str, int]]:
    """The keys under which an entry is found, with how each names it; the best way of each key only."""
    best: dict[str, int] = {}
    for name, how in row.names:
        key = exact_key(name)
        if len(key) < 2 and len(row.names) > 1:
            continue
        best[key] = min(how, best.get(key, how))
    for key, how in best.items():
        yield key, how
    for loose in {loose_key(key) for key, how in best.items() if how != DEMONYM} - {""}:
        yield LOOSE + loose, MAIN
