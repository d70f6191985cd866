import pytest

from tests.codebooks_kinds.lists import ACLED, ACLED_DISORDER, PLOVER
from whoheld.codebooks.crosswalks import (
    PartyClass,
    acled,
    acled_to_kind,
    party_class,
    plover,
    plover_to_kind,
    rows,
    ucdp,
)
from whoheld.codebooks.kinds import kinds
from whoheld.errors import CodebookError
from whoheld.model import Actor, ActorKind

EVERYONE = [None, *ActorKind]
ALL_PAIRS = [(kind, actor, recipient) for kind in kinds() for actor in EVERYONE for recipient in EVERYONE]


def test_every_kind_of_actor_has_a_class():
    assert {party_class(each) for each in EVERYONE} == set(PartyClass)


@pytest.mark.parametrize(
    ("country", "expected"),
    [("", PartyClass.STATE), ("SY", PartyClass.NONSTATE)],
    ids=["of states", "of brigades"],
)
def test_a_coalition_is_what_it_is_made_of(country, expected):
    assert party_class(Actor("x", "Some Coalition", ActorKind.COALITION, country)) is expected
    assert party_class(ActorKind.COALITION) is PartyClass.UNKNOWN


def test_an_actor_counts_as_its_kind():
    army, rebels = Actor("a", "Army", ActorKind.ARMY, "ML"), Actor("r", "Rebels", ActorKind.REBEL, "ML")
    assert ucdp("clash", army, rebels).type_of_violence == 1
    assert acled("capture", army).sub_event_type == "Government regains territory"


def test_acled_codes_are_in_its_list_for_every_kind_and_pair():
    for kind, actor, recipient in ALL_PAIRS:
        code = acled(kind, actor, recipient)
        if code.event_type:
            assert code.sub_event_type in ACLED[code.event_type]
            assert code.disorder_type == ACLED_DISORDER[code.event_type]
        else:
            assert (code.sub_event_type, code.disorder_type) == ("", "")
            assert code.note


def test_plover_codes_are_in_its_list_for_every_kind_and_pair():
    for kind, actor, recipient in ALL_PAIRS:
        code = plover(kind, actor, recipient)
        assert code.mode in {"", *PLOVER.get(code.event, ())}
        assert code.event in PLOVER or (code.event == "" and code.note)


def test_ucdp_codes_are_one_to_three():
    assert {ucdp(*pair).type_of_violence for pair in ALL_PAIRS} == {None, 1, 2, 3}


@pytest.mark.parametrize("table", ["acled", "plover", "ucdp"])
def test_every_kind_has_a_row_that_always_fits(table):
    for kind in kinds():
        mine = [row for row in rows(table) if row["kind"] == kind]
        assert not mine[-1].get("actor")
        assert not mine[-1].get("recipient")
        assert all(row.get("actor") or row.get("recipient") for row in mine[:-1]), f"a row of {kind} is never reached"
    assert {row["kind"] for row in rows(table)} == set(kinds())


@pytest.mark.parametrize("table", ["acled", "plover"])
def test_conditions_are_classes_of_parties(table):
    told = {row[side] for row in rows(table) for side in ("actor", "recipient")}
    assert told <= {"", *PartyClass}


def test_the_two_kinds_of_capture():
    assert acled("capture", ActorKind.ARMY).sub_event_type == "Government regains territory"
    assert acled("capture", ActorKind.REBEL).sub_event_type == "Non-state actor overtakes territory"
    assert acled("capture").sub_event_type == "Non-state actor overtakes territory"


def test_civilians_among_the_killed_make_another_event():
    assert acled("killing", ActorKind.MILITIA, ActorKind.CIVILIANS).event_type == "Violence against civilians"
    assert acled("killing", ActorKind.MILITIA, ActorKind.ARMY).event_type == "Battles"


@pytest.mark.parametrize(
    ("actor", "recipient", "expected"),
    [
        (ActorKind.ARMY, ActorKind.STATE, 1),
        (ActorKind.REBEL, ActorKind.POLICE, 1),
        (ActorKind.MILITIA, ActorKind.JIHADIST, 2),
        (ActorKind.ARMY, ActorKind.CIVILIANS, 3),
        (ActorKind.JIHADIST, ActorKind.MEDIA, 3),
        (ActorKind.CIVILIANS, ActorKind.ARMY, None),
        (ActorKind.ARMY, None, None),
        (None, None, None),
    ],
)
def test_ucdp_asks_who_fights_whom(actor, recipient, expected):
    assert ucdp("clash", actor, recipient).type_of_violence == expected


def test_ucdp_counts_no_talks():
    code = ucdp("talks", ActorKind.ARMY, ActorKind.REBEL)
    assert code.type_of_violence is None
    assert code.note


def test_who_gives_a_place_up_acts_in_plover():
    assert plover("handover").swap
    assert not plover("withdrawal").swap


def test_the_way_back_covers_acled():
    pairs = {(event, sub) for event, subs in ACLED.items() for sub in subs}
    assert {(row["event_type"], row["sub_event_type"]) for row in rows("acled_to_kind")} == pairs
    assert len(rows("acled_to_kind")) == 25


def test_the_way_back_covers_the_events_of_plover_and_only_its_modes():
    assert {row["event"] for row in rows("plover_to_kind") if not row["mode"]} == set(PLOVER)
    assert all(row["mode"] in {"", *PLOVER[row["event"]]} for row in rows("plover_to_kind"))


@pytest.mark.parametrize("table", ["acled_to_kind", "plover_to_kind"])
def test_the_way_back_leads_to_kinds_or_says_why_not(table):
    for row in rows(table):
        assert row["kind"] in kinds() or (row["kind"] == "" and row["note"])


def test_there_and_back_is_the_same_kind_where_nothing_is_lost():
    for name, code in ((name, acled(name)) for name in kinds()):
        if code.event_type and not code.note:
            assert acled_to_kind(code.event_type, code.sub_event_type).kind == name


def test_a_map_that_loses_says_what():
    for name, code in ((name, acled(name)) for name in kinds()):
        if code.event_type and acled_to_kind(code.event_type, code.sub_event_type).kind != name:
            assert code.note or acled_to_kind(code.event_type, code.sub_event_type).note


def test_unknown_modes_fall_back_to_the_event():
    assert plover_to_kind("MOBILIZE", "navy").kind == "deployment"
    assert plover_to_kind("ASSAULT", "drone").kind == "airstrike"


def test_unknown_codes_and_kinds_are_named():
    with pytest.raises(CodebookError, match="Battles / Duel"):
        acled_to_kind("Battles", "Duel")
    with pytest.raises(CodebookError, match="conquest"):
        acled("conquest")
