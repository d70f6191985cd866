import gzip
import json
import sqlite3
from datetime import date

import pytest

from whoheld.errors import CacheUnwritable, GazetteerMissing, InputError
from whoheld.gazetteer import Gazetteer, load_pack, name_on
from whoheld.gazetteer.build import write_database
from whoheld.gazetteer.rows import MAIN, Row, table, usable, with_supplement
from whoheld.gazetteer.store import _stamp
from whoheld.model import PlaceKind
from whoheld.settings import Settings


@pytest.fixture
def small(tmp_path):
    """A cache folder with a gazetteer of three places, so that nothing large is built."""
    rows = [
        Row("geonames:1", "Ost Province", PlaceKind.PROVINCE, 10.0, 20.0, "XX", "XX.1", names=[("Ost", MAIN)], rank=5),
        Row("geonames:2", "Ost", PlaceKind.SETTLEMENT, 10.1, 20.1, "XX", "XX.1", 90000, 4.9, [("Ost", MAIN)]),
        Row("geonames:3", "Qar al-Zawr", PlaceKind.SETTLEMENT, 1, 2, "XX", "XX.1", 9, 1, [("Qar al-Zawr", MAIN)]),
    ]
    write_database(tmp_path / f"gazetteer-{_stamp()}.sqlite", rows)
    return Settings(cache=tmp_path)


def test_lookup_orders_by_rank_and_tells_the_province(small):
    found = Gazetteer.open(small).lookup("OST")
    assert [each.id for each in found] == ["geonames:1", "geonames:2"]
    assert found[1].admin1 == "Ost Province"
    assert found[0].admin1 == ""


def test_a_name_spelled_otherwise_is_found_by_sound(small):
    gazetteer = Gazetteer.open(small)
    assert [each.id for each in gazetteer.lookup("Kar Azzor")] == ["geonames:3"]
    assert not gazetteer.has("kar azzor")


def test_unknown_names_give_nothing(small):
    gazetteer = Gazetteer.open(small)
    assert gazetteer.lookup("Nowhere at all") == []
    assert gazetteer.place("geonames:99") is None
    town = gazetteer.place("geonames:2")
    assert town
    assert town.population == 90000


def test_province_by_code(small):
    gazetteer = Gazetteer.open(small)
    assert gazetteer.province("XX.1")[0].place.id == "geonames:1"
    assert gazetteer.province("XX.2") == ()


def test_building_leaves_one_whole_file(small):
    assert [path.suffix for path in small.cache.iterdir()] == [".sqlite"]


def test_a_failed_build_leaves_nothing(tmp_path):
    def rows():
        yield Row("a", "A", PlaceKind.SITE, 0, 0, "", names=[("Alpha", MAIN)])
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_database(tmp_path / "x.sqlite", rows())
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_is_no_folder_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CacheUnwritable, match="file"):
        Gazetteer.open(Settings(cache=tmp_path / "file" / "cache"))


def test_a_damaged_file_is_named(small):
    path = next(small.cache.glob("*.sqlite"))
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(GazetteerMissing, match=path.name):
        Gazetteer.open(small)


def test_an_unfinished_file_is_named(tmp_path):
    path = tmp_path / f"gazetteer-{_stamp()}.sqlite"
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    base.close()
    with pytest.raises(GazetteerMissing, match="not complete"):
        Gazetteer.open(Settings(cache=tmp_path))


def test_whos_on_first_pack(small, tmp_path):
    records = [
        {"id": 5, "n": "Grenz", "pt": "region", "lat": 5.0, "lon": 6.0, "alt": [], "gn": 77, "cc": "YY",
         "pop": None, "par": 0},
        {"id": 6, "n": "Feldort", "pt": "locality", "lat": 5.1, "lon": 6.1, "alt": ["Feldov"], "gn": None, "cc": "YY",
         "pop": 300, "par": 5},
    ]  # fmt: skip
    source = tmp_path / "yy.jsonl.gz"
    source.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    load_pack(source, small)
    found = Gazetteer.open(small).lookup("Feldov")
    assert [(each.id, each.name, each.admin1) for each in found] == [("wof:6", "Feldort", "Grenz")]
    grenz = Gazetteer.open(small).place("geonames:77")
    assert grenz
    assert grenz.kind is PlaceKind.PROVINCE


def test_geonames_pack(small, tmp_path):
    row = ["42", "Staudamm", "Staudamm", "Big Dam,крупный", "1.5", "2.5", "S", "DAM", "ZZ", "", "04", *[""] * 8]
    source = tmp_path / "ZZ.txt"
    source.write_text("\t".join(row) + "\n", encoding="utf-8")
    load_pack(source, small)
    found = Gazetteer.open(small).lookup("big dam")
    assert [(each.id, each.kind) for each in found] == [("geonames:42", PlaceKind.DAM)]


@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", "one\ttwo\n"), ("a.jsonl", "{no json"), ("b.jsonl.gz", "plain")]
)
def test_a_bad_pack_is_named(small, tmp_path, name, content):
    source = tmp_path / name
    source.write_text(content)
    with pytest.raises(InputError, match=name):
        load_pack(source, small)


def test_own_entries_lend_their_name_to_the_same_place():
    theirs = Row("geonames:9", "Sud-Tal", PlaceKind.PROVINCE, 1, 1, "XX", "XX.2", rank=3, names=[("South Tal", MAIN)])
    own = Row("whoheld:south-tal", "South Tal", PlaceKind.PROVINCE, 1.2, 1, "XX", rank=5, names=[("South Tal", MAIN)])
    rows = list(with_supplement(iter([theirs]), [own]))
    assert [(row.id, row.name, row.rank) for row in rows] == [("geonames:9", "South Tal", 5)]


def test_supplement_is_sound():
    rows = table("supplement.csv")
    assert len(rows) >= 200
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        PlaceKind(row["kind"])
        assert -90 <= float(row["lat"]) <= 90
        assert -180 <= float(row["lon"]) <= 180


@pytest.mark.parametrize(
    ("name", "fits"), [("Halab", True), ("al-Bab", True), ("hlb", False), ("ALP", False), ("Алеппо", False)]
)
def test_alternate_names_that_can_stand_in_english(name, fits):
    assert usable(name) is fits


def test_renamings_know_their_days():
    astana = next(row for row in table("renamings.csv") if row["other"] == "Nur-Sultan")
    key = f"geonames:{astana['geonames']}"
    assert name_on(key, "Astana", date(2020, 1, 1)) == "Nur-Sultan"
    assert name_on(key, "Astana", date(2023, 1, 1)) == "Astana"
    assert name_on("geonames:0", "Elsewhere", date(2023, 1, 1)) == "Elsewhere"
