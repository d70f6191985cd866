"""Names that the gazetteer lacks, or has only pieces of."""

from collections.abc import Callable

import pytest

from whoheld.gazetteer import Gazetteer
from whoheld.reading.places import PlaceFinder
from whoheld.settings import Settings


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.open(Settings()))


@pytest.fixture
def names(page, finder) -> Callable[[str], set[str]]:
    return lambda text: {each.name for each in finder(page(text)) if not each.adjective}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells landed near Altun Qazmir overnight.", "Altun Qazmir"),  # one word of it is a town
        ("Monks fled the shrine at Zarrin-e-Bala on Friday.", "Zarrin-e-Bala"),
        ("The enemy withdrew from Verkhno-Pokrovske.", "Verkhno-Pokrovske"),
        ("The army advanced into Tell Kazan.", "Tell Kazan"),  # not the city
        ("They repelled an attack on Tal Zibrun.", "Tal Zibrun"),
        ("Mortars hit the base at Kilo 14 on Saturday.", "Kilo 14"),
        ("They captured the strategic Qara Zimat Bridge.", "Qara Zimat Bridge"),
    ],
)
def test_pieces_of_a_longer_name_are_no_places(names, text, name):
    assert names(text) == {name}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels captured the villages of Zibdan, Qornish and Umm Tarqa.", {"Zibdan", "Qornish", "Umm Tarqa"}),
        ("The army took four villages, including Zibdan and Qornish.", {"Zibdan", "Qornish"}),
        ("Clashes broke out in the Zibdan and Qornish districts.", {"Zibdan", "Qornish"}),
        ("Jets bombed Zibdan village and the Qornish area.", {"Zibdan", "Qornish"}),
        ("Gunmen raided Zibdan and burned the clinic.", {"Zibdan"}),
        ("Zibdan fell to the rebels at dawn.", {"Zibdan"}),
        ("The soldiers fled to Zibdan, where they regrouped.", {"Zibdan"}),
        ("- Zibdan. Soldiers burned the market and shot two traders.", {"Zibdan"}),
    ],
)
def test_use_makes_a_place(names, text, wanted):
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Zibdan said he would fight on.",
        "President Zibdan met his ministers.",
        "He spoke to Gen. Ahmed Zibdan about the truce.",
        "The Zibdan Brigade sent men.",
    ],
)
def test_persons_and_bodies_stay_what_they_are(names, text):
    assert names(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Clashes went on in Panjwayi district.", "Panjwayi"),
        ("Snipers hit western Mosul.", "Mosul"),
        ("They crossed the Zibdan hills.", "Zibdan"),
        ("Rebels entered Gaza City.", "Gaza City"),
        ("Drones flew over Bryansk Region.", "Bryansk Region"),
    ],
)
def test_what_claims_call_it(names, text, name):
    assert name in names(text)


def test_a_lost_apostrophe(names):
    assert names("Rebel fire in Syrias Aleppo killed two.") == {"Syria", "Aleppo"}


def test_addresses_of_pages_are_no_names(names):
    assert names("A tank stood in Zibdan](https://example.org/wiki/Zibdan).") == set()
