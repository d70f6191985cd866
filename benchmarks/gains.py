"""What each component and each class of error costs: its own score, and the ledger without it.

What a class costs is worked out by undoing it alone. The fields of a claim must all be right, so the costs of
single classes do not sum to the whole loss; ``gains`` of several components together tell what they cost jointly.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from benchmarks.agreement import LEDGER_FIELDS
from benchmarks.classes import Told, wrong_fields
from benchmarks.scoring import harmonic, ratio

KIND, DETECTION = "kind", "detection"
COMPONENTS = (*LEDGER_FIELDS, KIND, DETECTION)


@dataclass(frozen=True, slots=True)
class Sums:
    """What the two F1 scores are made of; shares of claims where an outcome is only expected."""

    found: float
    graded: float
    counted: float
    wanted: float

    def f1(self) -> tuple[float, float]:
        """F1 of found and of ledger-grade claims."""
        return self._f1(self.found), self._f1(self.graded)

    def _f1(self, right: float) -> float:
        return harmonic(ratio(right, self.counted), ratio(right, self.wanted))


def sums(documents: Sequence[Told], right: Iterable[str] = ()) -> Sums:
    """The sums where some components are always right.

    Claims that a perfect detection would add are ledger-grade as often as those that are found.
    """
    given = frozenset(right)
    agreed = [match.fields for each in documents for match in each.matches]
    slipped = [slip.fields for each in documents for slip in each.slips]
    missed, extra = sum(len(each.missed) for each in documents), sum(len(each.extra) for each in documents)
    wanted = len(agreed) + len(slipped) + missed
    found = agreed + slipped if KIND in given else agreed
    graded = sum(_graded(fields, given) for fields in found)
    if DETECTION in given:
        share = graded / len(found) if found else 0.0
        return Sums(len(found) + missed, graded + share * missed, wanted, wanted)
    return Sums(len(found), graded, len(agreed) + len(slipped) + extra, wanted)


def _graded(fields: dict[str, bool], given: frozenset[str]) -> bool:
    return all(fields[name] or name in given for name in LEDGER_FIELDS)


def gains(documents: Sequence[Told], together: int = 1) -> dict[str, float]:
    """The ledger-grade F1 gained where so many components together are always right: ``{"actor+place": .12}``."""
    before = sums(documents).f1()[1]
    told = {"+".join(right): sums(documents, right).f1()[1] - before for right in combinations(COMPONENTS, together)}
    return {name: round(gain, 4) for name, gain in told.items()}


def components(documents: Sequence[Told]) -> list[dict[str, Any]]:
    """Each component with its own score and what the ledger would gain if it were always right."""
    whole, alone = sums(documents), gains(documents)
    agreed = [match.fields for each in documents for match in each.matches]
    own = {name: ratio(sum(fields[name] for fields in agreed), len(agreed)) for name in LEDGER_FIELDS}
    seen = sums(documents, [KIND])
    own |= {KIND: ratio(whole.found, seen.found), DETECTION: seen.f1()[0]}
    lost = 1 - whole.f1()[1]
    rows = [{"component": n, "score": own[n], "gain": alone[n], "share": ratio(alone[n], lost)} for n in COMPONENTS]
    return sorted(rows, key=lambda row: -float(row["gain"]))


def classes(documents: Sequence[Told]) -> list[dict[str, Any]]:
    """Each class of error: how many, and the found and ledger-grade F1 gained where it alone is undone."""
    whole = sums(documents)
    before = whole.f1()
    rows = []
    for name, (count, undone) in _undone(documents, whole).items():
        found, graded = (after - then for after, then in zip(undone.f1(), before, strict=True))
        rows.append({
            "class": name, "count": count, "found_gain": round(found, 4), "ledger_gain": round(graded, 4),
            "share": ratio(graded, 1 - before[1]),
        })  # fmt: skip
    return sorted(rows, key=lambda row: (-row["ledger_gain"], -row["count"], row["class"]))


def _undone(documents: Sequence[Told], whole: Sums) -> dict[str, tuple[int, Sums]]:
    """How often each class is met, and the sums without it."""
    share = whole.graded / whole.found if whole.found else 0.0
    told: dict[str, tuple[int, Sums]] = {}
    for name, n in _count(name for each in documents for name, _ in each.missed):
        told[name] = n, Sums(whole.found + n, whole.graded + share * n, whole.counted + n, whole.wanted)
    for name, n in _count(name for each in documents for name, _ in each.extra):
        told[name] = n, Sums(whole.found, whole.graded, whole.counted - n, whole.wanted)
    slips = [slip.fields for each in documents for slip in each.slips]
    if slips:
        graded = whole.graded + sum(_graded(fields, frozenset()) for fields in slips)
        told["kind: another kind"] = len(slips), Sums(whole.found + len(slips), graded, whole.counted, whole.wanted)
    wrong = [wrong_fields(match) for each in documents for match in each.matches]
    for name, n in _count(name for each in wrong for name in each.values()):
        mended = sum(_only(each, name) for each in wrong)
        told[name] = n, Sums(whole.found, whole.graded + mended, whole.counted, whole.wanted)
    return told


def _count(names: Iterable[str]) -> Iterator[tuple[str, int]]:
    counted: dict[str, int] = {}
    for name in names:
        counted[name] = counted.get(name, 0) + 1
    yield from counted.items()


def _only(wrong: dict[str, str], name: str) -> bool:
    """Whether an error of this class is all that keeps a claim from being ledger-grade."""
    ledger = [told for field, told in wrong.items() if field in LEDGER_FIELDS]
    return ledger == [name]


def costs(documents: Sequence[Told]) -> dict[str, Any]:
    """What each component costs, alone and with another, and what each class of error costs."""
    pairs = sorted(gains(documents, 2).items(), key=lambda pair: -pair[1])
    return {"components": components(documents), "pairs": dict(pairs), "classes": classes(documents)}
