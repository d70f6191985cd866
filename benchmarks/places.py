"""How well places are recognised and resolved.

``python -m benchmarks.places PATH... [--errors N] [--limit N]`` reads a corpus in LGL's XML form, or HumSet's JSON and
CSV, and prints one JSON line last:

* ``in_gazetteer_share``: annotated mentions with an id that the gazetteer has;
* ``acc161_in_gazetteer``, ``acc25_in_gazetteer``, ``id_in_gazetteer``: of these, given their spans, how many are
  resolved to within 161 km, within 25 km, to the very entry (HumSet: each name counts once a text);
* ``recognition_f1``: spans found, by overlap, one to one;
* ``end_to_end_f1``: spans found and resolved to within 161 km, of all spans whose point is known.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks.place_corpora import Annotated, Gold, load
from whoheld.gazetteer import Gazetteer
from whoheld.model import Document, Place
from whoheld.reading.mentions import PlaceMention
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model, parse
from whoheld.reading.places import PlaceFinder
from whoheld.settings import Settings

EARTH = 6371.0
FAR, CLOSE = 161.0, 25.0


def kilometres(place: Place | None, lat: float | None, lon: float | None) -> float:
    """Distance on the sphere; infinite where either has no point."""
    if place is None or place.lat is None or place.lon is None or lat is None or lon is None:
        return math.inf
    a, b = math.radians(place.lat), math.radians(lat)
    turn = math.radians(lon - place.lon)
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)
    return EARTH * math.acos(max(-1.0, min(1.0, cosine)))


class Scorer:
    """Adds up over the texts of a corpus."""

    def __init__(self, gazetteer: Gazetteer, finder: PlaceFinder) -> None:
        self.gazetteer, self.finder = gazetteer, finder
        self.sums: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.nlp = load_model()

    def add(self, text: Annotated) -> None:
        """Score one text."""
        page = parse(Document(text.id, text.text, source=text.source), self.nlp)
        gold = [self._with_point(each) for each in text.gold]
        self._given(page, gold)
        self._whole(page, gold)

    def _with_point(self, gold: Gold) -> Gold:
        known = self.gazetteer.place(gold.id) if gold.id and gold.lat is None else None
        return Gold(gold.start, gold.end, gold.id, known.lat, known.lon) if known else gold

    def _right(self, place: Place | None, gold: Gold, within: float) -> bool:
        if place is not None and place.id == gold.id:
            return True
        return kilometres(place, gold.lat, gold.lon) <= within

    def _given(self, page: Page, gold: list[Gold]) -> None:
        spans = [_tokens(page, each) for each in gold]
        wanted = [(each, span) for each, span in zip(gold, spans, strict=True) if span]
        found = self.finder.given(page, [span for _, span in wanted])
        for (each, _), mention in zip(wanted, found, strict=True):
            if not each.id:
                continue
            self.sums["with_id"] += 1
            if self.gazetteer.place(each.id) is None:
                continue
            self.sums["known"] += 1
            place = mention.place
            self.sums["id"] += place is not None and place.id == each.id
            self.sums["far"] += self._right(place, each, FAR)
            self.sums["close"] += self._right(place, each, CLOSE)
            if not self._right(place, each, FAR):
                self.errors[f"resolve: {mention.name} is {each.id}, not {place.id if place else None}"] += 1

    def _whole(self, page: Page, gold: list[Gold]) -> None:
        page.places = self.finder(page)
        free = list(page.places)
        for each in gold:
            match = next((m for m in free if _overlaps(page, m, each)), None)
            self.sums["gold"] += 1
            placed = each.lat is not None
            self.sums["placed"] += placed
            if match is None:
                self.errors[f"missed: {page.document.text[each.start : each.end]}"] += 1
                continue
            free.remove(match)
            self.sums["found"] += 1
            if not placed:
                self.sums["unplaced_found"] += 1
            elif self._right(match.place, each, FAR):
                self.sums["end_to_end"] += 1
        self.sums["predicted"] += len(page.places)
        if not any(each.lat is not None for each in gold):
            self.sums["unrated"] += len(free)  # a text without any point cannot tell which of the rest are wrong
        for mention in free:
            self.errors[f"extra: {page.doc[mention.start : mention.end].text}"] += 1

    def report(self) -> dict[str, float | int]:
        """The figures."""
        s = self.sums
        # What is right in the text but has no point in the corpus is neither gain nor loss end to end.
        rated = s["predicted"] - s["unplaced_found"] - s["unrated"]
        return {
            "acc161_in_gazetteer": _share(s["far"], s["known"]),
            "acc25_in_gazetteer": _share(s["close"], s["known"]),
            "id_in_gazetteer": _share(s["id"], s["known"]),
            "recognition_f1": _share(2 * s["found"], s["predicted"] + s["gold"]),
            "end_to_end_f1": _share(2 * s["end_to_end"], rated + s["placed"]),
            "in_gazetteer_share": _share(s["known"], s["with_id"]),
            "recognition_precision": _share(s["found"], s["predicted"]),
            "recognition_recall": _share(s["found"], s["gold"]),
            "mentions": s["gold"],
        }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _tokens(page: Page, gold: Gold) -> tuple[int, int] | None:
    span = page.doc.char_span(*_parsed(page, gold), alignment_mode="expand")
    return (span.start, span.end) if span is not None and len(span) else None


def _parsed(page: Page, gold: Gold) -> tuple[int, int]:
    """The gold characters in the parse, where a repeated paragraph stands once."""
    for block in page.blocks:
        for at in (block.at, *block.repeats):
            shift = gold.start - at
            if shift >= 0 and page.doc.text.startswith(page.document.text[at : gold.end], block.parsed):
                return block.parsed + shift, block.parsed + gold.end - at
    return gold.start, gold.end


def _overlaps(page: Page, mention: PlaceMention, gold: Gold) -> bool:
    span = page.span(mention.start, mention.end)
    copies = (span, *page.repeats(mention.start, mention.end))
    return any(copy.start < gold.end and gold.start < copy.end for copy in copies)


def main(arguments: Iterable[str] | None = None) -> None:
    """Run the benchmark."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="+", type=Path)
    options.add_argument("--errors", type=int, default=0, metavar="N", help="print the N commonest errors of each sort")
    options.add_argument("--limit", type=int, default=None, metavar="N", help="read the first N texts only")
    chosen = options.parse_args(list(arguments) if arguments is not None else None)
    gazetteer = Gazetteer.open(Settings())
    scorer = Scorer(gazetteer, PlaceFinder(gazetteer))
    for number, text in enumerate(load(chosen.paths)):
        if chosen.limit is not None and number >= chosen.limit:
            break
        scorer.add(text)
    for sort in ("resolve", "missed", "extra"):
        shown = [item for item in scorer.errors.most_common() if item[0].startswith(sort)]
        for line, times in shown[: chosen.errors]:
            print(f"{times:4} {line}")
    print(json.dumps(scorer.report()))


if __name__ == "__main__":
    main()
