"""The demo's result on a terminal: a timeline of one city, with what is disputed side by side."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from whoheld.demo.told import Statement, Telling, camps, territorial
from whoheld.documents import day_label
from whoheld.model import Status
from whoheld.views.palette import look_of
from whoheld.views.words import number, shown, told

PLACE = "Palmyra"
PER_DAY = 2  # rows of a day
PER_CAMP = 2  # quotes on either side of a dispute
LONGEST = 260  # characters; a longer sentence is cut to its evidence
LINE = 100  # the same, where it has a line for itself
PIPED_WIDTH = 110
NARROW = 76
BLOCKS = " ▂▄▆█"


def show(telling: Telling, stream: TextIO, seconds: float, page: str | None) -> None:
    """Write all of it."""
    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    console = Console(file=stream, width=width, highlight=False, emoji=False, markup=False)
    days = telling.days(PLACE)
    console.print(_head(telling, seconds))
    console.print(Padding(_months(days), (1, 0, 0, 0)))
    for day, statements in days.items():
        parts = list(_day(statements, narrow=console.width < NARROW))
        if parts:
            console.print()
            console.print(Rule(Text(day_label(day), style="bold"), align="left", style="dim"))
            console.print(Padding(Group(*parts), (0, 0, 0, 2)))
    console.print()
    console.print(_next(page))


def _head(telling: Telling, seconds: float) -> Group:
    words = sum(len(document.text.split()) for document, _ in telling.read)
    sizes = {
        "dispatches": len(telling.read),
        "words": words,
        "claims": len(telling.statements),
        "speakers": len(telling.speakers),
    }
    counted = ", ".join(f"{size:,} {name}" for name, size in sizes.items())
    title = Text(f"Who held {PLACE}, 2015 to 2017, according to whom", style="bold")
    lead = Text(
        "Made-up outlets of several sides tell of real events. Each line is a claim that was read in their "
        "dispatches just now; nothing is written in beforehand. What cannot both be so stands side by side."
    )
    return Group(title, lead, Text(f"{counted}, read in {seconds:.1f} s", style="dim"))


def _months(days: dict[date, list[Statement]]) -> RenderableType:
    """For each party that is said to have the place, how many statements of each month say so."""
    said: Counter[tuple[str, int]] = Counter()
    for day, statements in days.items():
        for party, has in filter(None, (one.holding for one in statements)):
            said[party, day.year * 12 + day.month - 1] += has
    if not said:
        return Text()
    parties = Counter({party: 0 for party, _ in said})
    for (party, _), times in said.items():
        parties[party] += times
    first, last = min(month for _, month in said), max(month for _, month in said)
    months = range(first - first % 3, last + 1)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_row(Text(f"said to have {PLACE}", style="dim"), Text(_scale(months), style="dim"))
    for party, _ in parties.most_common(3):
        grid.add_row(party, Text("".join(_block(said[party, month]) for month in months), style="bold"))
    return grid


def _scale(months: range) -> str:
    """Each year above the columns of its first month."""
    starts = {at * 2: str(month // 12) for at, month in enumerate(months) if month % 12 == 0 or at == 0}
    line = ""
    for at, year in starts.items():
        line = line.ljust(at) + year
    return line


def _block(times: int) -> str:
    return BLOCKS[min(times, len(BLOCKS) - 1)] * 2


def _day(statements: Sequence[Statement], *, narrow: bool) -> Iterator[RenderableType]:
    told_apart = camps(statements)
    beside = {id(one) for camp in told_apart or () for one in camp}
    rows = _rows([one for one in statements if id(one) not in beside])
    yield from (_row(same) for same in rows[: 1 if told_apart else PER_DAY])
    if told_apart:
        yield _side_by_side(*told_apart, narrow=narrow)


def _rows(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements that say the same together, what bears on who has the place first; the vague left out."""
    same: dict[str, list[Statement]] = {}
    for one in statements:
        plain = one.claim.status in {Status.ASSERTED, Status.DENIED} and one.claim.actor
        if plain and (territorial(one) or one.claim.counts or one.claim.kind == "destruction"):
            same.setdefault(told(one.claim), []).append(one)
    return sorted(same.values(), key=lambda group: (not territorial(group[0]), -len(group)))


def _row(same: Sequence[Statement]) -> RenderableType:
    """A claim with those who make it, and the words of the surest on a line of their own."""
    first = max(same, key=lambda one: one.claim.confidence)
    line = Text(told(first.claim), style=f"bold {look_of(first.claim.kind).terminal}")
    for count in first.claim.counts:
        line.append(f"  {number(count)}", style="not bold default")
    line.append(f"   {'; '.join(dict.fromkeys(one.voice for one in same))}", style="not bold cyan")
    quote = _quote(first, LINE)
    quote.no_wrap, quote.overflow = True, "ellipsis"
    return Group(line, Padding(quote, (0, 0, 0, 2)))


def _quote(one: Statement, longest: int = LONGEST) -> Text:
    """The sentence, with the words that the claim rests on brighter than the rest."""
    before, words, after = one.sentence
    if len(before) + len(words) + len(after) > longest:
        before = after = ""
    spaced = " " if before and before[-1].isspace() else ""
    parts = (f"“{shown(before)}{spaced}", "dim"), (shown(words), "italic"), (f"{_tail(after)}”", "dim")
    return Text.assemble(*parts)


def _tail(after: str) -> str:
    return (" " if after[:1].isspace() else "") + shown(after)


def _side_by_side(left: list[Statement], right: list[Statement], *, narrow: bool) -> RenderableType:
    grid = Table.grid(expand=True)
    panels = [_camp(left), _camp(right)]
    for _ in panels if not narrow else panels[:1]:
        grid.add_column(ratio=1)
    for row in [[panel] for panel in panels] if narrow else [panels]:
        grid.add_row(*row)
    return grid


def _camp(statements: list[Statement]) -> Panel:
    party, has = statements[0].holding or ("", True)
    lines: list[RenderableType] = []
    seen: set[str] = set()
    for one in sorted(statements, key=lambda one: -one.claim.confidence):
        if one.voice not in seen and len(seen) < PER_CAMP:
            seen.add(one.voice)
            lines += [_quote(one), Text(one.voice, style="cyan")]
    title = Text(f"{party} has {PLACE}" if has else f"{party} does not have {PLACE}", style="bold")
    return Panel(Group(*lines), title=title, title_align="left", border_style="yellow")


def _next(page: str | None) -> Group:
    made = ("whoheld demo --html page.html", "these dispatches, every claim marked in its sentence")
    written = (str(page), "the page that was written: open it in a browser")
    grid = Table.grid(padding=(0, 3, 0, 0))
    for command, what in (
        written if page else made,
        ("whoheld read article.html", "the claims of your own text, as a table"),
        ("whoheld read article.html --explain", "how each part of a claim was found"),
        ("whoheld read folder/ -o claims.jsonl", "a record a claim, for other programs"),
    ):
        grid.add_row(Text(command, style="bold"), Text(what, style="dim"))
    return Group(Rule(Text("Where to go next", style="bold"), align="left", style="dim"), grid)
