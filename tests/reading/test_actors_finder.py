"""Who is found in a page, and how it is named."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from whoheld.codebooks.actors import actor
from whoheld.reading.actors import ActorFinder
from whoheld.reading.mentions import ActorMention, Basis
from whoheld.reading.page import Page

MakePage = Callable[..., Page]


@pytest.fixture
def found(page: MakePage) -> Callable[..., dict[str, ActorMention]]:
    def find(text: str, published: date | None = None, title: str = "") -> dict[str, ActorMention]:
        made = page(text, published=published, title=title)
        return {made.doc[one.start : one.end].text: one for one in ActorFinder()(made)}

    return find


@pytest.mark.parametrize(
    ("text", "span", "actor_id"),
    [
        ("Fighters of the Islamic State shelled the bridge.", "Islamic State", "isis"),
        ("Daesh lost the hill.", "Daesh", "isis"),
        ("IS claimed the blast.", "IS", "isis"),
        ("The SDF crossed the river.", "SDF", "sdf"),
        ("Hay'at Tahrir al-Sham took the crossing.", "Hay'at Tahrir al-Sham", "hts"),
        ("Ansar Allah fired a missile.", "Ansar Allah", "houthis"),
        ("The RSF entered the market.", "RSF", "rsf"),
    ],
)
def test_a_name_or_alias_is_the_actor(found, text, span, actor_id):
    assert found(text)[span].actor == actor(actor_id)
    assert found(text)[span].basis is Basis.NAME


def test_an_acronym_that_is_a_word_counts_only_in_capitals(found):
    assert not found("It is said that this is us.")


def test_a_possessive_ending_is_no_part_of_a_name(found):
    assert "SDF" in found("The SDF's offensive failed.")


def test_a_lost_apostrophe_does_not_hide_a_name(found):
    assert found("Hezbollahs television station showed the ruins.")["Hezbollahs"].name == "Hezbollah"


@pytest.mark.parametrize(
    ("text", "span", "name"),
    [
        ("Syrian troops stormed the silo.", "Syrian troops", "Syrian Army"),
        ("Iraqi soldiers held the dam.", "Iraqi soldiers", "Iraqi Army"),
        ("Ukrainian paratroopers crossed the canal.", "Ukrainian paratroopers", "Ukraine"),
        ("Russian warplanes bombed the depot.", "Russian warplanes", "Russia"),
        ("Houthi fighters withdrew.", "Houthi fighters", "Houthis"),
        ("Kyiv's troops left the plant.", "Kyiv's troops", "Ukraine"),
        ("Turkish artillery pounded the ridge.", "Turkish artillery", "Turkey"),
        ("Hezbollah militants crossed over.", "Hezbollah militants", "Hezbollah"),
    ],
)
def test_the_modifiers_tell_whose_forces(found, text, span, name):
    assert found(text)[span].name == name


def test_the_troops_of_a_state_are_its_army_not_its_government(found):
    assert found("Syrian troops advanced on Hama.")["Syrian troops"].actor == actor("sy-army")


def test_the_backer_is_not_the_backed(found):
    mention = found("Turkish-backed rebels took the village.")["Turkish-backed rebels"]
    assert mention.name not in {"Turkey", None}


def test_an_anti_group_is_not_the_group(found):
    names = {one.name for span, one in found("Anti-Houthi fighters entered the port.").items() if "fighters" in span}
    assert "Houthis" not in names


def test_the_army_is_that_of_the_country_told_of(found):
    text = "Khartoum woke to gunfire. Residents of Sudan's capital fled. The army bombed the airport."
    assert found(text)["army"].actor == actor("sd-army")


def test_two_armies_in_one_text_follow_the_places(found):
    text = "Bamako was quiet. In Mali, the army took the camp.\n" + "Nothing else happened. " * 40
    text += "\nIn Niger, soldiers held Niamey. Niger's capital was calm. The military kept the palace."
    mentions = found(text)
    assert mentions["army"].actor == actor("ml-army")
    assert mentions["military"].actor == actor("ne-army")


def test_the_militants_are_the_group_that_was_named(found):
    text = "Boko Haram overran the barracks on Monday. The militants burned the market."
    assert found(text)["militants"].name == "Boko Haram"


def test_the_rebels_are_the_one_rebel_group_of_the_text(found):
    text = "M23 entered Sake at dawn. Congolese soldiers ran. The rebels now block the road."
    assert found(text)["rebels"].name == "M23"


def test_rebels_that_nobody_names_keep_their_description(found):
    assert found("In the hills, rebels ambushed a bus.")["rebels"].name == "rebels"


def test_gunmen_stay_gunmen(found):
    mention = found("Al-Shabaab denied it. Unknown gunmen shot a teacher.")["Unknown gunmen"]
    assert (mention.name, mention.basis) == ("gunmen", Basis.ROLE)


def test_an_ally_of_the_state_is_not_the_rebels(found):
    text = "Wagner fighters joined Malian troops near Gao. The rebels shot at both."
    assert found(text)["rebels"].name not in {"Wagner Group", "Malian Army"}


@pytest.mark.parametrize(
    ("word", "name"),
    [("Damascus", "Syrian government"), ("Moscow", "Russia"), ("Turkey", "Turkey"), ("Tehran", "Iran")],
)
def test_capitals_and_countries_stand_for_their_governments(found, word, name):
    mention = found(f"{word} denied the report.")[word]
    assert (mention.name, mention.basis) == (name, Basis.PLACE)


def test_the_people_of_a_state_are_its_forces_only_with_the_article(found):
    assert found("The Kenyans hold the beach.")["Kenyans"].basis is Basis.ROLE
    assert found("Some 4,000 Syrians fled the town.")["Syrians"].basis is Basis.GROUP


@pytest.mark.parametrize(
    ("text", "span", "name"),
    [
        ("Shells killed three civilians.", "civilians", "civilians"),
        ("Residents fled.", "Residents", "residents"),
        ("Two aid workers were wounded.", "aid workers", "aid workers"),
        ("A little girl died.", "little girl", "children"),
        ("A paramedic was hit.", "paramedic", "paramedics"),
    ],
)
def test_people_without_a_party_are_groups(found, text, span, name):
    mention = found(text)[span]
    assert (mention.name, mention.basis, mention.actor) == (name, Basis.GROUP, None)


def test_a_leader_stands_for_the_party(found):
    mention = found("Bashar al-Assad visited the front.", date(2016, 3, 1))["Bashar al-Assad"]
    assert mention.basis is Basis.PERSON
    assert mention.actor == actor("sy")


def test_a_person_takes_the_side_that_the_text_gives(found):
    text = "M23 spokesman Desire Kabamba denied it. Later Kabamba spoke of victory."
    mentions = found(text)
    assert mentions["Desire Kabamba"].name == "M23"
    assert mentions["Kabamba"].name == "M23"


def test_a_person_in_apposition_takes_the_side(found):
    text = "Oleh Marchuk, a spokesman for the Ukrainian army, said so."
    assert found(text)["Oleh Marchuk"].name == "Ukraine"


def test_a_brigade_that_no_table_has_is_an_actor_by_its_form(found):
    mention = found("The Red Falcons Brigade seized the mill.")["Red Falcons Brigade"]
    assert (mention.name, mention.actor) == ("Red Falcons Brigade", None)


def test_a_numbered_unit_is_an_actor(found):
    assert "58th Brigade" in found("The 58th Brigade dug in near the river.")


def test_a_group_with_a_lower_case_kind_is_an_actor(found):
    assert found("The Tumba group robbed the bank.")["Tumba group"].name == "Tumba group"


def test_an_introduced_short_form_is_known_further_on(found):
    text = "The Patriotic Army for Liberty (PAL) took Kimbe. Soldiers chased the PAL for days."
    assert found(text)["PAL"].name == "Patriotic Army for Liberty"


def test_a_short_form_of_the_text_goes_before_the_registry(found):
    text = "The Southern Nomad Alliance (SNA) took a well. The SNA left."
    assert found(text)["SNA"].name == "Southern Nomad Alliance"


def test_an_outlet_in_capitals_is_no_party(found):
    assert "GMT" not in found("GMT said nothing. The GMT fighters slept.")


def test_mentions_are_sorted_and_apart(page):
    text = "Turkish-backed Free Syrian Army (FSA) rebels and Syrian government forces fought near the river."
    mentions = ActorFinder()(page(text))
    assert all(one.end <= two.start for one, two in pairwise(mentions))
    assert all(one.start < one.end for one in mentions)


def test_every_mention_says_why(found):
    text = "Syrian troops and Hezbollah fought the rebels. Damascus denied it. Residents fled with Assad's men."
    assert all(one.reason for one in found(text).values())


def test_an_empty_page_has_no_actors(page):
    assert ActorFinder()(page("")) == []
