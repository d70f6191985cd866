"""The program as a process: how fast it answers, and what it does when its output goes away."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

HELP_SECONDS = 0.3
FAKE = (sys.executable, "-m", "tests.cli.fake")


def processor_seconds(*command: str, times: int = 3) -> float:
    """The least that the program needs; what other programs take meanwhile does not count."""
    return min(_once(command) for _ in range(times))


def _once(command: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("read", "--help"), ("gazetteer", "--help")])
def test_help_is_quick(arguments: tuple[str, ...]) -> None:
    command = (sys.executable, "-c", "from whoheld.cli import main; main()")
    assert processor_seconds(*command, *arguments) < HELP_SECONDS


def test_help_imports_nothing_heavy() -> None:
    heavy = ("spacy", "rich", "lxml", "jinja2", "trafilatura")
    code = f"import sys, whoheld.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run((sys.executable, "-c", code), check=True, capture_output=True, text=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_reader_that_stops_early_leaves_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("ISIS took Palmyra. " * 2_000)
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
