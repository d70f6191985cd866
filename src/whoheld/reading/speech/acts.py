"""Acts of speech before their names are told, and where they are found."""

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Raw:
    """A cue with what it governs.

    Attributes:
        cue: tokens of the cue.
        head: token of the source's noun, -1 where there is no source.
        source: tokens of the source, None where there is none.
        contents: what is said; empty where it may stand in a quotation nearby.
        stance: of the speaker.
        rule: how the contents were found.
        lemma: of the cue.
        factive: the author vouches for what is said.
    """

    cue: Span
    head: int
    source: Span | None
    contents: tuple[Span, ...]
    stance: str
    rule: str
    lemma: str
    factive: bool = False
