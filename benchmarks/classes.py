"""Classes of error: every error is in one.

A claim was missed, is one too much, or is of the wrong kind; or a field of a claim that was found is wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.agreement import Aliases, Record, fold, options
from benchmarks.scoring import Match, Reading, Stretch, best_agreement, occurrences, sentences_of, touch

Framed = Callable[[Record, Record], bool]  # (document, claim): whether a frame of its kind fits in its quote


@dataclass(frozen=True, slots=True)
class Slip:
    """A claim of the wrong kind: what is annotated, what was put out, and which fields agree."""

    gold: Record
    got: Record
    fields: dict[str, bool]


@dataclass(frozen=True, slots=True)
class Told:
    """A document's reading with its misses told apart.

    Attributes:
        matches: required claims that were found.
        slips: claims that were put out on the right words under another kind.
        missed: required claims of which nothing was put out, with their class.
        extra: claims too much, with their class.
    """

    matches: list[Match]
    slips: list[Slip]
    missed: list[tuple[str, Record]]
    extra: list[tuple[str, Record]]


def sort_out(reading: Reading, aliases: Aliases, framed: Framed | None = None) -> Told:
    """Tell the errors of a reading apart; ``framed`` tells which missed claims have a frame."""
    slips = _slips(reading, aliases)
    gone = {id(each) for slip in slips for each in (slip.gold, slip.got)}
    missed = [(_missed(reading.gold, want, framed), want) for want in reading.missed if id(want) not in gone]
    spans = [(claim, sentences_of(reading.gold["text"], claim["quote"])) for claim in reading.gold["claims"]]
    extra = [(_extra(claim, spans), claim) for claim in reading.extra if id(claim) not in gone]
    return Told([match for match in reading.matches if not match.optional], slips, missed, extra)


def _slips(reading: Reading, aliases: Aliases) -> list[Slip]:
    """Pairs of a missed claim and one too much that share words, those first that agree most."""
    pairs = [
        Slip(want, claim, best_agreement(want, claim, aliases))
        for want in reading.missed
        for claim in reading.extra
        if touch(occurrences(reading.gold["text"], want["quote"]), _evidence(reading.gold["text"], claim))
    ]
    taken: set[int] = set()
    kept = []
    for slip in sorted(pairs, key=lambda each: -sum(each.fields.values())):
        ends = {id(slip.gold), id(slip.got)}
        if not ends & taken:
            taken |= ends
            kept.append(slip)
    return kept


def _evidence(text: str, claim: Record) -> list[Stretch]:
    if claim.get("start") is not None:
        return [(claim["start"], claim["end"])]
    return occurrences(text, claim.get("quote", ""))


def _missed(gold: Record, want: Record, framed: Framed | None) -> str:
    if framed is None:
        return "missed"
    return "missed: its frame was rejected" if framed(gold, want) else "missed: no frame fits"


def _extra(claim: Record, spans: list[tuple[Record, list[Stretch]]]) -> str:
    place = [(claim.get("start") or 0, claim.get("end") or 0)]
    beside = [want for want, sentences in spans if touch(sentences, place)]
    if not beside:
        return "extra: nothing is annotated there"
    same = any(claim["kind"] in options(want["kind"]) for want in beside)
    return "extra: told before in its sentence" if same else "extra: only another kind is annotated there"


def wrong_fields(match: Match) -> dict[str, str]:
    """The class of each wrong field of a claim that was found."""
    wrong = (name for name, right in match.fields.items() if not right)
    return {name: _CLASSES.get(name, _named)(name, match.gold, match.got) for name in wrong}


def _named(field: str, gold: Record, got: Record) -> str:
    nothing = "author" if field == "said_by" else None
    told, wanted = got.get(field) or nothing, options(gold[field])
    if told == nothing:
        return f"{field}: {nothing or 'none'} for a name"
    if set(wanted) <= {nothing}:
        return f"{field}: a name for {nothing or 'none'}"
    quote = f" {fold(gold['quote'])} "
    there = any(f" {fold(name)} " in quote for name in wanted if name and fold(name))
    return f"{field}: another name than the quote has" if there else f"{field}: another name, the quote has none of it"


def _dated(field: str, gold: Record, got: Record) -> str:
    told, wanted = (_ends(each.get(field) or {}) for each in (got, gold))
    if not any(told):
        return f"{field}: none for a date"
    if not any(wanted):
        return f"{field}: a date for none"
    if [bool(end) for end in told] != [bool(end) for end in wanted]:
        return f"{field}: an end too many or too few"
    within = all(wanted) and all(told) and wanted[0] <= told[1] and told[0] <= wanted[1]
    return f"{field}: too wide or too narrow" if within else f"{field}: another date"


def _ends(when: Record) -> list[str]:
    return [str(options(when.get(end))[0] or "") for end in ("from", "to")]


def _put(field: str, gold: Record, got: Record) -> str:
    return f"{field}: {got.get(field) or 'asserted'} for {options(gold[field])[0]}"


def _counted(field: str, gold: Record, got: Record) -> str:
    told, wanted = got.get(field) or [], gold.get(field) or []
    if not told or not wanted:
        return f"{field}: none for a number" if wanted else f"{field}: a number for none"
    return f"{field}: another number"


_CLASSES: dict[str, Callable[[str, Record, Record], str]] = {"when": _dated, "status": _put, "counts": _counted}
