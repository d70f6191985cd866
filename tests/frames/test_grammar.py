"""Whatever the form of the clause, the same slots."""

from collections.abc import Callable

import pytest

from tests.frames.words import texts, word
from whoheld.reading.frames.grammar import Slots, antecedent, conjuncts, through
from whoheld.reading.frames.predicates import is_passive, noun_slots, subject, verb_slots
from whoheld.reading.page import Page

Make = Callable[..., Page]


@pytest.mark.parametrize(
    ("text", "verb", "agent", "what"),
    [
        # active, passive, reduced
        ("The army captured the town from the rebels.", "captured", ["army"], ["town"]),
        ("The town was captured by the army.", "captured", ["army"], ["town"]),
        ("The town captured by the army lies near the border.", "captured", ["army"], ["town"]),
        ("The town was shelled for three days.", "shelled", [], ["town"]),
        ("The troops besieging the city fired on it.", "besieging", ["troops"], ["city"]),
        # relative
        ("The militia that seized the airport left at dawn.", "seized", ["militia"], ["airport"]),
        ("The airport that the militia seized lies near the capital.", "seized", ["militia"], ["airport"]),
        ("The troops, who recaptured the bridge, pushed on.", "recaptured", ["troops"], ["bridge"]),
        ("They entered the village, which was defended by the police.", "defended", ["police"], ["village"]),
        # infinitives under control and raising
        ("The rebels managed to recapture the village.", "recapture", ["rebels"], ["village"]),
        ("The army appears to control the road.", "control", ["army"], ["road"]),
        ("The village is believed to have been captured by rebels.", "captured", ["rebels"], ["village"]),
        ("The army forced the rebels to abandon the hill.", "abandon", ["rebels"], ["hill"]),
        ("The army helped the militia retake the airport.", "retake", ["militia"], ["airport"]),
        ("The soldiers stationed there were ordered to withdraw.", "withdraw", ["soldiers"], []),
        ("The rebels launched an attempt to retake the port.", "retake", ["rebels"], ["port"]),
        ("The rebels began their attempt to retake the port.", "retake", ["their"], ["port"]),
        # coordination with parts left out
        ("The army entered the town and captured the barracks.", "captured", ["army"], ["barracks"]),
        ("The rebels seized and looted the depot.", "seized", ["rebels"], ["depot"]),
        ("The rebels seized and looted the depot.", "looted", ["rebels"], ["depot"]),
        ("The town was shelled and captured by the army.", "captured", ["army"], ["town"]),
        ("The army and the police attacked the camp.", "attacked", ["army", "police"], ["camp"]),
        # participles
        ("Rebels attacked the base, killing ten soldiers.", "killing", ["Rebels"], ["soldiers"]),
        ("Having lost the town, the militia fled.", "lost", ["militia"], ["town"]),
        ("After capturing the town, the army halted.", "capturing", ["army"], ["town"]),
        # quantities and lists
        ("The army took most of the villages.", "took", ["army"], ["villages"]),
        ("The army captured Ramadi, Fallujah and Mosul.", "captured", ["army"], ["Ramadi", "Fallujah", "Mosul"]),
    ],
)
def test_who_and_what(page: Make, text: str, verb: str, agent: list[str], what: list[str]):
    slots = verb_slots(word(page(text), verb))
    assert texts(slots.agent) == agent
    assert texts(slots.object) == what


@pytest.mark.parametrize(
    ("text", "verb", "slot", "filled"),
    [
        ("The army captured the town from the rebels.", "captured", "from", ["rebels"]),
        ("The militia handed the town to the army.", "handed", "to", ["army"]),
        ("The rebels pulled out of the town.", "pulled", "from", ["town"]),
        ("The rebels pulled out of the town.", "pulled", "out_of", ["town"]),
        ("The army drove the rebels out of the city.", "drove", "from", ["city"]),
        ("Government troops fought with rebels for days.", "fought", "with", ["rebels"]),
        ("The jets struck near the dam.", "struck", "near", ["dam"]),
        ("The army advanced on Raqqa and Tabqa.", "advanced", "on", ["Raqqa", "Tabqa"]),
        ("The town was shelled by the army.", "shelled", "by", ["army"]),
    ],
)
def test_phrases(page: Make, text: str, verb: str, slot: str, filled: list[str]):
    assert texts(verb_slots(word(page(text), verb)).get(slot)) == filled


@pytest.mark.parametrize(
    ("text", "noun", "of", "slot", "filled"),
    [
        ("The loss of Ramadi to the militants shocked the government.", "loss", "object", "object", ["Ramadi"]),
        ("The loss of Ramadi to the militants shocked the government.", "loss", "object", "to", ["militants"]),
        ("The city's fall came as a surprise.", "fall", "agent", "agent", ["city"]),
        ("The fall of the city to the rebels was quick.", "fall", "agent", "agent", ["city"]),
        ("The fall of the city to the rebels was quick.", "fall", "agent", "to", ["rebels"]),
        ("An assault on the town by the rebels failed.", "assault", "object", "agent", ["rebels"]),
        ("An assault on the town by the rebels failed.", "assault", "object", "on", ["town"]),
        ("The capture of the town by the rebels surprised everybody.", "capture", "object", "agent", ["rebels"]),
        ("The capture of the town by the rebels surprised everybody.", "capture", "object", "object", ["town"]),
        ("The army's withdrawal from the town was complete.", "withdrawal", "object", "agent", ["army"]),
        ("The army's withdrawal from the town was complete.", "withdrawal", "object", "from", ["town"]),
        ("The siege of the city by the army lasted a year.", "siege", "object", "object", ["city"]),
        # what an empty verb lends
        ("The army launched an assault on the town.", "assault", "object", "agent", ["army"]),
        ("The rebels carried out a raid on the village.", "raid", "object", "agent", ["rebels"]),
        ("An offensive was launched by the army against the rebels.", "offensive", "object", "agent", ["army"]),
        ("An offensive was launched by the army against the rebels.", "offensive", "object", "against", ["rebels"]),
        ("An offensive launched by the army against the rebels failed.", "offensive", "object", "agent", ["army"]),
        ("An attack targeting the base failed.", "attack", "object", "against", ["base"]),
        ("Clashes between the army and the rebels erupted in the town.", "Clashes", "-", "in", ["town"]),
        ("Clashes between the army and the rebels erupted in the town.", "Clashes", "-", "between_first", ["army"]),
        ("Clashes between the army and the rebels erupted in the town.", "Clashes", "-", "between_second", ["rebels"]),
        # whom a raid has harmed
        ("Ten people were killed in an airstrike on the market.", "airstrike", "object", "object", ["people"]),
        ("An airstrike on the market killed ten people.", "airstrike", "object", "object", ["people"]),
    ],
)
def test_nouns(page: Make, text: str, noun: str, of: str, slot: str, filled: list[str]):  # noqa: PLR0917
    assert texts(noun_slots(word(page(text), noun), of).get(slot)) == filled


@pytest.mark.parametrize(
    ("text", "noun", "clause"),
    [
        ("The army launched an assault on the town.", "assault", "launched"),
        ("Clashes erupted in the town.", "Clashes", "erupted"),
        ("The loss of Ramadi shocked the government.", "loss", "loss"),
    ],
)
def test_the_clause_of_a_noun_is_the_verb_that_carries_it(page: Make, text: str, noun: str, clause: str):
    found = noun_slots(word(page(text), noun), "object").clause
    assert found is not None
    assert found.text == clause


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The army captured the town.", "captured", False),
        ("The army has captured the town.", "captured", False),
        ("The town has been captured.", "captured", True),
        ("The weapons captured by the army were old.", "captured", True),
        ("The troops that captured the town left.", "captured", False),
        ("The town was shelled and captured.", "captured", True),
        ("The army shelled and captured the town.", "captured", False),
    ],
)
def test_passive(page: Make, text: str, verb: str, passive: bool):
    made = page(text)
    assert is_passive(word(made, verb)) is passive
    assert verb_slots(word(made, verb)).passive is passive


def test_particles(page: Make):
    assert "out" in verb_slots(word(page("The army drove the rebels out."), "drove")).particles
    assert "back" in verb_slots(word(page("The rebels fell back."), "fell")).particles
    assert not verb_slots(word(page("The army captured the town."), "captured")).particles


def test_quantities_are_looked_through(page: Make):
    made = page("Half of the city and dozens of villages were lost.")
    assert through(word(made, "Half")).text == "city"
    assert through(word(made, "dozens")).text == "villages"
    assert through(word(made, "city")).text == "city"
    assert through(word(page("Most fled."), "Most")).text == "Most"


def test_lists_are_taken_whole_and_in_order(page: Make):
    made = page("The army took Sirte, Misrata, Benghazi and Tobruk.")
    assert texts(conjuncts(word(made, "Sirte"))) == ["Sirte", "Misrata", "Benghazi", "Tobruk"]


def test_relative_pronouns_stand_for_their_noun(page: Make):
    made = page("The militia that seized the airport left.")
    assert antecedent(word(made, "that")).text == "militia"
    assert antecedent(word(made, "airport")).text == "airport"


def test_no_subject_is_invented(page: Make):
    assert subject(word(page("Withdraw at once!"), "Withdraw")) is None


def test_an_empty_slot_is_an_empty_list():
    slots = Slots()
    assert slots.get("from") == slots.get("agent") == slots.get("between_first") == []


def test_a_head_fills_a_slot_once(page: Make):
    town = word(page("The army took the town."), "town")
    slots = Slots()
    slots.add("in", [town])
    slots.add("in", [town])
    assert slots.get("in") == [town]


def test_one_side_alone_is_not_between(page: Make):
    slots = Slots()
    slots.add("between", [word(page("Fighting between rebels."), "rebels")])
    assert slots.get("between_first") == slots.get("between_second") == []


AWKWARD = [
    "Attack.",
    "Captured!",
    "and and and",
    "Who took what from whom, and when, and to whom was it then handed over by whom?",
    "Retreating, advancing, retreating.",
    "To attack or not to attack",
    "of of of of",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_no_word_breaks_it(page: Make, text: str):
    for token in page(text).doc:
        assert verb_slots(token).clause is token
        assert noun_slots(token, "object").clause is not None
        assert subject(token) is None or subject(token) in list(token.doc)


@pytest.mark.parametrize(
    ("text", "verb", "slot", "filled"),
    [
        ("The rebels captured three villages, including Suluk, from the Kurds.", "captured", "from", "Kurds"),
        ("The army captured villages north of Raqqa.", "captured", "near", "Raqqa"),
        ("Police detained a leader of the group in Kabul.", "detained", "in", "Kabul"),
        ("They reached the port, where gunmen attacked a convoy.", "attacked", "in", "port"),
        ("Backed by jets, the army advanced.", "Backed", "object", "army"),
        ("Drones launched by the militia hit the dam.", "hit", "agent", "militia"),
    ],
)
def test_what_the_parser_hangs_elsewhere(page: Make, text: str, verb: str, slot: str, filled: str):
    assert filled in texts(verb_slots(word(page(text), verb)).get(slot))
