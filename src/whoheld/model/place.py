"""Places that can be held, and places where things happen."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is; control is asked of settlements, sites and areas."""

    COUNTRY = "country"
    PROVINCE = "province"  # first-order division: governorate, oblast, state
    DISTRICT = "district"  # second-order division, or a district of a city
    REGION = "region"  # no fixed border: Donbas, northern Syria, the Sahel
    SETTLEMENT = "settlement"  # city, town, village
    AIRFIELD = "airfield"
    BASE = "base"
    DAM = "dam"
    CROSSING = "crossing"
    SITE = "site"  # hospital, oil field, refinery, citadel, camp
    WATER = "water"  # river, lake, sea, strait
    ROAD = "road"
    TERRAIN = "terrain"  # mountain, valley, desert, island


AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.REGION})


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    Attributes:
        id: ``geonames:163345``, ``airport:OSPR`` or ``whoheld:tishreen-dam``.
        name: the usual English name.
        kind: what it is.
        lat: degrees north, WGS 84; None where it has no useful point.
        lon: degrees east, WGS 84.
        country: ISO 3166-1 alpha-2, or "" where it lies in several or none.
        admin1: name of the province it lies in, or "".
        population: of settlements, 0 where not known.
    """

    id: str
    name: str
    kind: PlaceKind
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    admin1: str = ""
    population: int = 0
