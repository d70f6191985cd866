"""The parties and places of a clear sentence are among the options, with what speaks for them."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.frames.words import match_at
from whoheld.model import Location
from whoheld.reading.frames.claims import opening_end, story_of
from whoheld.reading.frames.evidence import evidence
from whoheld.reading.frames.places import slot_places
from whoheld.reading.page import Page
from whoheld.reading.roles.options import Option
from whoheld.reading.roles.parties import party_options
from whoheld.reading.roles.pick import recipient_options
from whoheld.reading.roles.places import place_options
from whoheld.reading.roles.site import Site

Make = Callable[..., Page]
DAY = date(2016, 12, 12)


def site(page: Page, trigger: str, kind: str) -> Site:
    match = match_at(page, trigger, kind)
    start, end = evidence(match.trigger, match.slots.clause or match.trigger)
    return Site(page, match, story_of(page), start, end)


def by_name(options: list[Option]) -> dict[str | None, set[str]]:  # type: ignore[type-arg]
    return {option.value.name if option.value else None: option.names for option in options}


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "parties"),
    [
        ("ISIS captured Palmyra from the Syrian army.", "captured", "capture", {"ISIS", "Syrian Army"}),
        ("Palmyra was captured by ISIS.", "captured", "capture", {"ISIS"}),
        ("M23 withdrew from Goma.", "withdrew", "withdrawal", {"M23"}),
        ("Clashes between the Houthis and Hezbollah broke out.", "Clashes", "clash", {"Houthis", "Hezbollah"}),
        ("The Taliban took control of Kabul.", "took", "capture", {"Taliban"}),
        ("Hamas released three hostages.", "released", "release", {"Hamas"}),
    ],
)
def test_parties_are_options(full_page: Make, text: str, trigger: str, kind: str, parties: set[str]):
    options = by_name(party_options(site(full_page(text, DAY), trigger, kind)))
    assert parties <= set(options)
    assert None in options
    assert all("d=0" in options[name] for name in parties)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "places"),
    [
        ("ISIS captured Palmyra from the Syrian army.", "captured", "capture", {"Palmyra"}),
        ("M23 withdrew from Goma.", "withdrew", "withdrawal", {"Goma"}),
        ("The fall of Aleppo to the army took years.", "fall", "capture", {"Aleppo"}),
        ("The army captured Ramadi, Fallujah and Mosul.", "captured", "capture", {"Ramadi", "Fallujah", "Mosul"}),
        ("Clashes broke out in Sanaa.", "Clashes", "clash", {"Sanaa"}),
    ],
)
def test_places_are_options(full_page: Make, text: str, trigger: str, kind: str, places: set[str]):
    options = by_name(place_options(site(full_page(text, DAY), trigger, kind)))
    assert places <= set(options)
    assert None in options


def test_the_slot_that_the_frame_prefers_is_told(full_page: Make):
    options = by_name(
        party_options(site(full_page("ISIS captured Palmyra from the Syrian army.", DAY), "captured", "capture"))
    )
    assert {"slot=agent", "for:actor=0"} <= options["ISIS"]
    assert {"slot=from", "for:recipient=0"} <= options["Syrian Army"]


def test_passive_and_active_give_the_same_slots(full_page: Make):
    for text in ("ISIS captured Palmyra.", "Palmyra was captured by ISIS.", "ISIS, which captured Palmyra, left."):
        made = site(full_page(text, DAY), "captured", "capture")
        assert "for:actor=0" in by_name(party_options(made))["ISIS"], text


def test_nobody_is_said_with_what_is_near(full_page: Make):
    (nobody,) = [
        o for o in party_options(site(full_page("The town was captured."), "captured", "capture")) if o.value is None
    ]
    assert {"null", "null:near=0", "null:passive=True", "null:pos=VERB"} <= nobody.names


def test_parties_before_and_a_while_ago(full_page: Make):
    made = full_page("ISIS held the region. It rained. Palmyra was captured.", DAY)
    names = by_name(party_options(site(made, "captured", "capture")))["ISIS"]
    assert "d=-1" in names
    assert "d=0" not in names
    assert names & {"d=1back", "d=2back", "d=far"}


def test_only_the_last_sentences_are_looked_at(full_page: Make):
    rain = "It rained all day long. " * 8
    made = full_page(f"ISIS held the region. {rain}Palmyra was captured.", DAY)
    names = by_name(party_options(site(made, "captured", "capture")))["ISIS"]
    assert "frequent" in names
    assert not names & {"d=0", "d=-1"}


def test_who_acts_is_no_option_for_the_other_party(full_page: Make):
    made = site(full_page("ISIS captured Palmyra from the Syrian army.", DAY), "captured", "capture")
    actor = next(o.value for o in party_options(made) if o.value and o.value.name == "ISIS")
    others = recipient_options(made, None, actor)
    assert "ISIS" not in by_name(others)
    assert all("actor=told" in option.names for option in others)
    assert all("actor=none" in option.names for option in recipient_options(made, None, None))


def test_armies_at_home(full_page: Make):
    made = site(full_page("The Syrian army captured Palmyra.", DAY), "captured", "capture")
    place = next(o.value for o in place_options(made) if o.value and o.value.name == "Palmyra")
    assert "home=True:army" in by_name(party_options(made, place))["Syrian Army"]
    assert "home=?" in by_name(party_options(made))["Syrian Army"]
    assert "home=?" in by_name(party_options(made, Location("Nowhere")))["Syrian Army"]


def test_options_are_named_once_and_in_a_fixed_order(full_page: Make):
    text = "ISIS captured Palmyra from the Syrian army, and ISIS fighters in Palmyra cheered the Islamic State."
    made = site(full_page(text, DAY), "captured", "capture")
    for make in (party_options, place_options):
        names = [option.value.name if option.value else None for option in make(made)]
        assert len(set(names)) == len(names)
        assert names == [option.value.name if option.value else None for option in make(made)]


def test_listed_places_come_in_order(full_page: Make):
    made = full_page("The army captured three towns, including Ramadi, Fallujah and Mosul.", DAY)
    places = [
        place.name for slot, _, place in slot_places(made, match_at(made, "captured", "capture")) if slot == "object"
    ]
    assert places == ["Ramadi", "Fallujah", "Mosul"]


def test_what_is_taken_is_a_place_though_no_gazetteer_has_it(full_page: Make):
    made = full_page("The army captured Zarblokistovo on Monday.", DAY)
    places = {place.name for _, _, place in slot_places(made, match_at(made, "captured", "capture"))}
    assert "Zarblokistovo" in places


def test_the_opening_is_the_title_and_the_first_sentence(full_page: Make):
    made = full_page("M23 took Goma. Kigali was silent. Hezbollah said nothing.", DAY, title="Rwanda and Congo")
    story = story_of(made)
    assert "M23" in story.opening
    assert "Hezbollah" not in story.opening
    assert made.doc[: opening_end(made)].text.strip().endswith("Goma.")
    assert story.parties["M23"] == 1
    assert story.places["Goma"] == 1
