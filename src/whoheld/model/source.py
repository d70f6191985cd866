"""Outlets, ministries, observatories, data sets: who publishes."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What a source is."""

    OUTLET = "outlet"
    AGENCY = "agency"  # news agency
    STATE_MEDIA = "state media"
    PARTY_MEDIA = "party media"  # of an armed group or a political party
    MINISTRY = "ministry"
    MILITARY = "military"
    OBSERVATORY = "observatory"
    INTERNATIONAL = "international"
    NGO = "ngo"
    DATASET = "dataset"
    ENCYCLOPEDIA = "encyclopedia"
    THINK_TANK = "think tank"


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes.

    Attributes:
        id: a short stable key, ``sana``.
        name: canonical name, as ``said_by`` carries it.
        kind: what it is.
        country: ISO 3166-1 alpha-2, or "".
        side: id of the actor whose side it takes, or "".
        aliases: other names and web domains.
        reliability: Admiralty grade A to F; F, "cannot be judged", unless somebody judged it.
    """

    id: str
    name: str
    kind: SourceKind
    country: str = ""
    side: str = ""
    aliases: tuple[str, ...] = ()
    reliability: str = "F"
