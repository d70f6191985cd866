"""Capitals that tell nothing made to tell something again, so that a text in capitals can be parsed."""

from whoheld.reading.casing.recase import Recaser, recaser_of

__all__ = ["Recaser", "recaser_of"]
