"""Corpora of annotated places in one form: LGL's XML, and HumSet's JSON with its table of GeoNames ids."""

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated mention; ``id`` is "" where the corpus gives none."""

    start: int
    end: int
    id: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its mentions; ``named`` are mentions whose text alone is in the table of ids."""

    id: str
    text: str
    source: str = ""
    gold: list[Gold] = field(default_factory=list)


def load(paths: Iterable[Path]) -> Iterator[Annotated]:
    """The texts of an XML file, or of a JSON file together with a CSV file."""
    tables = [path for path in paths if path.suffix == ".csv"]
    ids = _ids(tables[0]) if tables else {}
    for path in paths:
        if path.suffix == ".xml":
            yield from _xml(path)
        elif path.suffix == ".json":
            yield from _json(path, ids)


def _xml(path: Path) -> Iterator[Annotated]:
    for article in ET.parse(path).iter("article"):  # noqa: S314
        gold = [_toponym(each) for each in article.iter("toponym")]
        text = article.findtext("text") or ""
        yield Annotated(article.get("docid", ""), text, article.findtext("domain") or "", gold)


def _toponym(node: ET.Element) -> Gold:
    start, end = int(node.findtext("start") or 0), int(node.findtext("end") or 0)
    tag = node.find("gaztag")
    lat, lon = (tag.findtext("lat"), tag.findtext("lon")) if tag is not None else (None, None)
    if tag is None or not lat or not lon:
        return Gold(start, end)
    return Gold(start, end, f"geonames:{tag.get('geonameid')}", float(lat), float(lon))


def _ids(path: Path) -> dict[tuple[str, str], str]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = ((row["lead_id"], row["toponym"], row["geonameid"]) for row in rows)
    return {(lead, name): f"geonames:{number}" for lead, name, number in found if number and number != "-1"}


def _json(path: Path, ids: dict[tuple[str, str], str]) -> Iterator[Annotated]:
    records: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    for record in records:
        lead, text = str(record["lead_id"]), record["text"]
        gold = [
            Gold(a["start"], a["end"], ids.get((lead, text[a["start"] : a["end"]].lower()), ""))
            for a in record["annotations"]
        ]
        yield Annotated(lead, text, "", gold)
