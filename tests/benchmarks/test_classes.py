import json

import pytest

from benchmarks import error_table
from benchmarks.claims import main
from benchmarks.classes import sort_out, wrong_fields
from benchmarks.frames import fitting
from benchmarks.gains import COMPONENTS, classes, components, costs, gains, sums
from benchmarks.scoring import read_document, report, tally_of


@pytest.fixture
def told(gold, predict):
    """One field wrong, one claim under another kind, one missed, and one where nothing is annotated."""
    text = gold["text"]
    nowhere = text.find("The army denied it.")
    got = [
        predict("c1", place="Aden"),
        predict("c3", kind="bombing"),
        predict("c1", kind="talks", start=nowhere, end=nowhere + 8),
    ]
    reading = read_document(gold, got, {})
    return reading, sort_out(reading, {})


def names(documents):
    return {row["class"]: row["count"] for row in classes(documents)}


def test_each_error_is_in_one_class(told):
    _, document = told
    assert names([document]) == {
        "place: another name than the quote has": 1,
        "kind: another kind": 1,
        "missed": 1,
        "extra: nothing is annotated there": 1,
    }


def test_the_sums_are_those_of_the_score(told):
    reading, document = told
    whole = report(tally_of(reading))
    assert sums([document]).f1() == (whole["found"]["f1"], whole["ledger_grade"]["f1"])


def test_a_missed_claim_is_told_by_its_frames(gold):
    reading = read_document(gold, [], {})
    at = gold["text"].find("seized")
    document = sort_out(reading, {}, fitting({"wire-1": [(at, "capture"), (at, "siege")]}))
    assert names([document]) == {"missed: its frame was rejected": 1, "missed: no frame fits": 2}


def test_a_claim_too_much_is_told_by_what_is_annotated_beside_it(gold, predict):
    got = [predict("c1"), predict("c1"), predict("c1", kind="siege"), predict("c3"), predict("c4")]
    counted = names([sort_out(read_document(gold, got, {}), {})])
    assert counted == {"extra: told before in its sentence": 1, "extra: only another kind is annotated there": 1}


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("c1", {"actor": None}, {"actor": "actor: none for a name"}),
        ("c1", {"recipient": "Yemen"}, {"recipient": "recipient: a name for none"}),
        ("c1", {"place": "Aden"}, {"place": "place: another name than the quote has"}),
        ("c3", {"recipient": "doctors"}, {"recipient": "recipient: another name than the quote has"}),
        ("c4", {"actor": "Oman"}, {"actor": "actor: another name, the quote has none of it"}),
        ("c1", {"said_by": "Wire"}, {"said_by": "said_by: a name for author"}),
        ("c4", {"status": "planned"}, {"status": "status: planned for possible"}),
        ("c3", {"counts": []}, {"counts": "counts: none for a number"}),
        ("c1", {"when": {"from": None, "to": None}}, {"when": "when: none for a date"}),
        ("c1", {"when": {"from": "2019-05-01", "to": "2019-05-31"}}, {"when": "when: too wide or too narrow"}),
        ("c1", {"when": {"from": "2019-05-04", "to": None}}, {"when": "when: an end too many or too few"}),
        ("c1", {"when": {"from": "2018-05-04", "to": "2018-05-04"}}, {"when": "when: another date"}),
        ("c4", {"when": {"from": "2019-06-01", "to": "2019-06-30"}}, {"when": "when: a date for none"}),
    ],
)
def test_wrong_fields(gold, predict, name, changes, expected):
    (match,) = read_document(gold, [predict(name, **changes)], {}).matches
    assert wrong_fields(match) == expected


def test_a_claim_with_two_errors_is_won_back_by_both_together(gold, predict):
    got = [predict("c1", place="Aden", actor="army"), predict("c3"), predict("c4")]
    document = sort_out(read_document(gold, got, {}), {})
    alone, both = gains([document]), gains([document], 2)
    assert alone["place"] == alone["actor"] == 0.0
    assert both["actor+place"] == pytest.approx(0.3333, abs=1e-3)
    assert both["place+when"] == 0.0


def test_everything_right_is_everything(told):
    _, document = told
    assert sums([document], COMPONENTS).f1() == (1.0, 1.0)


def test_a_component_has_its_own_score(told):
    _, document = told
    scores = {row["component"]: row["score"] for row in components([document])}
    assert scores["place"] == 0.0
    assert scores["actor"] == 1.0
    assert scores["kind"] == 0.5  # of two claims that were detected
    assert scores["detection"] == pytest.approx(2 / 3, abs=1e-3)


def test_no_documents_have_no_errors():
    assert classes([]) == []
    assert all(row["gain"] == 0.0 for row in components([]))


def test_the_command_prints_them(tmp_path, capsys, gold, predict):
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "wire-1.json").write_text(json.dumps(gold), encoding="utf-8")
    claims = tmp_path / "claims.jsonl"
    claims.write_text(json.dumps(predict("c1", place="Aden")), encoding="utf-8")
    assert main([str(folder), "--predictions", str(claims), "--classes"]) == 0
    scores = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert {row["class"] for row in scores["classes"]} == {"missed", "place: another name than the quote has"}
    assert len(scores["components"]) == len(COMPONENTS)


def test_the_tables_go_into_their_part_of_a_page(tmp_path, capsys, monkeypatch, told):
    reading, document = told
    page = tmp_path / "page.md"
    page.write_text("# Errors\n<!-- errors -->\nold | text\n<!-- end of errors -->\nbelow\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin.read", lambda: "noise\n" + json.dumps(report(tally_of(reading)) | costs([document])))
    assert error_table.main(["--write", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Errors\n<!-- errors -->\n\nOn 1 documents")
    assert text.endswith("<!-- end of errors -->\nbelow\n")
    assert "| missed | 1 |" in text
    assert "old" not in text


def test_what_was_done_stands_beside_its_class(told):
    reading, document = told
    scores = report(tally_of(reading)) | costs([document])
    text = error_table.tables(scores, {"missed": {"class": "missed", "done": "looked | again", "gained": "+.01"}})
    assert "| looked &#124; again | +.01 |" in text
    assert text.count("\n\n### ") == 3
