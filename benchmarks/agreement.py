"""When a field of an extracted claim agrees with the annotated one.

An annotated field may be a list of alternatives: agreeing with any of them is enough.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

Record = Mapping[str, Any]
Aliases = Mapping[str, str]

ARTICLES = frozenset(["the", "a", "an", "al", "el", "ad", "ar", "as", "ash", "at", "az"])  # "al-" assimilates
LONG_SPAN = 7  # days; a longer span is rarely told to the day
SLACK = 3  # days that each end of a long span may be off
SMALL = 10  # counts below it must be equal
POSSESSIVE = re.compile(r"['`]s\b")
NEITHER_LETTER_NOR_DIGIT = re.compile(r"[^a-z0-9 ]+")


def fold(name: str | None) -> str | None:
    """What two spellings of a name have in common: no case, accents, possessives, punctuation or articles."""
    if name is None:
        return None
    straight = name.replace("’", "'").replace("‘", "'")
    plain = unicodedata.normalize("NFKD", straight).encode("ascii", "ignore").decode().casefold()
    bare = NEITHER_LETTER_NOR_DIGIT.sub(" ", POSSESSIVE.sub("", plain).replace("'", ""))
    return " ".join(word for word in bare.split() if word not in ARTICLES) or None


def alias_table(groups: Iterable[list[str]]) -> dict[str, str]:
    """From the folded form of every name to that of the first one of its group."""
    return {fold(name) or "": fold(group[0]) or "" for group in groups for name in group}


def options(value: object) -> list[Any]:
    """The alternatives of a field, one or several."""
    return value if isinstance(value, list) else [value]


def same_name(gold: object, got: object, aliases: Aliases) -> bool:
    """One of the names is the same, through the aliases; no name agrees with no name."""

    def canonical(value: object) -> set[str | None]:
        folded = {fold(name) for name in options(value)} or {None}
        return {aliases.get(name or "", name) if name else None for name in folded}

    return not canonical(gold).isdisjoint(canonical(got))


def same_when(gold: Record, got: Record | None) -> bool:
    """Both ends agree: to the day for a span of a week or less, within some days for any other."""
    first, last = (options(gold.get(end))[0] for end in ("from", "to"))
    short = first and last and (_day(last) - _day(first)).days <= LONG_SPAN
    slack = 0 if short else SLACK
    return all(_same_end(gold.get(end), (got or {}).get(end), slack) for end in ("from", "to"))


def _day(value: str) -> date:
    return date.fromisoformat(value[:10])


def _same_end(gold: object, got: str | None, slack: int) -> bool:
    if not got:
        return None in options(gold)
    return any(abs((_day(option) - _day(got)).days) <= slack for option in options(gold) if option)


def same_counts(gold: list[Record], got: list[Record] | None) -> bool:
    """Every number has its like on the other side."""
    other = got or []
    there = all(any(_same_count(mine, its) for its in other) for mine in gold)
    return there and all(any(_same_count(mine, its) for mine in gold) for its in other)


def _same_count(gold: Record, got: Record) -> bool:
    same_fate = gold.get("what") == got.get("what")
    return same_fate and all(_near(gold.get(bound), got.get(bound)) for bound in ("low", "high"))


def _near(gold: int | None, got: int | None) -> bool:
    if gold is None or got is None:
        return gold is got
    return gold == got or (min(gold, got) >= SMALL and abs(gold - got) == 1)  # "more than 20" is 20 or 21


def _same_names(field: str, absent: str | None = None) -> Callable[[Record, Record, Aliases], bool]:
    return lambda gold, got, aliases: same_name(gold[field], got.get(field) or absent, aliases)


CHECKS: dict[str, Callable[[Record, Record, Aliases], bool]] = {
    "actor": _same_names("actor"),
    "recipient": _same_names("recipient"),
    "place": _same_names("place"),
    "when": lambda gold, got, _: same_when(gold["when"], got.get("when")),
    "said_by": _same_names("said_by", absent="author"),
    "status": lambda gold, got, _: status_of(got) in options(gold["status"]),
    "counts": lambda gold, got, _: same_counts(gold.get("counts") or [], got.get("counts")),
}
LEDGER_FIELDS = tuple(field for field in CHECKS if field != "counts")  # all must agree for a ledger-grade claim


def status_of(got: Record) -> str:
    """How an extracted claim is put; asserted where it does not say."""
    return got.get("status") or "asserted"


def agreement(gold: Record, got: Record, aliases: Aliases) -> dict[str, bool]:
    """Which fields agree."""
    return {field: check(gold, got, aliases) for field, check in CHECKS.items()}
