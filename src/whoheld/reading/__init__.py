"""Reading: from a document's text to claims, by a chain of small components (see :mod:`whoheld.reading.chain`).

Nothing is imported here, so that asking which coders there are loads no language model.
"""
