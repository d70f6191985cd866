"""Writes the tables of the pages and the README's example from the program itself: ``python -m docs.tables``.

A page marks each place with ``<!-- begin: NAME -->`` and ``<!-- end: NAME -->``; a test finds stale ones.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir
from html import escape
from inspect import cleandoc
from pathlib import Path

import click
from click.testing import CliRunner

from whoheld import errors
from whoheld.cli import main as program
from whoheld.codebooks.actors import actors, wars
from whoheld.codebooks.crosswalks import rows
from whoheld.codebooks.kinds import families

PAGES = Path(__file__).parent
PART = re.compile(r"(<!-- begin: (\w+) -->\n).*?(<!-- end: \2 -->)", re.DOTALL)


def table(head: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    columns = list(head)
    lines = [columns, ["---"] * len(columns), *body]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def kinds_table() -> str:
    """The kinds by family."""
    parts = []
    for family, members in families().items():
        body = [[f"`{k.name}`", k.meaning, k.actor, k.recipient or "none", _traits(k)] for k in members]
        parts.append(f"\n## {family.capitalize()}\n\n{table(['kind', 'means', 'actor', 'recipient', ''], body)}")
    return "".join(parts) + "\n"


def _traits(kind: object) -> str:
    words = {
        "is_state": "state",
        "symmetric": "symmetric",
        "deadly": "deadly",
        "moves_control": "moves control",
    }
    return ", ".join(word for flag, word in words.items() if getattr(kind, flag))


def crosswalk(name: str) -> Callable[[], str]:
    """A maker of the table of one crosswalk."""

    def make() -> str:
        found = rows(name)
        codes = {"kind", "event", "mode", "event_type", "sub_event_type"}
        body = [[f"`{v}`" if v and k in codes else v for k, v in row.items()] for row in found]
        return "\n" + table([column.replace("_", " ") for column in found[0]], body) + "\n"

    return make


def actor_table() -> str:
    """How many actors the registry has, by war and by kind."""
    by_war = Counter(war for actor in actors() for war in actor.sides)
    by_kind = Counter(actor.kind.value for actor in actors())
    names = sum(1 + len(actor.aliases) + len(actor.namings) for actor in actors())
    head = f"\n{len(actors())} actors under {names} names, with sides in {len(wars())} wars.\n"
    first = table(["war", "actors with a side"], ([war, str(n)] for war, n in sorted(by_war.items())))
    return f"{head}\n{first}\n{table(['kind', 'actors'], ([k, str(n)] for k, n in by_kind.most_common()))}\n"


def error_tree() -> str:
    """The tree of exceptions."""
    return f"\n```text\n{(errors.__doc__ or '').strip()}\n```\n\n"


def commands() -> str:
    """Every command with its arguments and options."""
    return "\n" + "\n".join(_command(path, command) for path, command in walk(program, "whoheld")) + "\n"


def walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """A command and all below it, with the words that call each."""
    yield path, command
    for name, below in sorted(getattr(command, "commands", {}).items()):
        yield from walk(below, f"{path} {name}")


def _command(path: str, command: click.Command) -> str:
    arguments = " ".join(param.make_metavar(_context(command)) for param in _of(command, click.Argument))
    usage = " ".join(filter(None, [path, "[OPTIONS]" if _of(command, click.Option) else "", arguments]))
    said = cleandoc(command.help or "")
    body = [_option(param, command) for param in _of(command, click.Option)]
    options = f"\n{table(['option', 'what it does'], body)}" if body else ""
    return f"## `{path}`\n\n```text\n{usage}\n```\n\n{said}\n{options}"


def _of(command: click.Command, kind: type[click.Parameter]) -> list[click.Parameter]:
    return [param for param in command.params if isinstance(param, kind)]


def _context(command: click.Command) -> click.Context:
    return click.Context(command, info_name=command.name)


def _option(param: click.Parameter, command: click.Command) -> list[str]:
    left, right = param.get_help_record(_context(command)) or ("", "")
    return [f"<code>{escape(left)}</code>", right]


def example() -> str:
    """A text, the command that reads it, and what that shows.

    Raises:
        RuntimeError: the command fails.
    """
    text = (PAGES / "example.txt").read_text(encoding="utf-8").strip()
    call = ["read", "docs/example.txt", "--published", "2023-12-19"]
    with chdir(PAGES.parent):
        shown = CliRunner(env={"COLUMNS": "100"}).invoke(program, call)
    if shown.exit_code:
        raise RuntimeError(shown.stderr)
    lines = "\n".join(line.rstrip() for line in shown.stdout.rstrip().splitlines())
    quoted = "\n".join(f"> {line}\n>" for line in text.splitlines()).rstrip(">\n")
    return f"\n{quoted}\n\n```console\n$ whoheld {' '.join(call)}\n{lines}\n```\n\n"


MAKERS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "kinds": kinds_table,
    "actors": actor_table,
    "errors": error_tree,
    "example": example,
    **{name: crosswalk(name) for name in ("acled", "plover", "ucdp", "ucdp_parties")},
    **{name: crosswalk(name) for name in ("acled_to_kind", "plover_to_kind")},
}


def renewed(text: str) -> str:
    """A page with its tables made anew."""
    return PART.sub(lambda part: f"{part[1]}{MAKERS[part[2]]()}{part[3]}", text)


def pages() -> list[Path]:
    """The pages that hold tables."""
    return [
        page
        for page in [PAGES.parent / "README.md", *sorted(PAGES.rglob("*.md"))]
        if PART.search(page.read_text(encoding="utf-8"))
    ]


def write() -> int:
    """Renew all pages."""
    for page in pages():
        page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(write())
