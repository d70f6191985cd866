"""Where documents come from: files, folders, standard input and files of records."""

from whoheld.sources.inputs import Failure, count, documents

__all__ = ["Failure", "count", "documents"]
