"""Who says it: the speaker of a statement, by its trigger word."""

import pytest

from whoheld.model import AUTHOR
from whoheld.reading.speech import find_speech, speaker_of


@pytest.fixture
def told(page):
    """The speaker of the sentence part that a word stands in."""

    def of(text: str, word: str, title: str = "") -> str:
        read = page(text, title=title)
        read.speech = find_speech(read)
        at = next(token.i for token in read.doc if token.text == word)
        return speaker_of(read, at).name

    return of


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("Rebels stormed the airbase at dawn.", "stormed", AUTHOR),
        ("Residents said that rebels stormed the airbase at dawn.", "stormed", "Residents"),
        ("Rebels stormed the airbase at dawn, two residents said.", "stormed", "residents"),
        ("Rebels stormed the airbase at dawn, said Karim Daoud, a teacher.", "stormed", "Karim Daoud"),
        ("According to a medic, rebels stormed the airbase.", "stormed", "medic"),
        ("Rebels stormed the airbase, according to local officials.", "stormed", "local officials"),
        ("The airbase, officials said, was stormed at dawn.", "stormed", "officials"),
        ("The fall of the airbase was confirmed by Colonel Idris Musa.", "fall", "Idris Musa"),
        ("General Idris Musa denied that rebels stormed the airbase.", "stormed", "Idris Musa"),
        ("A farmer was quoted as saying that rebels stormed the airbase.", "stormed", "farmer"),
        (
            "Rebels stormed the airbase, state radio said, citing a police officer.",
            "stormed",
            "police officer",
        ),
        ("It is said that rebels stormed the airbase.", "stormed", AUTHOR),
        ("Rebels reportedly stormed the airbase.", "stormed", AUTHOR),
        ("By the union's count the raid killed nine miners.", "killed", "union"),
        ("Villagers accused the army of shelling the market.", "shelling", "Villagers"),
        ("The militia claimed responsibility for the bombing of the mosque.", "bombing", "militia"),
        ("A monitor put the toll of the raid at 40.", "raid", "monitor"),
    ],
)
def test_speaker_of_one_sentence(told, text, word, speaker):
    assert told(text, word) == speaker


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("The army announced a truce.", "truce", AUTHOR),
        ("The rebels want to capture the port.", "capture", AUTHOR),
        ("The colonel ordered his men to leave the town.", "leave", AUTHOR),
        ("Governor Hassan Barre visited Bosaso. The militia shelled the port.", "shelled", AUTHOR),
        ("The attack showed that the militia still held the hills.", "held", AUTHOR),
        ("The militia shelled the port and a nurse said she fled.", "shelled", AUTHOR),
    ],
)
def test_no_speaker_where_nobody_reports(told, text, word, speaker):
    assert told(text, word) == speaker


def test_pronoun_is_the_person_who_spoke_before(told):
    text = "Mayor Oleh Bondar said the bridge was gone. He added that soldiers had mined the school."
    assert told(text, "mined") == "Oleh Bondar"


def test_surname_alone_takes_the_full_name(told):
    text = "Mayor Oleh Bondar met reporters on Friday. The bridge was destroyed, Bondar said."
    assert told(text, "destroyed") == "Oleh Bondar"


def test_the_officer_is_the_one_named_before(told):
    text = "An officer, Tariq Aziz Nuri, said the town was calm. The officer said rebels had left the hills."
    assert told(text, "left") == "Tariq Aziz Nuri"


def test_quotation_goes_on_after_its_cue(told):
    text = '"They came at night," said Amina Yusuf, a nurse. "They burned the clinic. Nobody stopped them."'
    assert told(text, "burned") == "Amina Yusuf"
    assert told(text, "stopped") == "Amina Yusuf"


def test_quotation_over_paragraphs(told):
    text = "General Musa Diallo said: “We took the bridge.\n“We hold the fort.”\nRain fell on Gao."
    assert told(text, "hold") == "Musa Diallo"
    assert told(text, "fell") == AUTHOR


def test_what_follows_a_closed_quotation_is_the_authors(told):
    text = '"We took the bridge," said Amina Yusuf. The army shelled the fort.'
    assert told(text, "shelled") == AUTHOR


def test_innermost_speaker_counts(told):
    text = "A diplomat said the governor had told him that militiamen looted the depot."
    assert told(text, "looted") == "governor"


def test_commas_lost_at_the_end_of_a_sentence(told):
    text = "Twelve people were killed by shelling in the northern town on Monday a monitor said."
    assert told(text, "killed") == "monitor"


def test_label_before_a_colon(told):
    assert told("Police: gunmen burned the station overnight.", "burned") == "Police"
    assert told("Weather: storms flooded the camp overnight.", "flooded") == AUTHOR


def test_both_halves_around_an_aside(told):
    text = "The garrison fled, and on Friday, according to the bishop, the rebels burned the archive."
    assert told(text, "burned") == "bishop"
    assert told(text, "fled") == AUTHOR


def test_statement_speaks_for_its_issuer(told):
    text = "A statement by the Red Crescent said that looters emptied the depot."
    assert told(text, "emptied") == "Red Crescent"


def test_cue_as_trigger_gives_its_own_speaker(told):
    assert told("The governor denied the massacre.", "denied") == "governor"


def test_empty_page_has_no_speech(page):
    assert find_speech(page("")) == []


def test_speaker_has_a_mention_in_the_text(page):
    read = page("Two residents said that rebels stormed the airbase.")
    read.speech = find_speech(read)
    speaker = speaker_of(read, 5)
    assert speaker.mention is not None
    assert speaker.mention.of(read.document.text) == "Two residents"
    assert "say" in speaker.reason
