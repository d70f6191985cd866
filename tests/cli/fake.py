"""A coder that knows one sentence form, and the command line with that coder as its default reader.

``python -m tests.cli.fake read ...`` is ``whoheld read ...`` with it.
"""

import re
import sys
from importlib.metadata import EntryPoint

import whoheld.reading.coder as coder_module
from whoheld.model import (
    Claim,
    Count,
    CountKind,
    Document,
    Location,
    Party,
    Place,
    PlaceKind,
    Span,
    Speaker,
    Timing,
)
from whoheld.model.time import Interval
from whoheld.settings import Settings

SENTENCE = re.compile(r"(?P<who>[A-Z]\w+) (?P<verb>took|holds) (?P<where>[A-Z]\w+)(?: from (?P<whom>[A-Z]\w+))?")
PALMYRA = Place("test:1", "Palmyra", PlaceKind.SETTLEMENT, 34.55, 38.27, "SY", "Homs", 50000)


class FakeCoder:
    name = "fake"
    version = "1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def read(self, document: Document) -> list[Claim]:
        if "TRIP" in document.text:
            raise ValueError("tripped up\nby this")
        return [_claim(document, found) for found in SENTENCE.finditer(document.text)]


def _claim(document: Document, found: re.Match[str]) -> Claim:
    day = document.published
    whom = found["whom"]
    return Claim(
        doc=document.id,
        evidence=Span(*found.span()),
        kind="capture" if found["verb"] == "took" else "hold",
        actor=Party(found["who"], Span(*found.span("who")), "x", "it is named"),
        recipient=Party(whom, Span(*found.span("whom")), "", "it is named") if whom else None,
        place=Location(found["where"], Span(*found.span("where")), PALMYRA, "the only one"),
        when=Timing(Interval.of(day, day), None, "the day of publication") if day else Timing(),
        speaker=Speaker("SANA", None, "it says so") if "SANA said" in document.text else Speaker(),
        counts=(Count(CountKind.KILLED, "soldiers", 12, None),),
        trigger=Span(*found.span("verb")),
        confidence=0.75,
        reader="fake 1; none 0",
    )


def entries() -> dict[str, EntryPoint]:
    named = {
        "fake": "tests.cli.fake:FakeCoder",
        "frames": "tests.cli.fake:FakeCoder",
        "gone": "no.such:Thing",
    }
    return {name: EntryPoint(name, target, coder_module.GROUP) for name, target in named.items()}


if __name__ == "__main__":
    from whoheld.cli import main

    coder_module._found = entries  # type: ignore[assignment]
    sys.exit(main(prog_name="whoheld"))
