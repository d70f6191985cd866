import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import claims
from whoheld.model import DateBasis

KEYS = {
    "documents",
    "gold_claims",
    "predicted_claims",
    "found",
    "ledger_grade",
    "field_accuracy",
    "false_assertion_rate",
    "evidence_overlap",
    "exact_quotes",
    "interval95",
}


@pytest.fixture
def corpus(tmp_path, gold, predict):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "wire-1.json").write_text(json.dumps(gold), encoding="utf-8")
    lines = [json.dumps(predict("c1", actor="HF")), "", json.dumps(predict("c4") | {"doc": "elsewhere"})]
    (tmp_path / "claims.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], corpus: Path, *options: str) -> tuple[dict[str, Any], str]:
    predictions = ["--predictions", str(corpus / "claims.jsonl")]
    assert claims.main([str(corpus / "docs"), *predictions, *options]) == 0
    captured = capsys.readouterr()
    return json.loads(captured.out.splitlines()[-1]), captured.err


def test_prints_the_scores_and_nothing_else(capsys, corpus):
    result, err = run(capsys, corpus)
    assert result.keys() == KEYS
    assert (result["predicted_claims"], result["ledger_grade"]["f1"], err) == (1, 0.0, "")


def test_finds_aliases_beside_the_folder(capsys, corpus):
    (corpus / "aliases.json").write_text('[["Harbour Front", "HF"]]', encoding="utf-8")
    assert run(capsys, corpus)[0]["ledger_grade"]["f1"] == 0.5


def test_takes_aliases_from_elsewhere(capsys, corpus):
    (corpus / "names.json").write_text('[["Harbour Front", "HF"]]', encoding="utf-8")
    result, _ = run(capsys, corpus, "--aliases", str(corpus / "names.json"))
    assert result["ledger_grade"]["f1"] == 0.5


def test_adds_what_is_asked_for(capsys, corpus):
    result, err = run(capsys, corpus, "--kinds", "--by", "outlet", "--oracles", "--oracle", "actor")
    assert result["oracle_gain"]["actor"] == 0.5
    assert result["oracle"] == ["actor"]
    assert result["ledger_grade"]["f1"] == 0.5
    assert set(result["by_kind"]) == {"capture", "shelling", "talks"}
    assert set(result["by_outlet"]) == {"Wire"}
    assert "capture" in err
    assert "Wire" in err


def test_shows_errors_up_to_a_number_and_about_a_word(capsys, corpus):
    assert len(run(capsys, corpus, "--errors", "1")[1].splitlines()) == 1
    missed = run(capsys, corpus, "--errors", "9", "--about", "MISSED")[1].splitlines()
    assert len(missed) == 2
    assert all("MISSED" in line for line in missed)


def test_an_empty_folder_is_named(capsys, tmp_path):
    with pytest.raises(SystemExit) as stop:
        claims.main([str(tmp_path)])
    assert stop.value.code == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_a_claim_without_a_kind_is_named(tmp_path):
    (tmp_path / "bad.jsonl").write_text('{"doc": "a", "kind": "hold"}\n{"doc": "b"}\n', encoding="utf-8")
    with pytest.raises(SystemExit, match="line 2"):
        claims.load_predictions(tmp_path / "bad.jsonl")


def test_saved_claims_load_again(tmp_path, predict):
    kept = {"wire-1": [predict("c1"), predict("c3")]}
    claims.save(tmp_path / "kept.jsonl", kept)
    assert claims.load_predictions(tmp_path / "kept.jsonl") == kept


def test_a_coder_gets_the_text_and_its_date(gold):
    document = claims.as_document(gold)
    assert (document.id, document.text, document.source) == ("wire-1", gold["text"], "Wire")
    assert (str(document.published), document.published_basis) == ("2019-05-05", DateBasis.GIVEN)
    assert claims.as_document(gold | {"published": None}).published_basis == DateBasis.NONE


def test_a_coder_is_scored(capsys, corpus, monkeypatch, predict):
    monkeypatch.setattr(claims, "read_all", lambda golds, coder: {golds[0]["doc"]: [predict("c3")]})
    assert claims.main([str(corpus / "docs"), "--coder", "other"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["coder"] == "other"
    assert result["ledger_grade"]["recall"] == 0.3333
