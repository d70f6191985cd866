"""``whoheld read``: documents in, claims out, and a line for whatever cannot be read."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from whoheld.cli.output import format_for, opened, refuse_input_as_output
from whoheld.cli.progress import bar, waiting
from whoheld.cli.report import Report
from whoheld.documents import Given, parse_day
from whoheld.errors import BadDate, InputError, WhoheldError
from whoheld.model import Claim, Document
from whoheld.reading.coder import Coder, load_coder
from whoheld.settings import Settings
from whoheld.sources import Failure, count, documents
from whoheld.views import Writer, make_writer


@dataclass(frozen=True)
class Options:
    """What the command line says."""

    paths: tuple[str, ...]
    published: str | None = None
    source: str = ""
    form: str | None = None
    output: str | None = None
    explain: bool = False
    coder: str = "frames"

    @cached_property
    def given(self) -> Given:
        """Date and source as the user knows them.

        Raises:
            BadDate: the date is none.
        """
        try:
            return Given(parse_day(self.published) if self.published is not None else None, self.source)
        except BadDate as error:
            message = f"--published: {error}"
            raise BadDate(message) from error


class LazyCoder:
    """A coder that is loaded when the first document is there: bad input is told of at once."""

    def __init__(self, name: str, settings: Settings) -> None:
        self.name, self.settings = name, settings

    @cached_property
    def coder(self) -> Coder:
        """The coder itself."""
        with waiting("loading the reader; the first time, its gazetteer is built"):
            return load_coder(self.name, self.settings)

    def read(self, document: Document, report: Report) -> list[Claim] | None:
        """The claims of a document, or None, and a line, where the coder fails on it."""
        coder = self.coder
        try:
            return coder.read(document)
        except WhoheldError as error:
            if not isinstance(error, InputError):
                raise
            report.problem(document.id, error)
        except Exception as error:  # noqa: BLE001  (one text that trips a coder up must not lose the others)
            report.problem(document.id, f"the reader failed on it: {type(error).__name__}: {error}")
        return None


def run(options: Options) -> int:
    """Read all and write it; the exit status is returned."""
    given, settings, report = options.given, Settings(), Report()
    refuse_input_as_output(options.output, options.paths)
    coder = LazyCoder(options.coder, settings)
    on_terminal = not options.output and sys.stdout.isatty()
    with opened(options.output) as stream:
        writer = make_writer(format_for(options.form, options.output), stream, explain=options.explain)
        with bar(count(options.paths), output_on_terminal=on_terminal) as advance:
            _read_all(options, given, settings, Work(coder, writer, report, advance))
        writer.close()
    report.close()
    return report.status


@dataclass(frozen=True)
class Work:
    """What reading needs and feeds."""

    coder: LazyCoder
    writer: Writer
    report: Report
    advance: Callable[[], None]


def _read_all(options: Options, given: Given, settings: Settings, work: Work) -> None:
    for found in documents(options.paths, settings.max_bytes, given):
        if isinstance(found, Failure):
            work.report.problem(found.name, found.error)
        else:
            _read_one(found, work)
        work.advance()


def _read_one(document: Document, work: Work) -> None:
    claims = work.coder.read(document, work.report)
    if claims is not None:
        work.report.dated(document)
        work.writer.add(document, claims)
