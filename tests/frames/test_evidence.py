"""The evidence is the smallest clause that states the claim."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.frames.words import found, word
from whoheld.reading.frames.evidence import clause_head, evidence
from whoheld.reading.frames.predicates import noun_slots, verb_slots
from whoheld.reading.page import Page

Make = Callable[..., Page]


def clause(page: Page, trigger: str, noun: bool = False) -> str:
    token = word(page, trigger)
    slots = noun_slots(token, "object") if noun else verb_slots(token)
    start, end = evidence(token, slots.clause or token)
    return page.span(start, end).of(page.document.text)


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The army captured the town.", "captured", "The army captured the town"),
        ("On Monday, the army captured the town.", "captured", "On Monday, the army captured the town"),
        # further verbs are claims of their own
        ("Residents fled the town, and the army entered it.", "fled", "Residents fled the town"),
        ("Residents fled the town, and the army entered it.", "entered", "the army entered it"),
        ("Although the army denied it, rebels seized the port.", "seized", "rebels seized the port"),
        # what is said, without who says it
        ("He said that the army had captured the village.", "captured", "the army had captured the village"),
        ("He said the army had captured the village.", "captured", "the army had captured the village"),
        # relative clauses
        ("The militia, which seized the port in May, left.", "seized", "The militia, which seized the port in May"),
        ("Rebels backed by Chad seized the port.", "backed", "Rebels backed by Chad"),
        # what opens the sentence is no part of the claim
        ("According to a medic, the army captured the town.", "captured", "the army captured the town"),
        ("ADEN, Yemen - The army captured the town.", "captured", "The army captured the town"),
        ("The militia, which seized the port in May, left.", "left", "The militia, which seized the port in May, left"),
        # the verb that carries the infinitive
        ("The army managed to recapture the village.", "recapture", "The army managed to recapture the village"),
        ("The army failed to recapture the village.", "recapture", "The army failed to recapture the village"),
        # participles after a comma
        ("Rebels attacked the base, killing ten soldiers.", "attacked", "Rebels attacked the base"),
        ("Rebels attacked the base, killing ten soldiers.", "killing", "killing ten soldiers"),
        # lists belong to it
        ("The army captured Ramadi, Fallujah and Mosul.", "captured", "The army captured Ramadi, Fallujah and Mosul"),
        # one sentence of several
        ("It rained. Rebels took the town! Nobody spoke.", "took", "Rebels took the town"),
        ("“Rebels took the town,” he said.", "took", "Rebels took the town"),
    ],
)
def test_verbs(page: Make, text: str, trigger: str, wanted: str):
    assert clause(page(text), trigger) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The army launched an assault on the town.", "assault", "The army launched an assault on the town"),
        ("Clashes erupted in the town, and many fled.", "Clashes", "Clashes erupted in the town"),
        ("An airstrike on the market killed ten people.", "airstrike", "An airstrike on the market killed ten people"),
        ("He mourned after the fall of the city to the rebels.", "fall", "the fall of the city to the rebels"),
    ],
)
def test_nouns(page: Make, text: str, trigger: str, wanted: str):
    assert clause(page(text), trigger, noun=True) == wanted


def test_the_head_of_a_clause_is_not_the_verb_of_speech(page: Make):
    assert clause_head(word(page("The army managed to recapture the village."), "recapture")).text == "managed"
    assert clause_head(word(page("He said the army took the village."), "took")).text == "took"
    assert clause_head(word(page("The army forced the rebels to leave."), "leave")).text == "leave"


def test_it_never_crosses_a_paragraph(page: Make):
    made = page("Rebels took the town\nThe army fled the village")
    assert clause(made, "took") == "Rebels took the town"
    assert clause(made, "fled") == "The army fled the village"


SENTENCES = (
    "Rebels took the town, and the army, which had held it for years, fled.",
    "On Monday jets bombed the market, killing ten people; the army denied it.",
    "“We hold the bridge,” said a commander whose men had been encircled.",
    "The fall of the city to the militia, after a siege of four years, ended the war.",
    "Turkish-backed fighters, helped by artillery, entered and looted three villages.",
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), st.sampled_from([" ", "\n", "\n\n"]))
def test_it_holds_its_trigger_in_its_sentence_and_ends_in_words(page: Make, sentences: list[str], between: str):
    made = page(between.join(sentences))
    for match in found(made):
        start, end = evidence(match.trigger, match.slots.clause or match.trigger)
        sentence = match.trigger.sent
        assert sentence.start <= start <= match.trigger.i < end <= sentence.end
        quote = made.span(start, end).of(made.document.text)
        assert quote == quote.strip()
        assert not made.doc[start].is_punct or end - start == 1
        assert not made.doc[end - 1].is_punct or end - start == 1
