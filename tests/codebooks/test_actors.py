"""The rules of the actor tables, and their loaders."""

from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from whoheld.codebooks import actors as module
from whoheld.codebooks.actors import (
    acronyms,
    actor,
    actors,
    actors_by_name,
    all_names,
    day_of,
    fold_name,
    lifetime,
    name_on,
    wars,
)
from whoheld.codebooks.tables import csv_names, read_csv
from whoheld.errors import CodebookError
from whoheld.model import Actor, ActorKind

COLUMNS = ["id", "name", "kind", "country", "parent", "aliases", "sides", "since", "until"]
WARS = {
    "syria", "iraq", "ukraine", "libya", "yemen", "sudan", "south-sudan", "congo", "sahel", "lake-chad",
    "cameroon", "somalia", "ethiopia", "mozambique", "central-african-republic", "afghanistan", "pakistan",
    "myanmar", "philippines", "karabakh", "israel-palestine", "israel-lebanon", "colombia", "turkey-pkk",
    "georgia", "kashmir",
}  # fmt: skip


def known(key: str) -> Actor:
    one = actor(key)
    assert one, key
    return one


def listed() -> list[dict[str, str]]:
    return [row for table in csv_names("actors") for row in read_csv(table)]


def bearers() -> dict[str, set[str]]:
    """Actors by folded name or alias; dated namings left out."""
    found: dict[str, set[str]] = {}
    for one in actors():
        for name in (one.name, *one.aliases):
            found.setdefault(fold_name(name), set()).add(one.id)
    return found


def overlap(one: str, other: str) -> bool:
    a, b = lifetime(one), lifetime(other)
    return (a.end is None or b.start is None or b.start < a.end) and (
        b.end is None or a.start is None or a.start < b.end
    )


def test_size() -> None:
    assert len(listed()) >= 450
    assert set(wars()) >= WARS
    assert len(wars()) >= 19


def test_every_listed_war_has_two_sides() -> None:
    one_sided = {war for war in WARS if len({one.sides[war] for one in wars()[war]}) < 2}
    assert not one_sided


@pytest.mark.parametrize("table", csv_names("actors"))
def test_columns(table: str) -> None:
    assert all(list(row) == COLUMNS for row in read_csv(table))


def test_ids_are_unique() -> None:
    assert [key for key, times in Counter(row["id"] for row in listed()).items() if times > 1] == []
    assert len({one.id for one in actors()}) == len(actors())


def test_canonical_names_are_unique() -> None:
    assert [name for name, times in Counter(fold_name(one.name) for one in actors()).items() if times > 1] == []


def test_parents_exist_and_lead_to_no_circle() -> None:
    for one in actors():
        seen = {one.id}
        parent = one.parent
        while parent:
            assert parent not in seen, one.id
            seen.add(parent)
            parent = known(parent).parent


def test_countries_are_codes() -> None:
    assert [one.id for one in actors() if one.country and not (len(one.country) == 2 and one.country.isupper())] == []


def test_no_name_of_two_actors_of_one_war_unless_they_lived_at_different_times() -> None:
    clashes = [
        (name, one, other)
        for name, ids in bearers().items()
        for one, other in combinations(sorted(ids), 2)
        if set(known(one).sides) & set(known(other).sides) and overlap(one, other)
    ]
    assert clashes == []


def test_no_actor_repeats_a_name() -> None:
    repeated = [row["id"] for row in listed() if row["name"] in row["aliases"].split("|")]
    assert repeated == []


def test_names_have_letters_and_no_stray_separators() -> None:
    for one in actors():
        for name in all_names(one):
            assert fold_name(name), one.id
            assert not set(name) & set('|;,"'), (one.id, name)


def test_lifetimes_begin_before_they_end() -> None:
    assert [row["id"] for row in listed() if not lifetime(row["id"])] == []
    assert lifetime("hts").start == date(2017, 1, 28)
    assert lifetime("isis").end is None
    assert lifetime("nobody").start is None


def test_namings_are_in_order_and_of_known_actors() -> None:
    for row in read_csv("namings.csv"):
        assert actor(row["id"]), row["id"]
        since, until = day_of(row["since"]), day_of(row["until"], last=True)
        assert (since or date.min) <= (until or date.max), row


@pytest.mark.parametrize(
    ("key", "day", "name"),
    [
        ("nusra", date(2015, 3, 1), "Jabhat al-Nusra"),
        ("nusra", date(2016, 9, 1), "Jabhat Fateh al-Sham"),
        ("hts", date(2018, 1, 1), "Hayat Tahrir al-Sham"),
        ("isis", date(2013, 9, 1), "Islamic State of Iraq and the Levant"),
        ("wagner", date(2024, 7, 27), "Africa Corps"),
        ("sna", date(2017, 2, 1), "TFSA"),
        ("sna", date(2019, 10, 9), "Syrian National Army"),
        ("m23", date(2013, 1, 1), "M23"),
        ("unita", date(1993, 1, 6), "UNITA"),
    ],
)
def test_what_an_actor_was_called_on_a_day(key: str, day: date, name: str) -> None:
    assert name_on(known(key), day) == name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Daesh", "isis"),
        ("Nusra Front", "nusra"),
        ("Hay’at Tahrir al-Sham", "hts"),
        ("Ansar Allah", "houthis"),
        ("Huthis", "houthis"),
        ("FARDC", "cd-army"),
        ("AFC/M23", "m23"),
        ("Tatmadaw", "mm-army"),
        ("IDF", "il"),
        ("Armed Forces of Ukraine", "ua"),
        ("Kurdistan Workers' Party", "pkk"),
        ("Tamil Tigers", "ltte"),
        ("TTP", "ttp"),
        ("ex-Seleka", "seleka"),
        ("Malian Armed Forces", "ml-army"),
        ("Armed Forces of Mali", "ml-army"),
        ("Government of Mali", "ml"),
        ("Peshmerga", "peshmerga"),
    ],
)
def test_aliases_lead_to_their_actor(name: str, key: str) -> None:
    assert actors_by_name()[fold_name(name)][0].id == key


def test_a_name_of_several_gives_all_the_canonical_bearer_first() -> None:
    assert {one.id for one in actors_by_name()["sna"]} == {"sna", "so-army"}
    assert actors_by_name()["free syrian army"][0].id == "fsa"


def test_every_actor_can_be_found_by_its_names() -> None:
    for one in actors():
        for name in all_names(one):
            assert one in actors_by_name()[fold_name(name)]


def test_short_names_in_capitals_are_marked() -> None:
    assert {"is", "us", "rsf", "adf", "aa"} <= acronyms()
    assert not {"hamas", "taliban", "houthis"} & acronyms()


def test_a_state_with_one_name_for_all_is_one_actor() -> None:
    assert known("ru").kind is ActorKind.STATE
    assert actor("ru-army") is None
    assert "Russian Army" in known("ru").aliases


def test_a_state_whose_army_has_its_own_name_is_two() -> None:
    assert known("ml").kind is ActorKind.STATE
    assert known("ml-army").name == "Malian Army"
    assert known("ml-army").parent == "ml"


def test_armies_that_are_listed_under_other_ids_are_not_made_twice() -> None:
    assert [one.id for one in actors() if one.name == "Peshmerga"] == ["peshmerga"]
    assert [one.id for one in actors() if one.name == "Polisario Front"] == ["eh"]


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-07-28", date(2016, 7, 28), date(2016, 7, 28)),
        ("", None, None),
    ],
)
def test_days_of_cells(cell: str, first: date | None, last: date | None) -> None:
    assert (day_of(cell), day_of(cell, last=True)) == (first, last)


def row(**changes: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {"id": "x", "name": "X", "kind": "rebel"} | changes


def test_a_row_becomes_an_actor() -> None:
    one = module._actor(row(aliases="Y|Z", sides="there:rebels|here:state"))
    sides = {"there": "rebels", "here": "state"}
    assert one == Actor("x", "X", ActorKind.REBEL, aliases=("Y", "Z"), sides=sides)


def test_a_kind_that_is_none_is_an_error() -> None:
    with pytest.raises(CodebookError, match="'gang' is no kind"):
        module._actor(row(kind="gang"))


@pytest.mark.parametrize("side", ["syria", "syria:", ":government"])
def test_a_side_without_its_war_is_an_error(side: str) -> None:
    with pytest.raises(CodebookError, match="war:side"):
        module._actor(row(sides=side))
