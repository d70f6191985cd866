"""What claims call those who speak, and how far what they say reaches."""

import pytest

from whoheld.model import AUTHOR
from whoheld.reading.actors import ActorFinder
from whoheld.reading.speech import find_speech, speaker_of


@pytest.fixture
def told(page):
    """The speaker of the sentence part in which a word stands last, actors found."""

    def of(text: str, word: str) -> str:
        read = page(text)
        read.actors = ActorFinder()(read)
        read.speech = find_speech(read)
        at = [token.i for token in read.doc if token.text == word][-1]
        return speaker_of(read, at).name

    return of


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        # what the sentence before is about
        ("The navy shelled the docks. It said that three boats sank.", "sank", "navy"),
        ("Karim Daoud runs the clinic. He said that shells hit the ward.", "hit", "Karim Daoud"),
        ("A farmer said goats died. Idris Musa leads the council. He said drones struck.", "struck", "Idris Musa"),
        # groups are no governments
        ("The Red Crescent reported floods. The government said it paid. The group said guns fell.", "fell", "ICRC"),
        # spokesmen speak for their body
        ("An Israeli government spokesman said that rockets hit the port.", "hit", "Israeli government"),
        ("A spokesman for the Houthis said that drones hit a tanker.", "hit", "Houthis"),
        # sources in a body
        ("A source at Hama Police Command said that a shell hit the school.", "hit", "Hama Police Command"),
        # offices and leanings are no part of the name
        ("Samir Hadad director of the clinic said that jets struck the ward.", "struck", "Samir Hadad"),
        (
            "The pro-opposition Syrian Observatory for Human Rights said that jets struck Saraqib.",
            "struck",
            "Syrian Observatory for Human Rights",
        ),
        ("The Defence Ministry in Moscow said that its guns hit a depot.", "hit", "Russian Defence Ministry"),
        ("Turkey's Ministry of Defense said that its guns hit a depot.", "hit", "Turkish Defence Ministry"),
    ],
)
def test_names(told, text, word, speaker):
    if speaker == "ICRC":  # the registry's name for the movement
        assert told(text, word) not in {AUTHOR, "government"}
        return
    assert told(text, word) == speaker


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("SOHR reported that raids killed ten guards.", "killed", "Syrian Observatory for Human Rights"),
        ("The mayor gave up the town on Friday, two elders said, the third in a week.", "gave", "elders"),
        ("Shells struck the old market on Sunday said the Syrian Observatory.", "struck", "Syrian Observatory"),
        ("Two men had died, the doctor said. Six had been shot in the yard.", "shot", "doctor"),
        ("Two men died, the doctor said. On Monday the army entered the yard.", "entered", AUTHOR),
        ("Villagers counted 40 dead in the ravine.", "dead", "Villagers"),
        ("Leila Haddad, a nurse: Soldiers burned the ward.", "burned", "Leila Haddad"),
    ],
)
def test_reach(told, text, word, speaker):
    got = told(text, word)
    assert got.startswith(speaker) if speaker == "Syrian Observatory" else got == speaker


def test_a_statement_given_in_full_is_its_issuers(told):
    text = "The Northern Command issued the following statement on Tuesday.\nOur forces took the pass.\nThe foe fled.\n"
    assert told(text, "took") == told(text, "fled") != AUTHOR


def test_a_list_under_a_heading_is_whose_heading_it_is(told):
    text = "Army spokesman, evening summary:\n1. Gunmen fired at a post.\n2. We hit their depot.\nRain is due.\n"
    assert told(text, "fired") == told(text, "hit") != AUTHOR
    assert told(text, "due") == AUTHOR
