"""What ``whoheld read`` takes and gives where nothing is wrong."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Read = Callable[..., Result]
KEYS = [
    "id", "doc", "start", "end", "quote", "kind", "actor", "recipient", "place", "when", "said_by", "status",
    "counts", "actor_id", "recipient_id", "place_id", "place_kind", "lat", "lon", "country", "granularity",
    "mentions", "repeats", "confidence", "reader", "model", "source", "published", "published_basis",
]  # fmt: skip


def claims(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_record_is_flat_and_complete(read: Read, good: Path) -> None:
    (claim,) = claims(read(good, "--source", "SANA"))
    assert list(claim) == KEYS
    assert claim["quote"] == "ISIS took Palmyra from Damascus"
    assert (claim["start"], claim["end"]) == (0, 31)
    assert claim["when"] == {"from": "2016-12-12", "to": "2016-12-12"}
    assert claim["said_by"] == "author"
    assert claim["counts"] == [{"what": "killed", "of": "soldiers", "low": 12, "high": None}]
    assert (claim["lat"], claim["lon"], claim["country"]) == (34.55, 38.27, "SY")
    assert claim["mentions"] == {
        "trigger": [5, 9], "actor": [0, 4], "recipient": [23, 31], "place": [10, 17], "when": None,
        "said_by": None,
    }  # fmt: skip
    assert (claim["reader"], claim["model"]) == ("fake 1", "none 0")
    assert (claim["source"], claim["published_basis"]) == ("SANA", "given")


def test_id_is_the_same_in_every_run(read: Read, good: Path) -> None:
    assert claims(read(good))[0]["id"] == claims(read(good))[0]["id"]


def test_offsets_of_a_record_count_in_its_own_text(read: Read, tmp_path: Path) -> None:
    text = "  Title\r\n\r\nOn Sunday\u2028 ISIS took Palmyra.\n\n\n"
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps({"doc": "d", "title": "Title", "published": "2015-05-21", "text": text}))
    (claim,) = claims(read(path))
    assert text[claim["start"] : claim["end"]] == claim["quote"] == "ISIS took Palmyra"
    assert claim["published"] == "2015-05-21"  # its own, not that of the command line


def test_record_in_a_file_by_itself(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps({"doc": "d", "text": "ISIS took Palmyra."}, indent=1))
    assert claims(read(path))[0]["doc"] == "d"


def test_half_a_surrogate_pair_moves_no_offset(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"doc": "d", "text": "\\ud800 ISIS took Palmyra."}')
    assert claims(read(path))[0]["start"] == 2


def test_folder_in_order_and_within(read: Read, tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "in/c.html", "in/.d.txt", "e.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<p>ISIS took Palmyra</p>" if name.endswith("html") else "ISIS took Palmyra")
    assert [claim["doc"] for claim in claims(read(tmp_path))] == ["a", "b", "in/c"]


def test_files_of_one_name_stay_apart(read: Read, tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text("ISIS took Palmyra")
    found = claims(read(tmp_path / "x/same.txt", tmp_path / "y/same.txt"))
    assert [claim["doc"] for claim in found] == ["same", "same-2"]
    assert found[0]["id"] != found[1]["id"]


@pytest.mark.parametrize(
    "data",
    [
        b"ISIS took Palmyra",
        "\ufeffISIS took Palmyra".encode(),
        "ISIS took Palmyra".encode("utf-16"),
        b"<!DOCTYPE html><html><body><p>ISIS took Palmyra</p></body></html>",
        b'{"doc": "d", "text": "ISIS took Palmyra"}\n',
        b'{\n "doc": "d",\n "text": "ISIS took Palmyra"\n}',
    ],
)
def test_standard_input_by_its_looks(read: Read, data: bytes) -> None:
    (claim,) = claims(read("-", stdin=data))
    assert claim["quote"] == "ISIS took Palmyra"


def test_undated_text_is_told_of_and_no_error(run: Read, good: Path) -> None:
    result = run("read", good, "-f", "jsonl")
    (claim,) = claims(result)
    assert claim["when"] == {"from": None, "to": None}
    assert claim["published_basis"] == "none"
    assert "good: no publication date found" in result.stderr
    assert result.stderr.count("\n") == 1


def test_many_undated_texts_take_one_line(run: Read, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps({"doc": f"d{n}", "text": "x"}) for n in range(9)))
    result = run("read", path, "-f", "jsonl")
    assert result.stderr.count("\n") == 1
    assert "d0, d1, d2 and 6 more" in result.stderr


def test_json_has_documents_and_claims(run: Read, good: Path) -> None:
    whole = json.loads(run("read", good, "-f", "json", "--explain").stdout)
    assert [document["doc"] for document in whole["documents"]] == ["good"]
    assert whole["documents"][0]["claims"] == 1
    assert whole["claims"][0]["explain"]["actor"] == "it is named"
    assert whole["claims"][0]["explain"]["trigger"] == "took"


@pytest.mark.parametrize(("name", "start"), [("o.jsonl", '{"id"'), ("o.json", "{\n"), ("o.html", "<!doctype html>")])
def test_output_file_tells_the_format(run: Read, good: Path, tmp_path: Path, name: str, start: str) -> None:
    result = run("read", good, "-o", tmp_path / name)
    assert result.stdout == ""
    assert (tmp_path / name).read_text().startswith(start)


def test_an_input_is_never_written_over(run: Read, good: Path) -> None:
    before = good.read_text()
    result = run("read", good, "-o", good)
    assert result.exit_code == 2
    assert good.read_text() == before


def test_output_that_cannot_be_written(run: Read, good: Path, tmp_path: Path) -> None:
    result = run("read", good, "-o", tmp_path / "no" / "such.jsonl")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "such.jsonl" in result.stderr


def test_coders_are_listed(run: Read) -> None:
    listed = run("coders").stdout
    assert "fake" in listed
    assert "tests.cli.fake:FakeCoder" in listed
    assert "(default)" in listed
