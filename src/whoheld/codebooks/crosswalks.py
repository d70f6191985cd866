"""From the kinds to the code lists of ACLED, UCDP and PLOVER, and back.

Every table is a CSV under ``data/crosswalks``; a row that loses something says what in its ``note``.
Where the code depends on who the parties are, a kind has several rows: the first that fits is taken,
and the last always fits.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from whoheld.codebooks.kinds import kind as kind_named
from whoheld.errors import CodebookError
from whoheld.model import Actor, ActorKind

Table = tuple[dict[str, str], ...]
Who = Actor | ActorKind | None


class PartyClass(StrEnum):
    """What a party is, as far as the code lists ask."""

    STATE = "state"
    NONSTATE = "nonstate"
    CIVILIANS = "civilians"
    UNKNOWN = "unknown"


_CLASSES = {
    ActorKind.STATE: PartyClass.STATE,
    ActorKind.ARMY: PartyClass.STATE,
    ActorKind.POLICE: PartyClass.STATE,
    ActorKind.PEACEKEEPER: PartyClass.STATE,
    ActorKind.REBEL: PartyClass.NONSTATE,
    ActorKind.JIHADIST: PartyClass.NONSTATE,
    ActorKind.MILITIA: PartyClass.NONSTATE,
    ActorKind.PRIVATE: PartyClass.NONSTATE,
    ActorKind.CIVILIANS: PartyClass.CIVILIANS,
    ActorKind.AID: PartyClass.CIVILIANS,
    ActorKind.MEDIA: PartyClass.CIVILIANS,
    ActorKind.MONITOR: PartyClass.CIVILIANS,
    ActorKind.COALITION: PartyClass.UNKNOWN,  # of states or of brigades: the actor itself tells
    ActorKind.PERSON: PartyClass.UNKNOWN,  # a general or a schoolteacher
    ActorKind.INTERNATIONAL: PartyClass.UNKNOWN,
    ActorKind.POLITICAL: PartyClass.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class AcledCode:
    """A code of ACLED; all "" where it has none."""

    disorder_type: str
    event_type: str
    sub_event_type: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PloverCode:
    """A code of PLOVER; all "" where it has none. ``swap``: its actor is the claim's recipient."""

    event: str
    mode: str
    swap: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class UcdpCode:
    """UCDP's type of violence: 1 state-based, 2 non-state, 3 one-sided; None where none can be told."""

    type_of_violence: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class KindCode:
    """The kind that an outside code comes nearest to; None where no kind tells of it."""

    kind: str | None
    note: str = ""


def party_class(actor: Who) -> PartyClass:
    """What a party is to the code lists; a coalition at home in one country is one of armed groups."""
    if actor is None:
        return PartyClass.UNKNOWN
    if isinstance(actor, ActorKind):
        return _CLASSES[actor]
    if actor.kind is ActorKind.COALITION:
        return PartyClass.NONSTATE if actor.country else PartyClass.STATE
    return _CLASSES[actor.kind]


def acled(kind: str, actor: Who = None, recipient: Who = None) -> AcledCode:
    """ACLED's codes for a claim of ``kind`` between such parties."""
    row = _first(rows("acled"), kind, party_class(actor), party_class(recipient))
    return AcledCode(row["disorder_type"], row["event_type"], row["sub_event_type"], row["note"])


def plover(kind: str, actor: Who = None, recipient: Who = None) -> PloverCode:
    """PLOVER's event and mode for a claim of ``kind`` between such parties."""
    row = _first(rows("plover"), kind, party_class(actor), party_class(recipient))
    return PloverCode(row["event"], row["mode"], row["swap"] == "yes", row["note"])


def ucdp(kind: str, actor: Who = None, recipient: Who = None) -> UcdpCode:
    """UCDP's type of violence for a claim of ``kind`` between such parties."""
    row = _first(rows("ucdp"), kind, PartyClass.UNKNOWN, PartyClass.UNKNOWN)
    if row["counted"] != "yes":
        return UcdpCode(None, row["note"])
    pair = (party_class(actor).value, party_class(recipient).value)
    for parties in rows("ucdp_parties"):
        if (parties["actor"], parties["recipient"]) == pair:
            return UcdpCode(int(parties["type_of_violence"]), row["note"])
    return UcdpCode(None, "depends on the parties, which are not told")


def acled_to_kind(event_type: str, sub_event_type: str) -> KindCode:
    """The kind nearest to a pair of ACLED's codes."""
    return _back("acled_to_kind", event_type=event_type, sub_event_type=sub_event_type)


def plover_to_kind(event: str, mode: str = "") -> KindCode:
    """The kind nearest to an event and mode of PLOVER; a mode that the table lacks counts as none."""
    known = any(row["event"] == event and row["mode"] == mode for row in rows("plover_to_kind"))
    return _back("plover_to_kind", event=event, mode=mode if known else "")


@lru_cache(maxsize=8)
def rows(name: str) -> Table:
    """The rows of a table of ``data/crosswalks``, in order."""
    text = (files("whoheld.codebooks") / "data" / "crosswalks" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def _first(table: tuple[dict[str, str], ...], kind: str, actor: PartyClass, recipient: PartyClass) -> dict[str, str]:
    kind_named(kind)  # an unknown kind is named as such
    for row in table:
        asked = (row.get("actor", ""), row.get("recipient", ""))
        if row["kind"] == kind and asked[0] in {"", actor} and asked[1] in {"", recipient}:
            return row
    message = f"a crosswalk has no row for the kind {kind!r}"
    raise CodebookError(message)


def _back(table: str, **code: str) -> KindCode:
    for row in rows(table):
        if all(row[column] == value for column, value in code.items()):
            return KindCode(row["kind"] or None, row["note"])
    message = f"{table.split('_', maxsplit=1)[0]} has no code {' / '.join(code.values())!r}"
    raise CodebookError(message)
