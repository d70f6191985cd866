import pytest

from benchmarks.breakdown import by_group, by_kind, errors, genre, intervals, oracle_gains, outlet
from benchmarks.scoring import Tally, read_document, report, tally_of


@pytest.fixture
def reading(gold, predict):
    got = [predict("c1", place="Aden"), predict("c4", status="asserted"), predict("c3", kind="siege")]
    return read_document(gold, got, {})


def test_an_interval_holds_its_figure_and_is_the_same_each_time():
    tallies = [Tally(wanted=10, predicted=10, found=n, graded=n // 2) for n in range(11)]
    low, high = intervals(tallies)["found_f1"]
    assert low < 0.5 < high
    assert intervals(tallies) == intervals(tallies)


def test_one_figure_has_no_width():
    tallies = [Tally(wanted=4, predicted=4, found=2, graded=1)] * 5
    assert intervals(tallies) == {"found_f1": (0.5, 0.5), "ledger_grade_f1": (0.25, 0.25)}
    assert intervals([]) == {"found_f1": (0.0, 0.0), "ledger_grade_f1": (0.0, 0.0)}


def test_kinds_sum_to_the_whole(reading):
    rows, whole = by_kind([reading]), tally_of(reading)
    assert sum(row["gold"] for row in rows.values()) == whole.wanted
    assert sum(row["predicted"] for row in rows.values()) == whole.predicted
    assert sum(row["found"] for row in rows.values()) == whole.found
    assert rows["siege"]["precision"] == 0.0
    assert rows["shelling"] == rows["siege"] | {"gold": 1, "predicted": 0}


def test_an_oracle_gains_what_its_field_alone_spoils(reading):
    gains = oracle_gains([reading])
    assert gains["place"] == gains["status"] == 0.3333
    assert gains["actor"] == 0.0


def test_a_status_oracle_ends_false_assertions_on_found_claims(reading):
    assert report(tally_of(reading))["false_assertion_rate"] == 0.6667  # the talks, the siege
    assert report(tally_of(reading, ["status"]))["false_assertion_rate"] == 0.3333


def test_groups_by_outlet_and_genre(reading, gold):
    assert list(by_group([reading], outlet)) == ["Wire"]
    assert by_group([reading], genre)["wire"]["found"] == report(tally_of(reading))["found"]
    assert genre(gold | {"genre": "release"}) == "release"


def test_each_error_is_told_once_on_its_line(reading):
    lines = errors(reading)
    assert [line.split(" ")[1] for line in lines] == ["place", "status", "MISSED", "EXTRA"]
    assert sum("'Marib'" in line and "'Aden'" in line for line in lines) == 1
    assert not any("\n" in line for line in lines)
