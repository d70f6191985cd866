"""The rules of the source tables, and their loaders."""

from collections import Counter

import pytest

from whoheld.codebooks import sources as module
from whoheld.codebooks.actors import actor
from whoheld.codebooks.sources import source, sources, sources_by_name
from whoheld.codebooks.tables import fold_name, read_csv
from whoheld.errors import CodebookError
from whoheld.model import SourceKind


def test_size_and_kinds() -> None:
    assert len(read_csv("sources.csv")) >= 200
    assert {one.kind for one in sources()} == set(SourceKind)


def test_ids_are_unique() -> None:
    assert [key for key, times in Counter(one.id for one in sources()).items() if times > 1] == []


def test_canonical_names_are_unique() -> None:
    names = Counter(fold_name(one.name) for one in sources())
    assert [name for name, times in names.items() if times > 1] == []


def test_no_name_of_two_sources() -> None:
    held: dict[str, set[str]] = {}
    for one in sources():
        for name in {fold_name(name) for name in (one.name, *one.aliases)}:
            held.setdefault(name, set()).add(one.id)
    assert {name: ids for name, ids in held.items() if len(ids) > 1} == {}


def test_sides_are_actors() -> None:
    assert {one.side for one in sources() if one.side and not actor(one.side)} == set()


def test_the_media_of_a_party_tell_whose_they_are() -> None:
    partial = {SourceKind.PARTY_MEDIA, SourceKind.MILITARY}
    assert [one.id for one in sources() if one.kind in partial and not one.side] == []


def test_nobody_is_graded_before_somebody_judged() -> None:
    assert {one.reliability for one in sources()} == {"F"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("SOHR", "sohr"),
        ("syriahr.com", "sohr"),
        ("Syrian Arab News Agency", "sana"),
        ("the Pentagon", "us-dod"),
        ("Amaq News Agency", "amaq"),
        ("Russia's Defense Ministry", "ru-mod"),
        ("UK Ministry of Defence", "gb-mod"),
        ("Russian Ministry of Defense", "ru-mod"),
        ("Malian Ministry of Defence", "ml-mod"),
        ("Somalia's Defense Ministry", "so-mod"),
        ("Lebanese Health Ministry", "lb-moh"),
        ("Agence France-Presse", "afp"),
        ("Al-Masirah", "al-masirah"),
    ],
)
def test_names_lead_to_their_source(name: str, key: str) -> None:
    assert sources_by_name()[fold_name(name)].id == key


def test_a_derived_ministry_knows_its_state() -> None:
    ministry = source("az-mod")
    assert ministry
    assert (ministry.name, ministry.country, ministry.side) == ("Azerbaijani Defence Ministry", "AZ", "az")


def test_a_listed_ministry_is_not_derived_again() -> None:
    assert [one.name for one in sources() if one.id == "gb-mod"] == ["British Ministry of Defence"]


def test_an_unknown_source() -> None:
    assert source("nobody") is None


def test_a_kind_that_is_none_is_an_error() -> None:
    row = {"id": "x", "name": "X", "kind": "rumour", "country": "", "side": "", "aliases": ""}
    with pytest.raises(CodebookError, match="'rumour' is no kind"):
        module._source(row)
