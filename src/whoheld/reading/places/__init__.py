"""Places: what a page names, which place is meant, and what "the city" and "there" refer to."""

from whoheld.reading.places.finder import PlaceFinder
from whoheld.reading.places.reference import place_at, running_place

__all__ = ["PlaceFinder", "place_at", "running_place"]
