"""``whoheld gazetteer``: build it, look at it, add to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import click

from whoheld.cli.progress import waiting
from whoheld.errors import GazetteerMissing, InputError
from whoheld.gazetteer import Gazetteer, load_pack
from whoheld.settings import Settings


def build() -> None:
    """Build the gazetteer, if it is not there yet, and say what there is."""
    with waiting("building the gazetteer"):
        Gazetteer.open(Settings())
    info()


def info() -> None:
    """Name each file of the gazetteer with the number of its places and names.

    Raises:
        GazetteerMissing: none has been built.
    """
    folder = Settings().cache
    files = [*sorted(folder.glob("gazetteer-*.sqlite")), *sorted(folder.glob("pack-*.sqlite"))]
    if not files:
        message = f"there is no gazetteer in {folder} yet; run: whoheld gazetteer build"
        raise GazetteerMissing(message)
    for path in files:
        places, names = _sizes(path)
        click.echo(f"{path}  {places:,} places, {names:,} names, {path.stat().st_size / 1e6:,.0f} MB")


def add(pack: str) -> None:
    """Add a file's places.

    Raises:
        InputError: it cannot be read.
    """
    path = Path(pack)
    if not path.is_file():
        message = f"{pack}: there is no such file"
        raise InputError(message)
    with waiting(f"adding {path.name}"):
        made = load_pack(path, Settings())
    click.echo(f"{made}  {_sizes(made)[0]:,} places")


def _sizes(path: Path) -> tuple[int, int]:
    try:
        with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as base:
            places = base.execute("SELECT count(*) FROM place").fetchone()[0]
            return places, base.execute("SELECT count(*) FROM name").fetchone()[0]
    except sqlite3.Error as error:
        message = f"{path} is damaged ({error}); remove it and run: whoheld gazetteer build"
        raise GazetteerMissing(message) from error
