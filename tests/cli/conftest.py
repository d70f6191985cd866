"""The command line run in this process, with a coder that needs no language model."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import whoheld.reading.coder as coder_module
from tests.cli import fake
from whoheld.cli import main

TEXT = "ISIS took Palmyra from Damascus. Nothing else was known."


@pytest.fixture
def fake_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coder_module, "_found", fake.entries)


@pytest.fixture
def run(fake_coder: None) -> Callable[..., Result]:
    def call(*arguments: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)

    return call


@pytest.fixture
def read(run: Callable[..., Result]) -> Callable[..., Result]:
    def call(*arguments: object, stdin: bytes | None = None) -> Result:
        return run("read", "--format", "jsonl", "--published", "2016-12-12", *arguments, stdin=stdin)

    return call


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(TEXT)
    return path
