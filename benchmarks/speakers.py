"""How well sources, cues and contents of reported speech are found, against attributions in brat's format.

    python -m benchmarks.speakers DIR [--errors N]

DIR holds ``text/NAME.txt`` and ``attributions/NAME.ann`` or ``NAME_ANNOTATOR.ann``; a text with several
annotators is scored against each of them. A span counts once, however many attributions share it.

Such corpora annotate the outermost attribution only: what is reported inside of reported speech is left out.

- ``source_f1``, ``cue_f1``: a predicted span is right where it has the very characters of an annotated one.
- ``source_overlap_f1``, ``content_overlap_f1``: right where it shares a character with an annotated one.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from whoheld.model import Document
from whoheld.reading.mentions import SpeechAct
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model, parse
from whoheld.reading.speech import find_speech

ROLES = ("source", "cue", "content")
Chars = tuple[int, int]
Found = dict[str, set[Chars]]


def read_annotations(text: str) -> Found:
    """Spans by role that take part in an attribution."""
    spans: dict[str, Chars] = {}
    found: Found = {role: set() for role in ROLES}
    lines = text.splitlines()
    for line in (line for line in lines if line.startswith("T")):
        key, place, _ = line.split("\t", 2)
        numbers = place.replace(";", " ").split()[1:]
        spans[key] = (int(numbers[0]), int(numbers[-1]))
    for line in (line for line in lines if line.startswith("E")):
        for part in line.split("\t")[1].split():
            role, _, key = part.partition(":")
            name = role.rstrip("0123456789").lower()
            if name in found and key in spans:
                found[name].add(spans[key])
    return found


def annotations_of(folder: Path, name: str) -> list[Path]:
    """The annotations of a text, by each annotator."""
    others = (path for path in folder.glob(f"{name}_*.ann") if "_" not in path.stem[len(name) + 1 :])
    return sorted({*others, *folder.glob(f"{name}.ann")})


def read_page(path: Path) -> Page:
    """A text, parsed, with its acts of speech."""
    page = parse(Document(path.stem, path.read_text(encoding="utf-8")), load_model())
    page.speech = find_speech(page)
    return page


def predicted(page: Page) -> Found:
    """Spans by role of the acts of speech of a page."""
    found: Found = {role: set() for role in ROLES}
    for act in outermost(page.speech):
        for role, spans in (
            ("source", [act.source] if act.source else []),
            ("cue", [act.cue]),
            ("content", act.contents),
        ):
            for start, end in spans:
                span = page.span(start, end)
                found[role].add((span.start, span.end))
    return found


def outermost(acts: list[SpeechAct]) -> list[SpeechAct]:
    """The acts whose cue stands in no other act's content."""
    spans = [(span, act) for act in acts for span in act.contents]
    return [
        act
        for act in acts
        if not any(
            start <= act.cue[0] < end and other is not act and other.cue != act.cue for (start, end), other in spans
        )
    ]


def count(gold: set[Chars], got: set[Chars], name: str, tally: Counter[str]) -> None:
    """Adds what is exactly right and what overlaps."""
    tally[f"{name} gold"] += len(gold)
    tally[f"{name} got"] += len(got)
    tally[f"{name} exact"] += len(gold & got)
    tally[f"{name} got over"] += sum(1 for span in got if overlaps(span, gold))
    tally[f"{name} gold over"] += sum(1 for span in gold if overlaps(span, got))


def overlaps(span: Chars, others: set[Chars]) -> bool:
    """It shares a character with one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def f1(right_of_got: int, got: int, right_of_gold: int, gold: int) -> float:
    """Harmonic mean of precision and recall."""
    precision, recall = right_of_got / max(1, got), right_of_gold / max(1, gold)
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def summary(tally: Counter[str], documents: int) -> dict[str, float]:
    """Exact and overlapping F1 by role, with precision and recall of sources."""
    result: dict[str, float] = {"documents": documents}
    for role in ROLES:
        exact, got, gold = tally[f"{role} exact"], tally[f"{role} got"], tally[f"{role} gold"]
        result[f"{role}_f1"] = f1(exact, got, exact, gold)
        result[f"{role}_overlap_f1"] = f1(tally[f"{role} got over"], got, tally[f"{role} gold over"], gold)
    result["source_precision"] = round(tally["source exact"] / max(1, tally["source got"]), 4)
    result["source_recall"] = round(tally["source exact"] / max(1, tally["source gold"]), 4)
    return result


def differences(name: str, text: str, gold: set[Chars], got: set[Chars]) -> Iterator[str]:
    """Spans of one side only, with their surroundings."""
    for label, spans in (("MISSED", gold - got), ("EXTRA", got - gold)):
        for start, end in sorted(spans):
            around = f"{text[max(0, start - 60) : start]}[[{text[start:end]}]]{text[end : end + 70]}"
            yield f"{label} {name} {around}".replace("\n", "¶")


def main() -> int:
    """Prints one JSON line last."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    files = sorted((args.folder / "text").glob("*.txt"))
    if not files:
        parser.error(f"no text/*.txt in {args.folder}")
    tally: Counter[str] = Counter()
    errors: list[str] = []
    for path in files:
        page = read_page(path)
        got = predicted(page)
        for annotated in annotations_of(args.folder / "attributions", path.stem):
            gold = read_annotations(annotated.read_text(encoding="utf-8"))
            for role in ROLES:
                count(gold[role], got[role], role, tally)
            errors += differences(path.stem[:12], page.document.text, gold["source"], got["source"])
    for line in errors[: args.errors]:
        print(line, file=sys.stderr)
    print(json.dumps(summary(tally, len(files))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
