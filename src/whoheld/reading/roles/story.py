"""What a text has told so far: the parties and places of the claims before."""

from collections import Counter
from dataclasses import dataclass, field

REMEMBERED = 4  # claims back that still matter


@dataclass(frozen=True, slots=True)
class Told:
    """A claim told before: its sentence, kind, parties and place, by name."""

    sentence: int
    kind: str
    actor: str | None
    recipient: str | None
    place: str | None


@dataclass(slots=True)
class Story:
    """The claims of a page so far, and how often each name stands in it.

    Attributes:
        told: claims so far, in order of the text.
        parties: mentions of each party's name on the page.
        places: mentions of each place's name on the page.
    """

    told: list[Told] = field(default_factory=list)
    parties: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)

    def recent(self) -> list[Told]:
        """The last claims, latest first."""
        return self.told[: -REMEMBERED - 1 : -1]
