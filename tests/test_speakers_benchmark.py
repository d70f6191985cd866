"""The measure of speakers: brat's format, exact and overlapping spans."""

import json
import sys

import pytest

from benchmarks import claim_speakers, speakers

TEXT = "Two nurses said that soldiers burned the clinic.\n"
ANN = (
    "T1\tSource 0 10\tTwo nurses\n"
    "T2\tCue 11 15\tsaid\n"
    "T3\tContent 16 47\tthat soldiers burned the clinic\n"
    "T4\tAttribution 11 15\tsaid\n"
    "T5\tSource 21 29\tsoldiers\n"
    "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
)


def test_only_spans_of_attributions_count():
    found = speakers.read_annotations(ANN)
    assert found == {"source": {(0, 10)}, "cue": {(11, 15)}, "content": {(16, 47)}}


def test_discontinuous_span_runs_from_first_to_last():
    found = speakers.read_annotations("T1\tSource 3 5;9 12\tab cde\nE1\tSource1:T1\n")
    assert found["source"] == {(3, 12)}


def test_scores_of_a_perfect_reading(tmp_path, monkeypatch, capsys):
    for folder, name, text in (("text", "a.txt", TEXT), ("attributions", "a_1f.ann", ANN)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["speakers", str(tmp_path)])
    assert speakers.main() == 0
    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert result["source_f1"] == result["cue_f1"] == result["content_overlap_f1"] == 1.0


@pytest.mark.parametrize(
    ("right", "got", "gold", "score"), [(0, 0, 0, 0.0), (1, 1, 1, 1.0), (1, 2, 1, 0.6667), (0, 3, 2, 0.0)]
)
def test_f1(right, got, gold, score):
    assert speakers.f1(right, got, right, gold) == score


def test_claims_are_scored_by_any_name_of_the_annotation(tmp_path, capsys):
    gold = {
        "doc": "a",
        "title": "",
        "text": "Two nurses said that soldiers burned the clinic. The army left.",
        "claims": [
            {"quote": "soldiers burned the clinic", "kind": "destruction", "said_by": ["medics", "nurses"]},
            {"quote": "The army left", "kind": ["withdrawal"], "said_by": "author"},
        ],
    }
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    assert claim_speakers.main([str(tmp_path)]) == 0
    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert result["accuracy"] == 1.0
    assert (result["speaker_claims"], result["author_claims"]) == (1, 1)
