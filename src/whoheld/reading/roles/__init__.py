"""Which party and which place fill the roles of a claim: options, what speaks for each, and the choice."""

from whoheld.reading.roles.pick import Filled, Pickers, fill, load_pickers
from whoheld.reading.roles.story import Story

__all__ = ["Filled", "Pickers", "Story", "fill", "load_pickers"]
