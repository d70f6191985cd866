"""Whom words mean that only the text's own country, its issuer or a name beside them can tell."""

from collections.abc import Callable
from datetime import date

import pytest

from whoheld.gazetteer import Gazetteer
from whoheld.reading.actors import ActorFinder, party_at
from whoheld.reading.mentions import SpeechAct
from whoheld.reading.page import Page
from whoheld.reading.places import PlaceFinder
from whoheld.settings import Settings

MakePage = Callable[..., Page]


@pytest.fixture(scope="module")
def places() -> PlaceFinder:
    return PlaceFinder(Gazetteer.open(Settings()))


@pytest.fixture
def read(page: MakePage, places: PlaceFinder) -> Callable[..., Page]:
    def make(text: str, published: date | None = None, source: str = "") -> Page:
        made = page(text, published=published, source=source)
        made.places = places(made)
        made.actors = ActorFinder()(made)
        return made

    return make


def called(page: Page, words: str) -> str | None:
    """The name of the mention that ends with some words."""
    found = [one for one in page.actors if page.doc[one.start : one.end].text.endswith(words)]
    return found[-1].name if found else None


def name_at(page: Page, word: str) -> str | None:
    party = party_at(page, [one.i for one in page.doc if one.text == word][-1])
    return party.name if party else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Near Taiz the Resistance kept the hill, its Yemeni backers said.", "Resistance", "Popular Resistance"),
        ("Outside Lyon the Maquis blew up a bridge.", "Maquis", "French Forces of the Interior"),
        ("Aid reached Homs, AFP reported.", "AFP", None),
        ("In Jolo the AFP said two marines died.", "AFP", "Philippine Army"),
        ("Let us hope that Kashmir stays calm.", "Let", None),
        ("In Najaf, Sadr ordered his men to leave.", "Sadr", "Mahdi Army"),
        ("In Bossangoa anti-balaka fighters burned a shop.", "fighters", "Anti-balaka"),
    ],
)
def test_a_shared_name_is_that_of_the_country_told_of(read, text, words, name):
    assert called(read(text), words) == name


@pytest.mark.parametrize(
    ("text", "published", "words", "name"),
    [
        ("In Goma UN peacekeepers fired back.", date(2012, 11, 20), "peacekeepers", "MONUSCO"),
        ("In Malakal UN troops fired back.", date(2014, 2, 1), "troops", "UNMISS"),
        ("Peacekeepers patrolled the streets of Bangui.", date(2016, 5, 1), "Peacekeepers", "MINUSCA"),
        ("The UN asked for calm in Goma.", date(2012, 11, 20), "UN", "United Nations"),
    ],
)
def test_peacekeepers_are_the_mission_in_that_country_on_that_day(read, text, published, words, name):
    assert called(read(text, published), words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("In Rafah soldiers opened fire at a gate.", "soldiers", "Israel"),
        ("Saudi-led warplanes hit a depot in Saada.", "warplanes", "Saudi-led coalition"),
        ("Unidentified aircraft struck a post near Albu Kamal.", "aircraft", None),
        ("The Air Force struck two trucks near Maiduguri.", "Air Force", "Nigerian Air Force"),
        ("Police left the post at Kunduz.", "Police", "Afghan police"),
        ("Russian peacekeepers held the road to Shusha.", "peacekeepers", "Russia"),
        ("Near Buea separatists closed a school.", "separatists", "Ambazonian separatists"),
    ],
)
def test_words_of_a_side_are_that_of_the_country_told_of(read, text, words, name):
    assert called(read(text), words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A smaller group, the Maute group, burned the school.", "group", "Maute group"),
        ("Volunteers (VDP) kept the market of Djibo.", "Volunteers", "VDP"),
    ],
)
def test_a_name_beside_a_description_tells_who_it_is(read, text, words, name):
    assert name in {one.name for one in read(text).actors if one.start <= 3}
    assert called(read(text), words) == name


def test_prisoners_who_are_taken_are_those_who_lost_them(read):
    assert called(read("The brigade took 40 prisoners near Hadrut."), "prisoners") is None
    assert called(read("Both sides will free prisoners."), "prisoners") == "prisoners"


@pytest.mark.parametrize(
    ("source", "text", "own", "enemy"),
    [
        (
            "Azerbaijani army communique",
            "Units of Armenia shelled Tartar. Our gunners answered and the enemy withdrew.",
            "Azerbaijan",
            "Armenia",
        ),
        (
            "Hezbollah statement",
            "Jabhat al-Nusra held the hill. Our gunners climbed it and the enemy withdrew.",
            "Hezbollah",
            "Jabhat al-Nusra",
        ),
    ],
)
def test_a_statement_speaks_for_its_issuer(read, source, text, own, enemy):
    made = read(text, source=source)
    assert name_at(made, "gunners") == own
    assert name_at(made, "enemy") == enemy


def test_he_may_be_an_officer_and_his_troops_are_the_officers(read):
    assert name_at(read("A Congolese officer said that his troops left Sake on Monday."), "troops") == "Congolese Army"


def test_they_in_quoted_words_are_not_the_speakers_side(read):
    made = read('Russian troops shelled Huliaipole. "They burned the mill," a Ukrainian captain said.')
    start = next(one.i for one in made.doc if one.text == "They")
    made.speech = [SpeechAct((start + 7, start + 10), (start + 10, start + 11), ((start, start + 4),), "captain")]
    assert name_at(made, "They") == "Russia"


def test_people_without_a_party_do_not_seize_towns(read):
    made = read("M23 rebels marched past frightened families. They seized the post at noon.")
    assert name_at(made, "They") == "M23"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Youths of the Imbonerakure blocked the road to Ngozi.", "Imbonerakure", "Imbonerakure"),
        ("An air force helicopter landed near Maiduguri.", "helicopter", "Nigerian Air Force"),
        ("GoS forces shelled Saraqab.", "forces", "Syrian Army"),
    ],
)
def test_people_and_machines_are_those_whom_they_belong_to(read, text, words, name):
    assert called(read(text), words) == name


def test_his_troops_are_the_army_where_nobody_knows_who_he_is(read):
    made = read("Our troops still hold the bridge at Kunduz.")
    assert name_at(made, "troops") == "Afghan security forces"
