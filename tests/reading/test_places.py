from collections.abc import Callable

import pytest

from whoheld.gazetteer import Gazetteer
from whoheld.model import PlaceKind
from whoheld.reading.mentions import PlaceMention
from whoheld.reading.places import PlaceFinder
from whoheld.settings import Settings


@pytest.fixture(scope="session")
def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.open(Settings()))


@pytest.fixture
def found(page, finder) -> Callable[[str], list[PlaceMention]]:
    return lambda text: finder(page(text))


def by_name(mentions):
    return {each.name: each for each in mentions}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The mayor of Paris, Texas, opened the fair.", "US"),
        ("The mayor of Paris met the French president.", "FR"),
        ("Shells fell on Tripoli, Lebanon, overnight.", "LB"),
        ("Libyan forces shelled Tripoli and Misrata.", "LY"),
        ("Georgia lost Gori and Sukhumi to Russian troops.", "GE"),
        ("Police in Atlanta and Savannah, Georgia, made arrests.", "US"),
    ],
)
def test_the_other_places_of_a_text_decide(found, text, country):
    ambiguous = {"Paris", "Tripoli", "Georgia"}
    assert {each.place.country for each in found(text) if each.name in ambiguous} == {country}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Clashes spread through Deir Ezzor province.", "Deir Ezzor Province", PlaceKind.PROVINCE),
        ("Troops left Helmand province.", "Helmand Province", PlaceKind.PROVINCE),
        ("They entered Raqqa city at dawn.", "Raqqa", PlaceKind.SETTLEMENT),
        ("A drone hit Kuweires airbase.", "Kuweires Airbase", PlaceKind.AIRFIELD),
        ("Water rose behind the Kakhovka dam.", "Kakhovka Dam", PlaceKind.DAM),
        ("Trucks passed the Bab al-Hawa crossing.", "Bab al-Hawa", PlaceKind.CROSSING),
        ("The front ran along the Donbas.", "Donbas", PlaceKind.REGION),
        ("Rebels hold much of northern Syria.", "Northern Syria", PlaceKind.COUNTRY),
    ],
)
def test_kinds_of_place(found, text, name, kind):
    place = by_name(found(text))[name].place
    assert place
    assert place.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "General Paris Houston spoke to reporters.",
        "The Washington Post had the story.",
        "Mr Lincoln, 45, said he saw nothing.",
        "Jordan Blake scored twice.",
        "In March the offensive may resume.",
        "NATO and the IMF met on Monday.",
    ],
)
def test_what_is_no_place(found, text):
    assert found(text) == []


def test_names_of_bodies_are_adjectives(found):
    assert [each.adjective for each in found("The Aleppo Media Centre posted a video.")] == [True]
    assert [(each.name, each.adjective) for each in found("Syrian jets flew overhead.")] == [("Syria", True)]


def test_a_town_of_an_operation_is_a_place(found):
    assert not by_name(found("The Mosul offensive began at dawn."))["Mosul"].adjective


def test_plural_kinds_reach_every_name_of_a_list(found):
    names = by_name(found("Fighting hit Zabul, Nimruz and Helmand provinces."))
    assert {"Zabul Province", "Nimruz Province", "Helmand Province"} <= set(names)
    assert all(each.place.kind is PlaceKind.PROVINCE for each in names.values())


def test_places_that_the_gazetteer_lacks(found):
    text = "Soldiers stormed the village of Qarzabun. Residents fled Qarzabun on foot."
    mentions = found(text)
    assert [(each.name, each.place) for each in mentions] == [("Qarzabun", None)] * 2
    assert "not in the gazetteer" in mentions[0].reason


def test_spellings_meet(found):
    text = "The army holds Dayr az Zawr and Raqqa. Syrian jets struck Deir al-Zour again."
    mentions = by_name(found(text))
    assert mentions["Dayr az Zawr"].place == mentions["Deir al-Zour"].place


def test_old_names_are_the_same_place(found):
    mentions = by_name(found("Bakhmut, in Ukraine, was called Artemivsk until 2016."))
    assert mentions["Bakhmut"].place == mentions["Artemivsk"].place


def test_capitals_of_a_headline_are_no_names(found):
    assert [each.name for each in found("Army Units Reach Outskirts Of Mosul After Long March")] == ["Mosul"]


def test_states_as_newspapers_write_them(found):
    mentions = found("RICHMOND, Ky. - A fire broke out near Berea, Ky., on Friday.")
    assert {each.place.admin1 for each in mentions if each.place.kind is PlaceKind.SETTLEMENT} == {"Kentucky"}


def test_given_spans_are_resolved_in_order(page, finder):
    parsed = page("Kharkiv and Odesa were hit; so was Texas.")
    spans = [(2, 3), (0, 1)]
    assert [each.name for each in finder.given(parsed, spans)] == ["Odesa", "Kharkiv"]


def test_nothing_in_nothing(found):
    assert found("") == []
    assert found("...\n\n???") == []
