"""Acts of speech before their names are told, and where they are found."""

from dataclasses import dataclass

Span = tuple[int, int]

STRONG = frozenset({  # these alone are put in as asides without a comma, and their clauses are looked for by position
    "say", "saaid", "add", "tell", "report", "announce", "note", "write", "state", "claim", "explain", "tweet",
    "confirm", "warn", "reply", "declare", "insist", "admit", "acknowledge", "recall", "comment", "argue", "stress",
})  # fmt: skip


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
