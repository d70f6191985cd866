"""From bytes to a clean text with its title, its date of publication and its source."""

from whoheld.documents.build import Form, Given, build, form_of
from whoheld.documents.days import day_label, parse_day
from whoheld.documents.record import document_from_record

__all__ = ["Form", "Given", "build", "day_label", "document_from_record", "form_of", "parse_day"]
