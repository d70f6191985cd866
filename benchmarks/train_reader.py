"""Estimate the weights of the reader: which matches of frames are claims, and which options fill their roles.

    python -m benchmarks.train_reader TRAIN_DIR [--encoder DIR] [--test DIR] [--write] [--folds 4]

TRAIN_DIR holds annotated documents (one JSON file each, the form that ``benchmarks.claims`` reads). A match is a
positive example where its word stands in an annotated quote of its kind; where that claim is optional, the example
counts half. An option for a role is a positive example where its name is one of the annotated ones. ``--encoder`` is
where ``benchmarks.train_encoder`` left what it says of documents that it had not seen; without it weights are
estimated, and the test is read, without an encoder. The last line printed is JSON: the scores in cross-validation,
where whole outlets and whole wars are held out together, and on ``--test``. With ``--write`` the weights estimated on
all of TRAIN_DIR go into the package. Needs the extra ``train``.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import whoheld.reading
from benchmarks.agreement import Aliases, alias_table, options, same_name
from benchmarks.annotated import Read, group, read_all
from benchmarks.claims import load_aliases
from benchmarks.encoder.stored import ask, listen
from benchmarks.estimates import Choice, Example, fit, fit_choices
from benchmarks.scoring import occurrences, read_document, report, tally_of, total
from whoheld.gazetteer import Gazetteer
from whoheld.reading.chain import Chain
from whoheld.reading.frame_coder import claims_on
from whoheld.reading.frames.choose import by_sentence, choose
from whoheld.reading.frames.claims import story_of
from whoheld.reading.frames.evidence import evidence
from whoheld.reading.frames.features import features
from whoheld.reading.frames.match import Match
from whoheld.reading.frames.scorer import Scorer
from whoheld.reading.frames.types import Typing
from whoheld.reading.net.encoder import load_encoder
from whoheld.reading.parse import load_model
from whoheld.reading.roles import Pickers
from whoheld.reading.roles.options import Option, T
from whoheld.reading.roles.pick import actor_options, best, crossed, fill, note, recipient_options
from whoheld.reading.roles.places import place_options
from whoheld.reading.roles.site import Site
from whoheld.settings import Settings
from whoheld.views.record import claim_record


def examples(read: Read) -> list[Example]:
    """The matches of a document as examples."""
    spans = [
        (start, end, options(claim["kind"]), 0.5 if claim.get("optional") else 1.0)
        for claim in read.gold["claims"]
        for start, end in occurrences(read.gold["text"], claim["quote"])
    ]
    page, typing, found = read.page, Typing.of(read.page), []
    for rivals in by_sentence(page, typing):
        for match in rivals:
            at = page.span(match.trigger.i, match.trigger.i + 1).start
            hits = [weight for start, end, kinds, weight in spans if start <= at < end and match.frame.kind in kinds]
            names = tuple(dict.fromkeys(features(page, typing, match, rivals)))
            found.append(Example(names, bool(hits), max(hits, default=1.0)))
    return found


@dataclass(slots=True)
class RoleExamples:
    """The choices of all claims of a document, by role."""

    actor: list[Choice]
    recipient: list[Choice]
    place: list[Choice]


def role_examples(read: Read, aliases: Aliases) -> RoleExamples:
    """The options for the roles of a document's annotated claims, in the order of its text."""
    page, found = read.page, RoleExamples([], [], [])
    story = story_of(page)
    for claim, match in annotated(read):
        start, end = evidence(match.trigger, match.slots.clause or match.trigger)
        site = Site(page, match, story, start, end)
        kind = match.frame.kind
        place = _label(found.place, place_options(site), claim["place"], kind, aliases)
        actor = _label(found.actor, actor_options(site, place), claim["actor"], kind, aliases)
        others = recipient_options(site, place, actor)
        recipient = _label(found.recipient, others, claim["recipient"], kind, aliases)
        note(site, actor, recipient, place)
    return found


def _label(rows: list[Choice], choices: list[Option[T]], gold: object, kind: str, aliases: Aliases) -> T | None:
    """Add the options as examples; the value of the first right one."""
    right = [same_name(gold, option.value.name if option.value else None, aliases) for option in choices]
    if any(right):  # where no option is right there is nothing to learn
        rows.append(Choice(tuple(tuple(crossed(kind, option.names)) for option in choices), tuple(right)))
    return next((option.value for option, good in zip(choices, right, strict=True) if good and option.value), None)


def annotated(read: Read) -> list[tuple[dict[str, Any], Match]]:
    """Annotated claims with a match of their kind in their quote, in the order of the text."""
    page, text, found = read.page, read.gold["text"], []
    matches = [match for rivals in by_sentence(page, Typing.of(page)) for match in rivals]
    at = [page.span(match.trigger.i, match.trigger.i + 1).start for match in matches]
    for claim in read.gold["claims"]:
        kinds, spans = options(claim["kind"]), occurrences(text, claim["quote"])[:1]
        inside = [
            match
            for match, here in zip(matches, at, strict=True)
            if match.frame.kind in kinds and any(start <= here < end for start, end in spans)
        ]
        if inside:
            found.append((claim, max(inside, key=lambda match: match.frame.weight)))
    return sorted(found, key=lambda pair: pair[1].trigger.i)


def told_examples(read: Read, scorer: Scorer, pickers: Pickers, aliases: Aliases) -> RoleExamples:
    """As :func:`role_examples`, with the story as the reader itself tells it, its mistakes included.

    What was told before speaks strongly for an option; weights that only saw true stories would trust it too much.
    """
    page, found = read.page, RoleExamples([], [], [])
    golds = {(match.trigger.i, match.frame.kind): claim for claim, match in annotated(read)}
    story = story_of(page)
    for one in choose(page, scorer):
        site, kind = Site(page, one.match, story, one.start, one.end), one.match.frame.kind
        claim = golds.get((one.match.trigger.i, kind))
        if claim is not None:
            place = best(place_options(site), pickers.place, kind).value
            actor = best(actor_options(site, place), pickers.actor, kind).value
            _label(found.place, place_options(site), claim["place"], kind, aliases)
            _label(found.actor, actor_options(site, place), claim["actor"], kind, aliases)
            _label(found.recipient, recipient_options(site, place, actor), claim["recipient"], kind, aliases)
        fill(site, pickers)
    return found


@dataclass(slots=True)
class Material:
    """A document with all its examples."""

    read: Read
    matches: list[Example]
    roles: RoleExamples


def estimate(
    material: Sequence[Material], threshold: float, aliases: Aliases, halves: int = 2
) -> tuple[Scorer, Pickers]:
    """Scorer and pickers from these documents: pickers twice, the second time on stories told by the first."""
    told: list[RoleExamples] = []
    for half in range(halves):
        seen = [one for one in material if _half(one, halves) != half]
        scorer, pickers = fit_scorer(seen, threshold), fit_pickers([one.roles for one in seen])
        told += [told_examples(one.read, scorer, pickers, aliases) for one in material if _half(one, halves) == half]
    return fit_scorer(material, threshold), fit_pickers(told)


def _half(one: Material, halves: int) -> int:
    return sum(group(one.read.gold["doc"]).encode()) % halves


def fit_scorer(material: Iterable[Material], threshold: float) -> Scorer:
    """The scorer that the matches of these documents give."""
    return Scorer(fit([example for one in material for example in one.matches]), threshold)


def fit_pickers(roles: Sequence[RoleExamples]) -> Pickers:
    """The pickers that these choices give."""
    actor, recipient, place = (
        fit_choices([choice for one in roles for choice in getattr(one, role)])
        for role in ("actor", "recipient", "place")
    )
    return Pickers(actor, recipient, place)


def predict(reads: Iterable[Read], scorer: Scorer, pickers: Pickers) -> dict[str, list[dict[str, Any]]]:
    """The records of all claims, by document."""
    found = {}
    for read in reads:
        claims = claims_on(read.page, choose(read.page, scorer), pickers, "training")
        found[read.gold["doc"]] = [claim_record(claim, read.page.document) for claim in claims]
    return found


def score(reads: list[Read], predictions: dict[str, list[dict[str, Any]]], aliases: Aliases) -> dict[str, Any]:
    """The scores of claims on annotated documents."""
    result = report(total(tally_of(read_document(r.gold, predictions[r.gold["doc"]], aliases)) for r in reads))
    return {key: value for key, value in result.items() if key not in {"documents", "exact_quotes"}}


def cross_validate(
    material: Sequence[Material], folds: int, threshold: float, aliases: Aliases
) -> dict[str, list[dict[str, Any]]]:
    """Claims of every document by weights that have seen nothing of its outlet or war."""
    groups = sorted({group(one.read.gold["doc"]) for one in material})
    random.Random(0).shuffle(groups)  # noqa: S311  (folds need no secrecy)
    found: dict[str, list[dict[str, Any]]] = {}
    for fold in range(folds):
        held = set(groups[fold::folds])
        out = [one.read for one in material if group(one.read.gold["doc"]) in held]
        seen = [one for one in material if group(one.read.gold["doc"]) not in held]
        found |= predict(out, *estimate(seen, threshold, aliases))
    return found


def write(scorer: Scorer, pickers: Pickers) -> None:
    """Write weights into the package, the same bytes for the same weights."""
    reading = Path(whoheld.reading.__file__).parent
    _write(reading / "frames" / "weights.json.gz", {"threshold": scorer.threshold, "weights": scorer.weights})
    _write(reading / "roles" / "roles.json.gz", asdict(pickers))


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_bytes(gzip.compress(json.dumps(data, separators=(",", ":"), sort_keys=True).encode(), mtime=0))


def main() -> None:
    """Estimate, cross-validate and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--threshold", type=float, default=0.65)
    args = parser.parse_args()
    chain = Chain(load_model(), Gazetteer.open(Settings()))
    aliases = alias_table(load_aliases(None, args.train))
    reads = read_all(args.train, chain)
    if args.encoder:
        listen(reads, args.encoder)
    material = [Material(read, examples(read), role_examples(read, aliases)) for read in reads]
    result: dict[str, Any] = {}
    if args.folds > 1:
        result["cross_validation"] = score(
            reads, cross_validate(material, args.folds, args.threshold, aliases), aliases
        )
    scorer, pickers = estimate(material, args.threshold, aliases)
    if args.test:
        test = read_all(args.test, chain)
        if args.encoder:
            ask(test, load_encoder())
        result["test"] = score(test, predict(test, scorer, pickers), aliases)
    if args.write:
        write(scorer, pickers)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
