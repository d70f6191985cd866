"""What can go wrong, as one tree.

    WhoheldError
    ├── InputError            a file or text that cannot be read as a document
    │   ├── EmptyInput        nothing in it
    │   ├── BinaryInput       not text
    │   ├── TooLarge          over the size limit
    │   └── BadRecord         a line of JSON that is no document
    ├── UsageError            an option or argument that makes no sense
    │   └── BadDate           a date that is no date
    ├── ModelMissing          no English model can be loaded
    ├── GazetteerMissing      no gazetteer, and none can be built
    ├── CacheUnwritable       the cache folder cannot be written
    └── CodebookError         a table of the project or of a user's pack breaks its own rules

Every message is one line that says what is wrong and what to do about it.
"""


class WhoheldError(Exception):
    """Base of all errors that whoheld raises on purpose."""


class InputError(WhoheldError):
    """A file or text cannot be read as a document."""


class EmptyInput(InputError):
    """There is nothing to read."""


class BinaryInput(InputError):
    """The bytes are not text."""


class TooLarge(InputError):
    """The input is over the size limit."""


class BadRecord(InputError):
    """A line of JSON is not a document."""


class UsageError(WhoheldError):
    """An option or an argument makes no sense."""


class BadDate(UsageError):
    """A date is no date."""


class ModelMissing(WhoheldError):
    """No English model can be loaded."""


class GazetteerMissing(WhoheldError):
    """No gazetteer is there and none can be built."""


class CacheUnwritable(WhoheldError):
    """The cache folder cannot be written."""


class CodebookError(WhoheldError):
    """A table breaks its own rules."""
