"""Frames against slots: which words state which kinds."""

from collections.abc import Callable

import pytest

from tests.frames.words import found, kinds_at, match_at, texts, word
from whoheld.codebooks.frames import Frame
from whoheld.reading.frames.match import fit
from whoheld.reading.frames.types import ANY, Typing
from whoheld.reading.page import Page

Make = Callable[..., Page]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The army captured the town.", "captured", "capture"),
        ("Troops took control of the airport.", "took", "capture"),
        ("The army drove the rebels out of the city.", "drove", "expulsion"),
        ("The army withdrew from the town.", "withdrew", "withdrawal"),
        ("The rebels surrendered the town.", "surrendered", "handover"),
        ("The town is under their control.", "is", "hold"),
        ("The town is in the hands of the militia.", "is", "hold"),
        ("Rebel-held Aleppo was quiet.", "held", "hold"),
        ("The rebels laid siege to the base.", "laid", "siege"),
        ("The town came under siege.", "came", "siege"),
        ("The army lifted the siege of the city.", "siege", "siege_end"),
        ("The army launched an offensive.", "offensive", "offensive"),
        ("The rebels repelled the attack.", "repelled", "repulse"),
        ("Clashes erupted in the town.", "Clashes", "clash"),
        ("Gunmen ambushed the convoy.", "ambushed", "attack"),
        ("Jets bombed the market.", "bombed", "airstrike"),
        ("Russian airstrikes hit the market.", "airstrikes", "airstrike"),
        ("The army shelled the suburb.", "shelled", "shelling"),
        ("A car bomb exploded near the gate.", "exploded", "bombing"),
        ("The army used chlorine gas in the town.", "gas", "chemical"),
        ("Gunmen killed two guards.", "killed", "killing"),
        ("Ten people were left dead.", "left", "killing"),
        ("The police arrested three men.", "arrested", "detention"),
        ("The army took 20 soldiers prisoner.", "took", "detention"),
        ("The group released the hostages.", "released", "release"),
        ("Militants destroyed the temple.", "destroyed", "destruction"),
        ("Thousands of residents fled the town.", "fled", "displacement"),
        ("The army sent reinforcements to the front.", "sent", "deployment"),
        ("Turkish-backed fighters entered the town.", "backed", "support"),
        ("The two sides signed a ceasefire.", "ceasefire", "agreement"),
        ("The rebels broke the ceasefire.", "broke", "violation"),
        ("Peace talks opened in Geneva.", "talks", "talks"),
        ("A convoy delivered food to the camp.", "delivered", "aid"),
    ],
)
def test_each_kind_is_proposed(full_page: Make, text: str, trigger: str, kind: str):
    assert kind in kinds_at(full_page(text), trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The militia bombed the market.", "bombed", "shelling"),
        ("Troops took control of the airport.", "took", "siege"),
        ("The minister reached the airport.", "reached", "agreement"),
        ("Troops entered the town.", "entered", "withdrawal"),
        ("The militia left the town.", "left", "killing"),
    ],
)
def test_what_a_word_does_not_state(full_page: Make, text: str, trigger: str, kind: str):
    assert kind not in kinds_at(full_page(text), trigger)


def test_a_text_about_nothing_of_the_sort_proposes_nothing(full_page: Make):
    assert not found(full_page("Children learn to read at six. Bakers sold warm bread there all winter."))


def test_auxiliaries_state_nothing(full_page: Make):
    assert "will" not in {match.trigger.text for match in found(full_page("The army will have taken the town."))}


def test_words_of_longer_names_state_nothing(full_page: Make):
    made = full_page("The Islamic State of Iraq and the Levant met the Army of Conquest.")
    inside = {i for m in made.actors for i in range(m.start, m.end)}
    inside |= {i for m in made.places for i in range(m.start, m.end)}
    assert not [match for match in found(made) if match.trigger.i in inside and match.trigger.pos_ == "PROPN"]


def test_parts_of_compounds_fill_the_roles(full_page: Make):
    backed = match_at(full_page("Turkish-backed fighters entered the town."), "backed", "support")
    assert texts(backed.slots.agent) == ["Turkish"]
    assert texts(backed.slots.object) == ["fighters"]
    held = match_at(full_page("Rebel-held Aleppo was quiet."), "held", "hold")
    assert texts(held.slots.agent) == ["Rebel"]
    assert texts(held.slots.object) == ["Aleppo"]


def test_the_noun_of_an_empty_verb_gives_its_phrases(full_page: Make):
    taken = full_page("Troops took control of the airport.")
    assert any(texts(match.slots.get("of")) == ["airport"] for match in found(taken) if match.frame.light)
    assert texts(match_at(taken, "took", "capture").slots.agent) == ["Troops"]
    under = match_at(full_page("The town is under their control."), "is", "hold")
    assert texts(under.slots.get("of")) == ["their"]
    laid = match_at(full_page("The rebels laid siege to the base."), "laid", "siege")
    assert texts(laid.slots.get("to")) == ["base"]


def test_modifiers_are_sorted_by_what_they_name(full_page: Make):
    raid = match_at(full_page("Russian airstrikes hit the market."), "airstrikes", "airstrike")
    assert texts(raid.slots.agent) == ["Russian"]
    push = match_at(full_page("The Aleppo offensive began on Monday."), "offensive", "offensive")
    assert texts(push.slots.get("modifier_place")) == ["Aleppo"]
    assert not push.slots.agent


def test_matches_come_in_the_order_of_the_words(full_page: Make):
    made = full_page("Rebels took the town. Jets bombed the market. The army fled.")
    at = [match.trigger.i for match in found(made)]
    assert at == sorted(at)


def frame(**given: frozenset[str]) -> Frame:
    return Frame("test.1", "capture", **given)  # type: ignore[arg-type]


def test_fit(full_page: Make):
    made = full_page("The army captured the town and Zarblok.")
    typing = Typing.of(made)
    town, army, unknown = word(made, "town"), word(made, "army"), word(made, "Zarblok")
    place = frozenset({"place"})
    assert fit(place, [town], typing) == 1.0
    assert fit(place, [army], typing) == 0.0
    assert fit(frozenset(), [army], typing) == 1.0
    assert fit(place, [], typing) == 0.0
    assert fit(place | {"none"}, [], typing) == 1.0
    assert fit(place, [unknown], typing) in {0.5, 1.0}  # a name that nobody knows could be one


@pytest.mark.parametrize(
    ("text", "noun", "wanted"),
    [
        ("The town was quiet.", "town", "place"),
        ("The brigade was quiet.", "brigade", "force"),
        ("The residents were quiet.", "residents", "people"),
        ("Warplanes came.", "Warplanes", "aircraft"),
        ("Howitzers came.", "Howitzers", "artillery"),
        ("The ceasefire held.", "ceasefire", "truce"),
        ("The offensive stalled.", "offensive", "event"),
        ("Aleppo was quiet.", "Aleppo", "place"),
        ("The Houthis were quiet.", "Houthis", "force"),
        ("They were quiet.", "They", "force"),
        ("It was quiet.", "It", "place"),
    ],
)
def test_classes(full_page: Make, text: str, noun: str, wanted: str):
    made = full_page(text)
    assert wanted in Typing.of(made).classes(word(made, noun))


def test_what_no_table_knows(full_page: Make):
    made = full_page("The idea met Xqzvw there.")
    typing = Typing.of(made)
    assert typing.classes(word(made, "idea")) == {"other"}
    assert typing.classes(word(made, "Xqzvw")) == ANY or "place" in typing.classes(word(made, "Xqzvw"))


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The clearing of the town took a week.", "clearing", "capture"),
        ("The bridge was theirs by noon.", "was", "hold"),
        ("The last town in rebel hands fell quiet.", "hands", "hold"),
        ("The temple is Thai-held.", "held", "hold"),
        ("The garrison was cut off for weeks.", "cut", "siege"),
        ("A counter-attack by the rebels failed.", "attack", "offensive"),
        ("The cease-fire held in the south.", "fire", "agreement"),
        ("The army launched an offensive south of the city.", "offensive", "offensive"),
        ("The Turkish air force hit a prison.", "hit", "airstrike"),
    ],
)
def test_forms_that_the_tagger_hides(full_page: Make, text: str, trigger: str, kind: str):
    assert kind in kinds_at(full_page(text), trigger)


def test_the_month_of_march_is_no_march(full_page: Make):
    assert not kinds_at(full_page("The town was quiet in March 2016."), "March")
