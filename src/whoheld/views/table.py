"""Claims as a table for eyes: one claim a row, its sentence beneath; as wide as the terminal is."""

import os
from collections.abc import Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from whoheld.model import AUTHOR, Claim, Document, Status
from whoheld.views.palette import look_of
from whoheld.views.phrases import done
from whoheld.views.record import explanation
from whoheld.views.words import number, party, shown, told, when
from whoheld.views.writing import dating

HEADINGS = ("who", "did what", "to whom", "where", "when", "said by", "status")
MOST = (26, 20, 24, 20, 22, 26, 11)  # as much as a column may take where there is room
LEAST = (12, 9, 11, 10, 11, 10, 8)
NARROWEST = 96  # columns; a narrower terminal gets the fields of a claim in a line
PIPED_WIDTH = 120


class Table:
    """Writes a table a document."""

    def __init__(self, stream: TextIO, *, explain: bool = False) -> None:
        width = None if stream.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
        self.console = Console(file=stream, width=width, highlight=False, emoji=False, markup=False)
        self.explain = explain

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Write the document's head and its claims."""
        self.console.print(_head(document, len(claims)))
        rows = [_cells(claim) for claim in claims]
        wide = bool(claims) and self.console.width >= NARROWEST
        widths = _widths(rows, self.console.width - 6) if wide else ()
        if wide:
            self.console.print(_line("", [Text(each, style="dim") for each in HEADINGS], widths))
        for at, (claim, cells) in enumerate(zip(claims, rows, strict=True), start=1):
            label, following = str(at), claims[at] if at < len(claims) else None
            self.console.print(_line(label, cells, widths) if wide else _flowing(label, claim, cells))
            if self.explain:
                self._indented(_explained(claim, document))
            if following is None or following.evidence != claim.evidence:  # one quote for all that rests on it
                self._indented(_evidence(claim, document))
        self.console.print()

    def close(self) -> None:
        """Nothing is left to write."""

    def _indented(self, text: Text) -> None:
        self.console.print(Padding(text, (0, 0, 0, 5)))


def _head(document: Document, claims: int) -> Text:
    title = shown(document.title) or document.id
    told = [document.source, dating(document), f"{claims} claim{'' if claims == 1 else 's'}"]
    name = [document.id] if document.title else []
    return Text.assemble((title, "bold"), "\n", (" · ".join(filter(None, name + told)), "dim"))


def _cells(claim: Claim) -> list[Text]:
    plain = claim.status is Status.ASSERTED
    return [
        Text(party(claim.actor.name if claim.actor else None), style="bold"),
        _deed(claim),
        Text(party(claim.recipient.name if claim.recipient else None), style="bold"),
        Text(party(claim.place.name if claim.place else None)),
        Text(when(claim.when.interval)),
        Text(shown(claim.speaker.name), style="dim" if claim.speaker.name == AUTHOR else ""),
        Text(claim.status.value, style="dim" if plain else "bold reverse"),
    ]


def _deed(claim: Claim) -> Text:
    deed = Text(done(claim.kind), style=look_of(claim.kind).terminal)
    for count in claim.counts:
        deed.append(f"\n{number(count)}")
    return deed


def _widths(rows: list[list[Text]], room: int) -> tuple[int, ...]:
    """Each column as wide as its longest cell, up to its most; where room is short the widest give way."""
    lengths = [max(cell_len(row[at].plain.partition("\n")[0]) for row in rows) for at in range(len(HEADINGS))]
    widths = [
        min(max(length, len(heading), least), most)
        for length, heading, least, most in zip(lengths, HEADINGS, LEAST, MOST, strict=True)
    ]
    room -= 2 * (len(widths) - 1)
    while sum(widths) > room:
        spare = [width - least for width, least in zip(widths, LEAST, strict=True)]
        if max(spare) <= 0:
            break
        widths[spare.index(max(spare))] -= 1
    return tuple(widths)


def _line(label: str, cells: list[Text], widths: tuple[int, ...]) -> Grid:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=3, justify="right", style="dim")
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    grid.add_row(label, *cells)
    return grid


def _flowing(label: str, claim: Claim, cells: list[Text]) -> Padding:
    """A claim as a sentence with its day, speaker and status, for a narrow terminal."""
    day, speaker, status = cells[4:]
    parts = [Text(told(claim), style=f"bold {look_of(claim.kind).terminal}")]
    parts += [Text(f" · {number(count)}") for count in claim.counts]
    for lead, cell in ((" · ", day), (" · said by ", speaker), (" · ", status)):
        if cell.plain != party(None):
            parts += [Text(lead, style="dim"), cell]
    return Padding(Text.assemble((f"{label}. ", "dim"), *parts), (0, 0, 0, 1))


def _evidence(claim: Claim, document: Document) -> Text:
    quote = Text(f"“{shown(claim.evidence.of(document.text))}”", style="italic dim")
    if claim.repeats:
        quote.append(f"  · stands {len(claim.repeats) + 1} times in the text", style="not italic")
    return quote


def _explained(claim: Claim, document: Document) -> Text:
    lines = Text()
    for role, reason in explanation(claim, document).items():
        if reason:
            lines.append(f"{role.replace('_', ' '):>10}  ", style="cyan").append(f"{shown(reason)}\n")
    lines.rstrip()
    return lines
