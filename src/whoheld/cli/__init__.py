"""The command line; every command imports what it needs when it runs, so that help is quick."""

import sys
from typing import Any

import click

from whoheld import __version__
from whoheld.errors import UsageError, WhoheldError

FORMATS = ("table", "jsonl", "json", "html")
NAMES = {"help_option_names": ["-h", "--help"]}


class Group(click.Group):
    """A group that tells every error of ours in one line: status 2 for wrong use, 1 for all else."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (as in click)
        """Run the command."""
        try:
            return super().invoke(ctx)
        except WhoheldError as error:
            click.echo(f"whoheld: {error}", err=True)
            ctx.exit(2 if isinstance(error, UsageError) else 1)


@click.group(cls=Group, context_settings=NAMES)
@click.version_option(__version__, "-V", "--version", prog_name="whoheld")
def main() -> None:
    """Read reporting on armed conflicts: who held what, since when, according to whom."""


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--published", metavar="DATE", help="Day of publication, such as 2016-12-12.")
@click.option("--source", default="", metavar="NAME", help="Outlet or body that issued the texts.")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), help="How to show the claims [table].")
@click.option("-o", "--output", metavar="FILE", help="Write there; its suffix may tell the format.")
@click.option("--explain", is_flag=True, help="Say of each claim how its parts were filled.")
@click.option("--coder", default="frames", show_default=True, metavar="NAME", help="Which reader to use.")
def read(**options: Any) -> None:  # noqa: ANN401  (click gives them by name)
    """Read texts into claims, each with its sentence.

    PATH is a text, Markdown or HTML file, a folder of these, a .jsonl file with a document a line (doc,
    title, published, source, text), or - for standard input.
    """
    from whoheld.cli.reading import Options, run  # noqa: PLC0415

    sys.exit(run(Options(**options)))


@main.command()
@click.option("--html", "page", metavar="FILE", help="Write the dispatches with their claims as a page.")
@click.option("-f", "--format", "form", type=click.Choice(("timeline", "jsonl")), default="timeline")
def demo(page: str | None, form: str) -> None:
    """Read made-up dispatches on Palmyra, 2015 to 2017, and show who said what."""
    from whoheld.cli.showing import run  # noqa: PLC0415

    sys.exit(run(page, form))


@main.command()
def coders() -> None:
    """List the readers that are installed."""
    from whoheld.reading.coder import DEFAULT, coders  # noqa: PLC0415

    for each in coders():
        mark = "  (default)" if each.name == DEFAULT else ""
        click.echo(f"{each.name:<12} {each.target}  {each.package}{mark}")


@main.group(context_settings=NAMES)
def gazetteer() -> None:
    """Build, look at or add to the places that texts are read with."""


@gazetteer.command()
def build() -> None:
    """Build it now, if it is not there yet."""
    from whoheld.cli.places import build  # noqa: PLC0415

    build()


@gazetteer.command()
def info() -> None:
    """Say where it is and what it holds."""
    from whoheld.cli.places import info  # noqa: PLC0415

    info()


@gazetteer.command()
@click.argument("pack", metavar="PACK")
def add(pack: str) -> None:
    """Add the places of a file: a GeoNames table or a Who's On First extract."""
    from whoheld.cli.places import add  # noqa: PLC0415

    add(pack)
