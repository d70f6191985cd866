"""Words about documents that more than one view needs."""

from whoheld.documents import day_label
from whoheld.model import DateBasis, Document

_HOW = {
    DateBasis.GIVEN: "",
    DateBasis.METADATA: " by its own metadata",
    DateBasis.TEXT: " by its first lines",
    DateBasis.NONE: "",
}


def dating(document: Document) -> str:
    """When it came out, and how that is known where nobody said so."""
    if document.published is None:
        return "no publication date"
    return f"published {day_label(document.published)}{_HOW[document.published_basis]}"
