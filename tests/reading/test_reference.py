"""Who a noun phrase or a pronoun is."""

from collections.abc import Callable

import pytest

from whoheld.model import Party
from whoheld.reading.actors import ActorFinder, parties_at, party_at
from whoheld.reading.mentions import SpeechAct
from whoheld.reading.page import Page

MakePage = Callable[..., Page]


@pytest.fixture
def read(page: MakePage) -> Callable[..., Page]:
    def make(text: str, source: str = "") -> Page:
        made = page(text, source=source)
        made.actors = ActorFinder()(made)
        return made

    return make


def token(page: Page, word: str, nth: int = 0) -> int:
    return [one.i for one in page.doc if one.text == word][nth]


def name_at(page: Page, word: str, nth: int = 0, exclude: frozenset[str] = frozenset()) -> str | None:
    party = party_at(page, token(page, word, nth), exclude)
    return party.name if party else None


def names(parties: list[Party]) -> set[str]:
    return {party.name for party in parties}


def test_a_name_is_itself_and_carries_its_place_in_the_text(read):
    made = read("Hamas left the camp.")
    party = party_at(made, token(made, "Hamas"))
    assert party is not None
    assert party.mention is not None
    assert party.mention.of(made.document.text) == "Hamas"
    assert party.actor_id == "hamas"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Jets struck positions of the Houthis.", "positions", "Houthis"),
        ("Jets struck ISIS positions.", "positions", "ISIS"),
        ("They hit a convoy of Ukrainian troops.", "convoy", "Ukraine"),
        ("Dozens of Taliban fighters surrendered.", "Dozens", "Taliban"),
        ("A spokesman for Hamas denied it.", "spokesman", "Hamas"),
        ("The Houthis' stronghold fell.", "stronghold", "Houthis"),
        ("Members of Boko Haram fled.", "Members", "Boko Haram"),
    ],
)
def test_a_noun_is_the_party_that_its_modifiers_name(read, text, word, name):
    assert name_at(read(text), word) == name


@pytest.mark.parametrize("word", ["town", "village", "city"])
def test_a_settlement_is_no_party(read, word):
    assert name_at(read(f"Rockets hit the Syrian {word}."), word) is None


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("ISIS took the bridge. It then burned the mill.", "It", "ISIS"),
        ("The Taliban entered Ghazni. They freed the prisoners.", "They", "Taliban"),
        (
            "M23 rebels captured Bunagana after Congolese soldiers had left. They raised their flag.",
            "They",
            "M23",
        ),
        ("Hezbollah consolidated its grip on the valley.", "its", "Hezbollah"),
    ],
)
def test_a_pronoun_is_the_party_spoken_of(read, text, word, name):
    assert name_at(read(text), word) == name


def test_a_chain_of_pronouns_holds_together(read):
    text = "ISIS entered the suburb. They burned the court. They faced the SDF. They lost the hill to the SDF."
    assert name_at(read(text), "They", 2) == "ISIS"


def test_an_object_pronoun_is_not_its_own_subject(read):
    text = "Turkish soldiers stood at the gate. Hamas shelled them."
    assert name_at(read(text), "them") == "Turkey"


def test_a_possessive_may_look_ahead_to_the_subject(read):
    text = "In its third attack this week, Boko Haram burned a school."
    assert name_at(read(text), "its") == "Boko Haram"


def test_what_is_excluded_is_never_the_answer(read):
    made = read("ISIS took the bridge. It burned the mill.")
    assert name_at(made, "It", exclude=frozenset({"ISIS"})) is None


def test_they_may_be_two_that_stand_together(read):
    made = read("Hamas and Hezbollah met. They agreed.")
    assert names(parties_at(made, token(made, "They"))) == {"Hamas", "Hezbollah"}


def test_two_that_are_as_likely_leave_it_open(read):
    made = read("After Hamas had left and before Hezbollah came, the hill was empty. It was late.")
    assert name_at(made, "It") is None


def test_a_country_in_a_phrase_of_place_is_not_it(read):
    made = read("Al-Shabaab attacked a base in Kenya. It later left.")
    assert name_at(made, "It") == "Al-Shabaab"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The Houthis, who hold the port, fired.", "who", "Houthis"),
        ("Soldiers fled from Hamas, which took the post.", "which", "Hamas"),
        ("Ukrainian troops that held the plant withdrew.", "that", "Ukraine"),
    ],
)
def test_a_relative_pronoun_is_its_antecedent(read, text, word, name):
    assert name_at(read(text), word) == name


def test_his_forces_are_those_of_the_leaders_party(read):
    text = "Hamas leader Yahya Karim spoke on Monday. His fighters had left the street."
    made = read(text)
    assert name_at(made, "His") == "Hamas"
    assert name_at(made, "fighters") == "Hamas"


def test_the_group_is_no_army(read):
    text = "Boko Haram attacked a post. Nigerian soldiers fired back. The group lost a truck."
    assert name_at(read(text), "group") == "Boko Haram"


def test_conjuncts_are_all_parties(read):
    made = read("Russia and Turkey agreed on a truce.")
    assert names(parties_at(made, token(made, "Russia"))) == {"Russia", "Turkey"}


def test_two_owners_share_one_noun(read):
    made = read("Russian and Turkish helicopters bombed the ridge.")
    assert names(parties_at(made, token(made, "helicopters"))) == {"Russia", "Turkey"}


def test_both_sides_are_the_two_named_before(read):
    made = read("The Taliban fought Ukrainian troops near the bridge. Both sides claimed victory.")
    assert names(parties_at(made, token(made, "sides"))) == {"Taliban", "Ukraine"}


def test_we_is_the_speakers_side(read):
    made = read('"We hold the port," a Houthi commander said.')
    said, commander = token(made, "said"), token(made, "commander")
    made.speech = [SpeechAct((commander - 2, commander + 1), (said, said + 1), ((1, 6),))]
    assert name_at(made, "We") == "Houthis"


def test_the_enemy_is_whom_the_sources_side_fights(read):
    made = read("Syrian troops held the ridge. ISIS shelled the road. The enemy left.", source="SANA")
    assert name_at(made, "enemy") == "ISIS"


def test_two_enemies_as_likely_leave_it_open(read):
    made = read("SDF gunners held the ridge. ISIS shelled the road. The enemy left.", source="SANA")
    assert name_at(made, "enemy") is None


def test_the_enemy_of_a_quoted_speaker_is_not_the_speaker(read):
    made = read('Ukrainian troops came near. "The enemy is on the beach," a Russian officer said.')
    said, officer = token(made, "said"), token(made, "officer")
    made.speech = [SpeechAct((officer - 2, officer + 1), (said, said + 1), ((6, 12),))]
    assert name_at(made, "enemy") == "Ukraine"


def test_the_enemy_is_left_open_where_nobody_tells_the_side(read):
    assert name_at(read("Hamas met Hezbollah. The enemy left three positions."), "enemy") is None


@pytest.mark.parametrize("text", ["It is raining.", "They say it will rain.", "The city fell silent."])
def test_nobody_is_made_up(read, text):
    made = read(text)
    assert all(party_at(made, one.i) is None for one in made.doc)


def test_every_answer_says_why(read):
    made = read("ISIS took the dam. Its fighters, who came at dawn, burned it. They left.")
    answers = [party for one in made.doc for party in parties_at(made, one.i)]
    assert answers
    assert all(party.reason for party in answers)
