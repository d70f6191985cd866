"""The program as a process: how fast it answers, and what it does when its output goes away."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

HELP_SECONDS = 0.3
FAKE = (sys.executable, "-m", "tests.cli.fake")


def fastest(*command: str, times: int = 5) -> float:
    best = 9.0
    for _ in range(times):
        begun = perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        best = min(best, perf_counter() - begun)
    return best


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("read", "--help"), ("coders",)])
def test_help_is_quick(arguments: tuple[str, ...]) -> None:
    bare = fastest(sys.executable, "-c", "")
    whole = fastest(sys.executable, "-c", "from whoheld.cli import main; main()", *arguments)
    assert whole < HELP_SECONDS + 2 * bare  # on a busy machine the interpreter alone takes its share


def test_help_imports_nothing_heavy() -> None:
    heavy = ("spacy", "rich", "lxml", "jinja2", "trafilatura")
    code = f"import sys, whoheld.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run((sys.executable, "-c", code), check=True, capture_output=True, text=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_reader_that_stops_early_leaves_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("ISIS took Palmyra. " * 20_000)
    command = (*FAKE, "read", str(tmp_path / "long.txt"), "-f", "jsonl", "--published", "2016-12-12")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith('{"id"')
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device here")  # noqa: PTH110
@pytest.mark.parametrize("form", ["table", "jsonl", "html"])
def test_full_disk_is_one_line(tmp_path: Path, form: str) -> None:
    (tmp_path / "text.txt").write_text("ISIS took Palmyra. ")
    command = (*FAKE, "read", str(tmp_path / "text.txt"), "-f", form, "--published", "2016-12-12")
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "standard output cannot be written" in done.stderr


def test_piped_table_has_no_colour(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("ISIS took Palmyra. ")
    command = (*FAKE, "read", str(tmp_path / "text.txt"))
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert "\x1b" not in done.stdout
    assert "Palmyra" in done.stdout
