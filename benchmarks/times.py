"""How well expressions of time are found and resolved: ``python -m benchmarks.times DIR``.

DIR holds TimeML files (``*.tml``) with TIMEX3 elements in the text. All TIMEX3 but the document's own
creation time count. A found expression matches an annotated one where their characters overlap, each at most
once, in order. ``span_f1`` is the F1 of these matches; ``value_f1`` counts a match only where the normalised
value is the same string too (relaxed match with value, as in TempEval-3). Ranges count as their two ends, as
the annotation has them.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from whoheld.model import DateBasis, Document
from whoheld.reading.parse import load_model, parse
from whoheld.reading.times.find import chronicle
from whoheld.reading.times.ranges import ends

Timex = tuple[int, int, str]


def annotated(path: Path) -> tuple[str, list[Timex], date | None]:
    """The text of a TimeML file, its expressions of time with their values, and its creation time."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314  (a corpus that the user names)
    created = root.findtext("DCT/TIMEX3") or ""
    body = root.find("TEXT")
    text, found = "", []
    for piece, value in _pieces(body if body is not None else root):
        if value is not None:
            found.append((len(text), len(text) + len(piece), value))
        text += piece
    day = date.fromisoformat(created[:10]) if re.match(r"\d{4}-\d\d-\d\d", created) else None
    return text, found, day


def _pieces(element: ET.Element) -> Iterator[tuple[str, str | None]]:
    if element.tag == "TIMEX3":
        yield (
            "".join(element.itertext()),
            element.get("value") or element.get("VAL") or element.get("val") or "",
        )
        return
    if element.text:
        yield element.text, None
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield child.tail, None


def found_in(text: str, created: date | None, name: str) -> list[Timex]:
    """What the reader finds in a text."""
    document = Document(name, text, published=created, published_basis=DateBasis.GIVEN if created else DateBasis.NONE)
    page = parse(document, load_model())
    spans = []
    for told in chronicle(page).told:
        for start, end, value in ends(told):
            copies = (page.span(start, end), *page.repeats(start, end))
            spans += [(copy.start, copy.end, value) for copy in copies]
    return sorted(spans)


def pairs(gold: Iterable[Timex], got: list[Timex]) -> Iterator[tuple[Timex, Timex | None]]:
    """Each annotated expression with the first found one that overlaps it and is not taken."""
    taken: set[int] = set()
    for want in gold:
        over = [i for i, have in enumerate(got) if have[0] < want[1] and want[0] < have[1] and i not in taken]
        best = min(over, key=lambda i: (got[i][2] != want[2], i), default=None)
        if best is not None:
            taken.add(best)
        yield want, None if best is None else got[best]


def f1(right: int, wanted: int, given: int) -> float:
    """Harmonic mean of right/wanted and right/given."""
    return round(2 * right / (wanted + given), 4) if wanted + given else 0.0


def score(path: Path, tally: Counter[str]) -> list[str]:
    """Count one file into the tally; a line for each miss, each extra and each wrong value."""
    text, gold, created = annotated(path)
    got = found_in(text, created, path.stem)
    matched = list(pairs(gold, got))
    tally.update(wanted=len(gold), given=len(got), span=sum(have is not None for _, have in matched))
    tally["value"] += sum(have is not None and have[2] == want[2] for want, have in matched)
    used = {have for _, have in matched}
    wrong = [(want, have) for want, have in matched if have is None or have[2] != want[2]]
    lines = [f"{path.stem} {text[w[0] : w[1]]!r} {w[2]} got {h and (text[h[0] : h[1]], h[2])}" for w, h in wrong]
    return lines + [f"{path.stem} EXTRA {text[h[0] : h[1]]!r} {h[2]}" for h in got if h not in used]


def main(arguments: list[str] | None = None) -> int:
    """Score a folder and print one JSON line last."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="show so many misses, extras and wrong values")
    chosen = parser.parse_args(arguments)
    tally: Counter[str] = Counter()
    errors: list[str] = []
    for path in sorted(chosen.folder.glob("*.tml")):
        errors += score(path, tally)
    for line in errors[: chosen.errors]:
        print(line, file=sys.stderr)
    if not tally["wanted"]:
        print(f"no annotated times in {chosen.folder}", file=sys.stderr)
        return 1
    scores = {f"{name}_f1": f1(tally[name], tally["wanted"], tally["given"]) for name in ("value", "span")}
    print(json.dumps({**scores, "annotated": tally["wanted"], "found": tally["given"]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
