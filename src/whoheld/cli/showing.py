"""``whoheld demo``: the packaged dispatches, read now, and what they tell of one city."""

from time import perf_counter

from whoheld.cli.output import opened
from whoheld.cli.progress import bar
from whoheld.cli.reading import LazyCoder
from whoheld.cli.report import Report
from whoheld.demo import dispatches
from whoheld.demo.told import Telling
from whoheld.settings import Settings
from whoheld.views import make_writer


def run(page: str | None, form: str, coder: str = "frames") -> int:
    """Read the dispatches, write what was asked for, and return the exit status."""
    report, reader, documents = Report(), LazyCoder(coder, Settings()), dispatches()
    _ = reader.coder  # loading it takes longer than reading: it is not part of the time told
    begun = perf_counter()
    telling = Telling()
    with bar(len(documents), output_on_terminal=False, what="reading dispatches") as advance:
        for document in documents:
            telling.add(document, reader.read(document, report) or [])
            advance()
    seconds = perf_counter() - begun
    if page:
        _write(page, "html", telling)
    with opened(None) as stream:
        if form == "timeline":
            from whoheld.demo.screen import show  # noqa: PLC0415

            show(telling, stream, seconds, page)
        else:
            _write(None, form, telling)
    return report.status


def _write(output: str | None, form: str, telling: Telling) -> None:
    with opened(output) as stream:
        writer = make_writer(form, stream)
        for document, claims in telling.read:
            writer.add(document, claims)
        writer.close()
