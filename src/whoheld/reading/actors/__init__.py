"""Who acts, suffers or holds: names, roles and descriptions in a page, and what words refer back to."""

from whoheld.reading.actors.finder import ActorFinder
from whoheld.reading.actors.reference import parties_at, party_at

__all__ = ["ActorFinder", "parties_at", "party_at"]
