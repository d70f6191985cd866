"""The words of the ledger as frozen, typed values; no input or output here."""

from whoheld.model.actor import Actor, ActorKind, Naming
from whoheld.model.claim import (
    AUTHOR,
    Claim,
    Count,
    CountKind,
    Location,
    Party,
    Span,
    Speaker,
    Status,
    Timing,
)
from whoheld.model.document import DateBasis, Document
from whoheld.model.place import AREAS, Place, PlaceKind
from whoheld.model.source import Source, SourceKind
from whoheld.model.time import NO_TIME, Granularity, Interval

__all__ = [
    "AREAS", "AUTHOR", "NO_TIME", "Actor", "ActorKind", "Claim", "Count", "CountKind", "DateBasis", "Document",
    "Granularity", "Interval", "Location", "Naming", "Party", "Place", "PlaceKind", "Source", "SourceKind", "Span",
    "Speaker", "Status", "Timing",
]  # fmt: skip
