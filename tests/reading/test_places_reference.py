import pytest

from tests.reading.test_places import finder  # noqa: F401  (a fixture)
from whoheld.reading.places import place_at, running_place


@pytest.fixture
def read(page, finder):  # noqa: F811
    def make(text, title=""):
        parsed = page(text, title=title)
        parsed.places = finder(parsed)
        return parsed

    return make


def name_of(place):
    return place.name if place else None


def at(parsed, word, nth=0):
    """The index of the nth token that reads so."""
    return [token.i for token in parsed.doc if token.text == word][nth]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Troops took Palmyra in May. The city fell again in December.", "city", "Palmyra"),
        ("Troops took Palmyra in May. The militants returned there.", "there", "Palmyra"),
        ("The army lost Raqqa province. It then left the province.", "province", "Raqqa Province"),
        ("They besieged the town of Madaya.", "town", "Madaya"),
        ("The fall of Ramadi shocked Iraq.", "fall", "Ramadi"),
        ("Fighters reached Tabqa airbase and Raqqa. The airbase was empty.", "airbase", "Tabqa Airbase"),
        ("Jets hit the Mosul countryside.", "Mosul", "Mosul"),
        ("Rebels entered Idlib. Shells then hit the airport.", "airport", "Idlib Airport"),
        ("Iraq sent troops. Officials in the capital were silent.", "capital", "Baghdad"),
    ],
)
def test_what_a_phrase_refers_to(read, text, word, name):
    parsed = read(text)
    nth = -1 if word in {"province", "airbase"} else 0
    place = place_at(parsed, at(parsed, word, nth))
    assert name_of(place) == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The city was quiet. Later the army took Homs.", "city"),
        ("The army took Homs. The refinery was closed.", "refinery"),
        ("The army took Homs. A village burned.", "village"),
        ("The army took Homs. There was no fighting.", "There"),
        ("Iraqi soldiers left.", "soldiers"),
    ],
)
def test_abstains(read, text, word):
    parsed = read(text)
    assert place_at(parsed, at(parsed, word)) is None


def test_a_place_keeps_its_span(read):
    parsed = read("Troops took Palmyra in May.")
    place = place_at(parsed, at(parsed, "Palmyra"))
    assert place
    assert place.place
    assert place.mention
    assert place.mention.of(parsed.document.text) == "Palmyra"
    assert place.place.country == "SY"


def test_running_place_is_the_last_town_of_the_paragraph(read):
    parsed = read("Shelling resumed in Avdiivka, in Ukraine. Four people were killed.")
    assert name_of(running_place(parsed, at(parsed, "killed"))) == "Avdiivka"


def test_running_place_falls_back_on_the_headline(read):
    parsed = read("Four people were killed, officials said.", title="Mortars hit market in Avdiivka")
    assert name_of(running_place(parsed, at(parsed, "killed"))) == "Avdiivka"


def test_no_running_place_where_none_is_named(read):
    parsed = read("Four people were killed.")
    assert running_place(parsed, at(parsed, "killed")) is None
