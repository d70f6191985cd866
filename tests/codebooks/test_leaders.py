"""Persons who stand for a party."""

from collections import Counter
from datetime import date

import pytest

from whoheld.codebooks.actors import actor, actors_by_name
from whoheld.codebooks.leaders import Leader, leader, leaders, leaders_by_name
from whoheld.codebooks.tables import fold_name


def test_size() -> None:
    assert len(leaders()) >= 150


def test_parties_exist() -> None:
    assert [one.name for one in leaders() if not actor(one.actor)] == []


def test_persons_are_listed_once() -> None:
    assert [name for name, times in Counter(one.name for one in leaders()).items() if times > 1] == []


def test_terms_begin_before_they_end() -> None:
    assert [one.name for one in leaders() if one.since and one.until and one.until < one.since] == []


def test_full_names_are_no_names_of_actors() -> None:
    assert [one.name for one in leaders() if fold_name(one.name) in actors_by_name()] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Assad", "sy"),
        ("Hemedti", "rsf"),
        ("Volodymyr Zelenskyy", "ua"),
        ("Khalifa Haftar", "lna"),
        ("Recep Tayyip Erdoğan", "tr"),
        ("Abu Mohammad al-Golani", "hts"),
        ("Min Aung Hlaing", "mm-army"),
    ],
)
def test_names_lead_to_their_party(name: str, key: str) -> None:
    person = leader(name)
    assert person
    assert person.actor == key


def test_unknown_name() -> None:
    assert leader("Nobody At All") is None


def test_in_office_on_a_day() -> None:
    one = Leader("X", "y", since=date(2014, 1, 1), until=date(2015, 1, 1))
    assert one.held_on(date(2015, 1, 1))
    assert not one.held_on(date(2015, 1, 2))
    assert not one.held_on(date(2013, 12, 31))
    assert Leader("X", "y").held_on(date(1900, 1, 1))


def test_of_two_bearers_the_one_in_office(monkeypatch: pytest.MonkeyPatch) -> None:
    early = Leader("Old", "a", since=date(1990, 1, 1), until=date(1999, 1, 1))
    late = Leader("Young", "b", since=date(1999, 1, 2))
    monkeypatch.setattr("whoheld.codebooks.leaders.leaders_by_name", lambda: {"shared": (early, late)})
    assert leader("Shared") is early
    assert leader("Shared", date(2005, 5, 5)) is late
    assert leader("Shared", date(1980, 5, 5)) is early


def test_every_person_can_be_found() -> None:
    for one in leaders():
        assert one in leaders_by_name()[fold_name(one.name)]
