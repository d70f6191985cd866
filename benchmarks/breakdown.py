"""What stands behind the scores: how sure they are, where they come from, what a better part would gain."""

import random
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.agreement import LEDGER_FIELDS, Record, options
from benchmarks.scoring import Reading, Tally, harmonic, rates, ratio, report, tally_of, total

SAMPLES = 1000
SEED = 1
Pair = tuple[float, float]


def intervals(tallies: Sequence[Tally], samples: int = SAMPLES) -> dict[str, Pair]:
    """Bootstrap 95% intervals over documents of the F1 of found and of ledger-grade claims."""
    rng = random.Random(SEED)  # noqa: S311  (resampling, not secrets)
    found, graded = [], []
    counts = [(t.found, t.graded, t.predicted - t.optional_found, t.wanted) for t in tallies]
    for _ in range(samples if counts else 0):
        draw = rng.choices(counts, k=len(counts))
        f, g, predicted, wanted = (sum(column) for column in zip(*draw, strict=True))
        found.append(harmonic(ratio(f, predicted), ratio(f, wanted)))
        graded.append(harmonic(ratio(g, predicted), ratio(g, wanted)))
    return {"found_f1": _middle(found), "ledger_grade_f1": _middle(graded)}


def _middle(values: list[float]) -> Pair:
    ordered = sorted(values)
    edge = round(len(ordered) * 0.025)
    return (ordered[edge], ordered[-1 - edge]) if ordered else (0.0, 0.0)


def by_kind(readings: Sequence[Reading]) -> dict[str, dict[str, Any]]:
    """The rates of found claims by kind; one annotated with several counts as the one it was found as."""
    sums: dict[str, list[int]] = {}  # found, predicted, wanted, graded
    for reading in readings:
        for match in reading.matches:
            if not match.optional:
                _add(sums, match.got["kind"], (1, 1, 1, int(match.graded())))
        for claim in reading.extra:
            _add(sums, claim["kind"], (0, 1, 0, 0))
        for want in reading.missed:
            _add(sums, options(want["kind"])[0], (0, 0, 1, 0))
    ranked = sorted(sums.items(), key=lambda item: (-item[1][2], item[0]))
    return {
        kind: {"gold": wanted, "predicted": predicted, "found": found, "graded": graded}
        | rates(found, predicted, wanted)
        for kind, (found, predicted, wanted, graded) in ranked
    }


def _add(sums: dict[str, list[int]], kind: str, step: tuple[int, ...]) -> None:
    before = sums.get(kind, [0] * len(step))
    sums[kind] = [a + b for a, b in zip(before, step, strict=True)]


def outlet(gold: Record) -> str:
    """Who published a document."""
    return str(gold.get("source") or "unknown")


def genre(gold: Record) -> str:
    """The sort of text a document is: its own word for it, else the first part of its name."""
    return str(gold.get("genre") or gold["doc"].split("-", maxsplit=1)[0])


def by_group(readings: Sequence[Reading], group: Callable[[Record], str]) -> dict[str, dict[str, Any]]:
    """The scores of each group of documents, largest groups first."""
    groups: dict[str, list[Tally]] = {}
    for reading in readings:
        groups.setdefault(group(reading.gold), []).append(tally_of(reading))
    return {name: report(total(groups[name])) for name in sorted(groups, key=lambda name: (-len(groups[name]), name))}


def oracle_gains(readings: Sequence[Reading]) -> dict[str, float]:
    """For each field, the ledger-grade F1 gained where it is right on all found claims."""
    now = _ledger_f1(readings, ())
    return {field: round(_ledger_f1(readings, (field,)) - now, 4) for field in LEDGER_FIELDS}


def _ledger_f1(readings: Sequence[Reading], given: tuple[str, ...]) -> float:
    f1: float = report(total(tally_of(reading, given) for reading in readings))["ledger_grade"]["f1"]
    return f1


def errors(reading: Reading) -> list[str]:
    """One line for each wrong field, missed claim and claim too much."""
    doc, text = reading.gold["doc"], reading.gold["text"]
    lines = []
    for match in (match for match in reading.matches if not match.optional):
        for field in (field for field, right in match.fields.items() if not right):
            want, got = match.gold.get(field), match.got.get(field)
            lines.append(f"{doc} {field} {match.got['kind']}: want {want!r} got {got!r} | {match.gold['quote'][:90]}")
    lines += [f"{doc} MISSED {_shape(want)} | {want['quote'][:110]}" for want in reading.missed]
    lines += [f"{doc} EXTRA {_shape(claim)} | {_evidence(claim, text)[:110]}" for claim in reading.extra]
    return lines


def _shape(claim: Record) -> str:
    return f"{claim['kind']} {claim.get('actor')} > {claim.get('recipient')} @ {claim.get('place')}"


def _evidence(claim: Record, text: str) -> str:
    if claim.get("start") is None:
        return str(claim.get("quote", ""))
    return repr(text[claim["start"] : claim["end"]])
