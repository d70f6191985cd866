"""Ways to show claims: records, a table for eyes, a page; each document is given as soon as it is read."""

from whoheld.views.writer import FORMATS, Writer, make_writer

__all__ = ["FORMATS", "Writer", "make_writer"]
