"""Whatever is wrong with an input: one line that names it, status 1, and the other inputs are read."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import whoheld.reading.coder as coder_module
import whoheld.sources.files as files_module
from tests.cli.fake import FakeCoder
from whoheld.errors import CacheUnwritable, GazetteerMissing, ModelMissing

Read = Callable[..., Result]


def one_line(result: Result, *words: str) -> None:
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("whoheld: ")
    for word in words:
        assert word in lines[0]
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def still_read(result: Result) -> None:
    assert [json.loads(line)["doc"] for line in result.stdout.splitlines()] == ["good"]


BAD_FILES = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\r\n ", "empty"),
    ("mark.txt", b"\xef\xbb\xbf \n", "empty"),
    ("zero.txt", bytes(range(256)) * 20, "not text"),
    ("scan.pdf", b"%PDF-1.7\n" + b"x" * 100, "a PDF"),
    ("office.txt", b"PK\x03\x04" + b"\0" * 100, "ZIP"),
    ("image.md", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "PNG"),
    ("torn.txt", "Düşen şehir – Ağrı’da ".encode() * 5 + b"\xff\xfa end", "0xff"),
    ("wide.txt", b"\xff\xfe" + b"a\0" * 30 + b"\x00\xd8a\0", "UTF-16"),
    ("noise.txt", b"\x81\x8d\x8f\x90\x9d" * 30, "cannot be decoded"),
    ("bare.html", b"<html><body><script>var x = 'ISIS took Palmyra'</script></body></html>", "no text"),
    ("hollow.html", b"<!doctype html>", "no text"),
    ("empty.jsonl", b"", "empty"),
    ("empty.json", b"", "empty"),
    ("list.json", b"[1, 2]", "object"),
    ("deep.json", b'{"a":' * 100_000, "JSON"),
]


@pytest.mark.parametrize("case", BAD_FILES, ids=lambda case: case[0])
def test_bad_file(read: Read, tmp_path: Path, good: Path, case: tuple[str, bytes, str]) -> None:
    name, data, word = case
    bad = tmp_path / name
    bad.write_bytes(data)
    result = read(bad, good)
    one_line(result, name, word)
    still_read(result)


def test_missing_file(read: Read, tmp_path: Path, good: Path) -> None:
    result = read(tmp_path / "nowhere.txt", good)
    one_line(result, "nowhere.txt", "no such file")
    still_read(result)


def test_too_large_is_told_by_size_alone(
    read: Read, tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(50_000_000)
    monkeypatch.setattr(files_module, "_read", lambda stream, limit: pytest.fail("read") if limit else b"")
    result = read(large)
    one_line(result, "large.txt", "50.0 MB", "20.0 MB", "WHOHELD_MAX_BYTES")


def test_the_limit_can_be_set(read: Read, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOHELD_MAX_BYTES", "10")
    one_line(read(good), "good.txt", "too large")


def test_too_much_on_standard_input(read: Read, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOHELD_MAX_BYTES", "60")
    result = read("-", good, stdin=b"x" * 61)
    one_line(result, "standard input", "too large")
    still_read(result)


def test_named_pipe_is_not_waited_for(read: Read, tmp_path: Path, good: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    result = read(tmp_path / "pipe", good)
    one_line(result, "pipe", "no ordinary file")
    still_read(result)


def test_socket(read: Read, tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("s")
        result = read("s", good)
    one_line(result, "no ordinary file")
    still_read(result)


def test_permission_denied(read: Read, tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The superuser may read everything, so the refusal is made up here."""
    secret = tmp_path / "secret.txt"
    secret.write_text("ISIS took Palmyra")
    secret.chmod(0)
    opened = Path.open

    def refuse(path: Path, *arguments: object, **named: object) -> object:
        if path == secret:
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    result = read(secret, good)
    one_line(result, "secret.txt", "permission denied")
    still_read(result)


def test_folder_without_texts(read: Read, tmp_path: Path, good: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text("ISIS took Palmyra")
    result = read(folder, good)
    one_line(result, "folder", ".txt")
    still_read(result)


def test_loop_of_links(read: Read, tmp_path: Path, good: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    result = read(tmp_path / "loop.txt", good)
    one_line(result, "loop.txt")
    still_read(result)


def test_name_too_long_or_odd(read: Read, good: Path) -> None:
    for name in ("x" * 5000, "new\nline.txt", "\x1b[31mred.txt"):
        result = read(name, good)
        one_line(result)
        assert "\x1b" not in result.stderr
        still_read(result)


@pytest.mark.parametrize("day", ["yesterday", "2016-13-01", "2016-02-30", "12/11/2016", "", "0000-01-01", "9999-12-31"])
def test_date_that_is_none(run: Read, good: Path, day: str) -> None:
    result = run("read", good, "--published", day)
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    assert "--published" in lines[0]
    assert "is no date" in lines[0]


def test_bad_lines_of_records(read: Read, tmp_path: Path) -> None:
    lines = [
        b'{"doc": "a", "text": "ISIS took Palmyra."}',
        b'{"doc": "b", "text": ',
        b"",
        b'["not", "an", "object"]',
        b'{"doc": "c"}',
        b'{"doc": "d", "text": " "}',
        b'{"doc": "e", "text": 5}',
        b'{"doc": "f", "text": "x", "published": "soon"}',
        b'{"doc": "g", "text": "caf\xff"}',
        b'{"doc": "a", "text": "ISIS took Raqqa."}',
        b'{"doc": ["h"], "text": "x"}',
        b'{"doc": "z", "text": "ISIS took Raqqa."}',
    ]
    path = tmp_path / "many.jsonl"
    path.write_bytes(b"\n".join(lines))
    result = read(path)
    assert [json.loads(line)["doc"] for line in result.stdout.splitlines()] == ["a", "z"]
    told = result.stderr.splitlines()
    numbers = [line.split("line ", 1)[1].split(":", 1)[0] for line in told]
    assert numbers == ["2", "4", "5", "6", "7", "8", "9", "10", "11"]
    assert all("many.jsonl" in line for line in told)
    assert result.exit_code == 1


def test_overlong_record_does_not_end_the_file(read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOHELD_MAX_BYTES", "200")
    path = tmp_path / "many.jsonl"
    long = json.dumps({"doc": "long", "text": "x" * 1000})
    path.write_text(long + '\n{"doc": "good", "text": "ISIS took Palmyra."}\n' + long)
    result = read(path)
    still_read(result)
    assert ["line 1" in line or "line 3" in line for line in result.stderr.splitlines()] == [True, True]


def test_text_that_trips_the_coder_up(read: Read, tmp_path: Path, good: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("TRIP")
    result = read(bad, good)
    one_line(result, "bad", "ValueError: tripped up by this")
    still_read(result)


@pytest.mark.parametrize("error", [ModelMissing, GazetteerMissing, CacheUnwritable, FileNotFoundError])
def test_what_the_coder_lacks(read: Read, good: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def refuse(self: FakeCoder, settings: object) -> None:
        raise error("it is not there; run this")

    monkeypatch.setattr(FakeCoder, "__init__", refuse)
    one_line(read(good, good), "it is not there; run this")


def test_coder_that_is_unknown_or_broken(run: Read, good: Path) -> None:
    unknown = run("read", good, "--coder", "nobody")
    assert unknown.exit_code == 2
    assert unknown.stderr.count("\n") == 1
    assert "fake" in unknown.stderr
    broken = run("read", good, "--coder", "gone")
    one_line(broken, "gone", "no.such")


def test_bad_input_is_told_without_loading_the_coder(
    run: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coder_module, "_made", lambda entry, settings: pytest.fail("loaded"))
    one_line(run("read", tmp_path / "nowhere"), "nowhere")
