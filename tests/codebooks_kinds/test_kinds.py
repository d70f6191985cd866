import pytest

from whoheld.codebooks.kinds import families, kind, kinds, parse_kinds
from whoheld.errors import CodebookError

ROW = '[[kind]]\nname = "hold"\nfamily = "f"\nmeaning = "m"\nactor = "a"\nrecipient = ""\n'


def named(flag: str) -> set[str]:
    return {name for name, each in kinds().items() if getattr(each, flag)}


def test_there_are_26_kinds():
    assert set(kinds()) == {
        "capture",
        "handover",
        "expulsion",
        "withdrawal",
        "hold",
        "siege",
        "siege_end",
        "offensive",
        "repulse",
        "clash",
        "attack",
        "airstrike",
        "shelling",
        "bombing",
        "chemical",
        "killing",
        "detention",
        "release",
        "destruction",
        "displacement",
        "deployment",
        "support",
        "agreement",
        "violation",
        "talks",
        "aid",
    }


def test_each_says_what_it_means_and_who_its_actor_is():
    for name, each in kinds().items():
        assert each.name == name
        assert each.meaning.endswith(".")
        assert each.actor
        assert each.family
        assert each.recipient or name == "hold"


def test_states():
    assert named("is_state") == {"hold", "siege", "support"}


def test_symmetric_kinds():
    assert named("symmetric") == {"clash", "agreement", "talks"}


def test_what_moves_control():
    assert named("moves_control") == {"capture", "handover", "expulsion", "withdrawal"}


def test_all_remote_violence_and_killing_is_deadly():
    assert {each.name for each in families()["remote violence"]} | {"killing", "attack", "clash"} <= named("deadly")
    assert not named("deadly") & {"hold", "handover", "talks", "agreement", "aid", "deployment"}


def test_families_hold_every_kind_once():
    assert [each.name for group in families().values() for each in group] == list(kinds())


def test_the_table_cannot_be_changed():
    with pytest.raises(TypeError):
        kinds()["hold"] = kind("siege")  # type: ignore[index]
    with pytest.raises(AttributeError):
        kind("hold").name = "siege"  # type: ignore[misc]


def test_an_unknown_kind_is_named_with_those_there_are():
    with pytest.raises(CodebookError, match=r"'conquest'.*capture"):
        kind("conquest")


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (ROW + ROW, "twice"),
        (ROW + "colour = 1\n", "colour"),
        (ROW.replace('meaning = "m"\n', ""), "meaning"),
    ],
)
def test_a_bad_table_is_refused(table, told):
    with pytest.raises(CodebookError, match=told):
        parse_kinds(table)
