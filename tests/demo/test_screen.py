"""The demo's screen with a coder that knows one sentence form, and the whole demo with the real one."""

import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import whoheld.reading.coder as coder_module
from tests.cli import fake
from whoheld.cli import main
from whoheld.demo.screen import show
from whoheld.demo.told import Telling
from whoheld.documents import document_from_record
from whoheld.settings import Settings

LINES = [
    {
        "doc": "a",
        "published": "2016-12-10",
        "source": "Wire",
        "text": "Rain fell. ISIS took Palmyra from Damascus.",
    },
    {"doc": "b", "published": "2016-12-10", "source": "Agency", "text": "Army holds Palmyra. Nothing else."},
    {"doc": "c", "published": "2017-03-02", "source": "Agency", "text": "Army took Palmyra again."},
]


def screen(lines: list[dict[str, str]], page: str | None = None) -> str:
    telling, coder, stream = Telling(), fake.FakeCoder(Settings()), io.StringIO()
    for line in lines:
        document = document_from_record(json.dumps(line).encode())
        telling.add(document, coder.read(document))
    show(telling, stream, 1.5, page)
    return stream.getvalue()


def test_screen_has_sums_days_disputes_and_next_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    shown = screen(LINES)
    assert "3 dispatches, 16 words, 3 claims, 2 speakers" in " ".join(shown.split())
    left, right = shown.index("ISIS has Palmyra"), shown.index("Army has Palmyra")
    assert "\n" not in shown[min(left, right) : max(left, right)]  # side by side
    assert shown.index("10 Dec 2016 ──") < shown.index("2 Mar 2017 ──") < shown.index("Where to go next")
    assert "“ISIS took Palmyra from Damascus.”" in shown
    assert re.search(r"^2016 +2017|^said to have Palmyra +2016", shown, re.MULTILINE)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_screen_fits_its_terminal(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(len(line) for line in screen(LINES).splitlines()) <= width


def test_nothing_is_shown_that_was_not_read() -> None:
    assert "──" in screen([])  # where to go next
    assert "ISIS" not in screen([])
    assert "has Palmyra" not in screen(LINES[:1])


def test_demo_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(coder_module, "_found", fake.entries)
    page = tmp_path / "page.html"
    result = CliRunner().invoke(main, ["demo", "--html", str(page)])
    assert result.exit_code == 0, result.stderr
    assert "page.html" in result.stdout
    assert page.read_text().count("<article>") >= 24
    lines = CliRunner().invoke(main, ["demo", "--format", "jsonl"]).stdout.splitlines()
    assert all(json.loads(line)["kind"] for line in lines)


def test_demo_with_the_real_reader() -> None:
    result = CliRunner().invoke(main, ["demo"])
    assert result.exit_code == 0, result.stderr
    days = re.findall(r"^(\d+ \w+ \d{4}) ─", result.stdout, re.MULTILINE)
    for day in ("21 May 2015", "27 Mar 2016", "11 Dec 2016", "2 Mar 2017"):
        assert day in days
    assert result.stdout.count("has Palmyra ─") + result.stdout.count("have Palmyra ─") >= 4
    assert "Syrian Army took Palmyra" in result.stdout
