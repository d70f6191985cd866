"""Parties to conflicts, and others who act, suffer or speak in them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    ARMY = "army"  # the forces of a state
    POLICE = "police"
    REBEL = "rebel"
    JIHADIST = "jihadist"
    MILITIA = "militia"
    COALITION = "coalition"
    PRIVATE = "private"  # private military company
    PEACEKEEPER = "peacekeeper"
    INTERNATIONAL = "international"  # organisation of states, agency
    AID = "aid"
    POLITICAL = "political"
    CIVILIANS = "civilians"
    PERSON = "person"
    MEDIA = "media"
    MONITOR = "monitor"


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that an actor bore for a time; open ends are None."""

    name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the registry.

    Attributes:
        id: a short stable key, ``isis``.
        name: canonical name, as claims carry it.
        kind: what it is.
        country: ISO 3166-1 alpha-2 of home, or "".
        parent: id of the actor it belongs to, or "".
        aliases: other names in English usage.
        namings: dated renamings.
        sides: side by war: ``{"syria": "government"}``.
    """

    id: str
    name: str
    kind: ActorKind
    country: str = ""
    parent: str = ""
    aliases: tuple[str, ...] = ()
    namings: tuple[Naming, ...] = ()
    sides: dict[str, str] = field(default_factory=dict, hash=False)
