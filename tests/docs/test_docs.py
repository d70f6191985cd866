import re
import tomllib
from pathlib import Path

import pytest

from docs.tables import PAGES, pages, renewed, walk
from whoheld import errors
from whoheld.cli import main
from whoheld.codebooks.crosswalks import acled, ucdp
from whoheld.codebooks.kinds import kinds
from whoheld.model import ActorKind, Claim, Document, Span
from whoheld.views.record import claim_record

ROOT = PAGES.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def page(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


IN_DOCS = [stored for stored in pages() if stored.is_relative_to(PAGES)]


@pytest.mark.parametrize("stored", IN_DOCS, ids=lambda stored: stored.stem)
def test_tables_are_fresh(stored: Path):
    text = stored.read_text(encoding="utf-8")
    assert text == renewed(text), "stale; run: python -m docs.tables"


def test_every_command_and_option_is_in_the_reference():
    text = page("reference/cli.md")
    for path, command in walk(main, "whoheld"):
        assert f"## `{path}`" in text
        for option in (name for param in command.params for name in param.opts if name.startswith("-")):
            assert option in text


def test_every_kind_is_in_the_reference():
    assert all(f"| `{name}` |" in page("reference/kinds.md") for name in kinds())
    assert all(f"| `{name}` |" in page("reference/crosswalks.md") for name in kinds())


def test_every_key_of_the_record_is_in_the_reference():
    document = Document("d", "They left.")
    keys = claim_record(Claim("d", Span(0, 4), "withdrawal"), document).keys()
    told = set(re.findall(r"`(\w+)`", page("reference/record.md")))
    assert keys <= told


def test_every_error_is_in_the_reference():
    names = [name for name, each in vars(errors).items() if isinstance(each, type)]
    assert all(re.search(rf"\b{name}\b", page("reference/errors.md")) for name in names)


def test_every_setting_is_in_the_reference():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert set(re.findall(r"WHOHELD_[A-Z_]+", sources)) == set(
        re.findall(r"WHOHELD_[A-Z_]+", page("reference/settings.md"))
    )


def test_every_dependency_has_its_reason():
    wanted = [
        *PROJECT["dependencies"],
        *(each for group in PROJECT["optional-dependencies"].values() for each in group),
    ]
    told = set(re.findall(r"`([\w-]+)`", page("explanation/dependencies.md")))
    assert {re.split(r"[<>=\[]", each)[0] for each in wanted} <= told


def test_every_benchmark_with_figures_has_its_command():
    assert all(
        f"python -m benchmarks.{name} " in page("explanation/measured.md")
        for name in ("claims", "places", "times", "speakers", "speed")
    )


def test_the_readme_has_the_two_commands_that_the_check_runs():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("pip install ") and line.endswith("&& whoheld demo") for line in lines) == 1
    assert sum(line.startswith("pip install ") and line.endswith("&& pytest") for line in lines) == 1


def test_the_readme_shows_the_example_and_quotes_nothing_else():
    """What is read in it may differ with the installed language model, so only the quotes are held to it."""
    readme, text = (ROOT / "README.md").read_text(encoding="utf-8"), page("example.txt")
    assert all(f"> {line}" in readme for line in text.splitlines())
    quotes = re.findall(r"“([^”]*)”", readme)
    assert len(quotes) >= 5
    assert all(quote in text for quote in quotes)


def test_files_that_the_pages_name_are_there():
    for source in [*PAGES.rglob("*.md"), ROOT / "README.md"]:
        for path in re.findall(r"`((?:src|benchmarks|docs|tests)/[\w./-]*)`", source.read_text(encoding="utf-8")):
            assert (ROOT / path).exists(), f"{source}: {path}"


def test_links_between_pages_lead_somewhere():
    for source in [*PAGES.rglob("*.md"), ROOT / "README.md"]:
        for target in re.findall(r"\]\(([^)#]+)", source.read_text(encoding="utf-8")):
            assert target.startswith("http") or (source.parent / target).exists(), f"{source}: {target}"


def test_every_page_is_in_the_navigation():
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for each in PAGES.rglob("*.md"):
        assert each.relative_to(PAGES).as_posix() in nav


def test_what_the_python_page_says_of_the_codebooks():
    text = page("how-to/python.md")
    assert repr(kinds()["capture"].recipient) in text
    assert repr(acled("capture", ActorKind.ARMY).sub_event_type) in text
    assert f"# {ucdp('attack', ActorKind.REBEL, ActorKind.CIVILIANS).type_of_violence}" in text
