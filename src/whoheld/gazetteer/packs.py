"""Packs: further places of a country, from a Who's On First extract or a GeoNames country file."""

import gzip
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from whoheld.errors import InputError
from whoheld.gazetteer.build import Progress, write_database
from whoheld.gazetteer.rows import ALTERNATE, MAIN, Row, usable
from whoheld.model import PlaceKind
from whoheld.settings import Settings

_WOF_KINDS = {
    "locality": PlaceKind.SETTLEMENT,
    "region": PlaceKind.PROVINCE,
    "macroregion": PlaceKind.REGION,
    "county": PlaceKind.DISTRICT,
    "localadmin": PlaceKind.DISTRICT,
    "neighbourhood": PlaceKind.DISTRICT,
    "campus": PlaceKind.SITE,
}
_CLASSES = {
    "P": PlaceKind.SETTLEMENT,
    "T": PlaceKind.TERRAIN,
    "H": PlaceKind.WATER,
    "R": PlaceKind.ROAD,
    "L": PlaceKind.REGION,
    "S": PlaceKind.SITE,
}
_CODES = {
    "ADM1": PlaceKind.PROVINCE,
    "ADM2": PlaceKind.DISTRICT,
    "ADM3": PlaceKind.DISTRICT,
    "PPLX": PlaceKind.DISTRICT,
    "DAM": PlaceKind.DAM,
    "AIRP": PlaceKind.AIRFIELD,
    "AIRB": PlaceKind.AIRFIELD,
    "INSM": PlaceKind.BASE,
}
_BASE_RANK = {PlaceKind.PROVINCE: 5.0, PlaceKind.DISTRICT: 2.0}


def load_pack(path: Path, settings: Settings, progress: Progress | None = None) -> Path:
    """Put the places of a file into a pack of the cache folder; the next gazetteer that is opened has them.

    Args:
        path: JSON lines of Who's On First (``.jsonl``, ``.jsonl.gz``) or a GeoNames table (``.txt``, ``.txt.gz``).
        settings: names the cache folder.
        progress: is told how many entries are done.

    Returns:
        The pack's file.

    Raises:
        InputError: the file cannot be read as either.
        CacheUnwritable: the cache folder cannot be written.
    """
    stem = path.name.split(".", maxsplit=1)[0]
    target = settings.cache / f"pack-{stem}.sqlite"
    try:
        with _text(path) as lines:
            rows = list(_wof_rows(lines) if ".jsonl" in path.name else _geonames_rows(lines))
    except (OSError, EOFError, ValueError, KeyError) as error:
        message = f"{path} cannot be read as a pack of places: {error}"
        raise InputError(message) from error
    write_database(target, rows, progress)
    return target


def _text(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _wof_rows(lines: TextIO) -> Iterator[Row]:
    records = [json.loads(line) for line in lines if line.strip()]
    by_id = {record["id"]: record for record in records}
    provinces = [record for record in records if record["pt"] == "region"]
    others = [record for record in records if record["pt"] in _WOF_KINDS and record["pt"] != "region"]
    for record in [*provinces, *others]:
        if record.get("cur", 1) != 0 and record["lat"] is not None:
            yield _wof_row(record, by_id)


def _wof_row(record: dict[str, Any], by_id: dict[int, dict[str, Any]]) -> Row:
    kind = _WOF_KINDS[record["pt"]]
    names = [(record["n"], MAIN), *((name, ALTERNATE) for name in record["alt"] if usable(name))]
    return Row(
        f"geonames:{record['gn']}" if record["gn"] else f"wof:{record['id']}",
        record["n"], kind, record["lat"], record["lon"], record["cc"], _province(record, by_id),
        record["pop"] or 0, _rank(kind, record["pop"] or 0), names,
    )  # fmt: skip


def _province(record: dict[str, Any], by_id: dict[int, dict[str, Any]]) -> str:
    step: dict[str, Any] | None = record
    for _ in range(4):
        if step is None or step["pt"] == "region":
            break
        step = by_id.get(step["par"])
    return f"{record['cc']}.wof{step['id']}" if step else ""


def _rank(kind: PlaceKind, people: int) -> float:
    return _BASE_RANK.get(kind, 0.0) + math.log10(people + 50) / (7 if kind in _BASE_RANK else 1)


def _geonames_rows(lines: TextIO) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\n").split("\t")
        if len(cells) != 19:
            message = f"line {number} has {len(cells)} columns and not 19"
            raise ValueError(message)
        kind = _CODES.get(cells[7]) or _CLASSES.get(cells[6])
        if kind:
            yield _geonames_row(cells, kind)


def _geonames_row(cells: list[str], kind: PlaceKind) -> Row:
    people = int(cells[14] or 0)
    names = [(cells[1], MAIN), (cells[2], MAIN)]
    names += [(name, ALTERNATE) for name in cells[3].split(",") if name and usable(name)]
    return Row(
        f"geonames:{cells[0]}", cells[1], kind, float(cells[4]), float(cells[5]),
        cells[8], f"{cells[8]}.{cells[10]}", people, _rank(kind, people), names,
    )  # fmt: skip
