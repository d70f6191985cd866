"""Counts: numbers of people with their bounds and what became of them."""

from whoheld.reading.counts.bind import counts_of
from whoheld.reading.counts.find import find_counts

__all__ = ["counts_of", "find_counts"]
