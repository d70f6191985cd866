"""Options for the filler of a role, and what speaks for any of them, party or place."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from spacy.tokens import Token

from whoheld.model import Location, Party
from whoheld.reading.frames.grammar import word_of
from whoheld.reading.net.features import filler_features
from whoheld.reading.page import Page
from whoheld.reading.roles.paths import path
from whoheld.reading.roles.site import Site

T = TypeVar("T", Party, Location)
FAR = 60  # tokens


@dataclass(slots=True)
class Option(Generic[T]):
    """One possible filler: its value, and the names of the features that hold for it.

    Attributes:
        value: the party or location; None for "the text does not tell".
        names: features.
    """

    value: T | None
    names: set[str] = field(default_factory=set)


def ask_encoder(site: Site, options: list[Option[T]], *roles: str) -> None:
    """Add to each option how far the encoder takes it for the filler of these roles."""
    if site.page.signals is None:
        return
    for role in roles:
        shares = site.page.signals.fillers(site.start, site.end, site.match.frame.kind, role)
        for option in options:
            option.names.update(filler_features(shares, option.value.name if option.value else None, role))


def often(mentions: int, most: int) -> str:
    """How often the text names it, beside what it names most: a share, so that short texts count as long ones do."""
    return f"often={4 * mentions // most if most else 0}"


def telling(site: Site, name: str) -> set[str]:
    """How often the text has told of a name in each role, and whether it opens with it."""
    story = site.story
    told = (("actor", story.actors_told), ("recipient", story.recipients_told), ("place", story.places_told))
    found = {f"told:{role}={min(counter[name], 4)}" for role, counter in told if counter[name]}
    if name in story.opening:
        found.add("opening")
    return found


def preferred(wanted: tuple[str, ...], slot: str, role: str, names: set[str]) -> None:
    """Note that a frame wants a role filled from this slot, and how early it wants it."""
    if slot in wanted:
        names.add(f"for:{role}={wanted.index(slot)}")


def before(site: Site, end: int) -> set[str]:
    """What holds for a mention that ends before the claim's sentence."""
    return {"d=-1", f"d={_distance(site.page, end, site.sentence[0])}"}


def beside(site: Site, start: int, end: int) -> tuple[Token, set[str]]:
    """The head of a mention in the claim's own sentence, and what holds for it."""
    head = site.page.doc[start:end].root
    side = "before" if end <= site.trigger.i else "after"
    inside = site.start <= start < site.end
    return head, {
        "d=0", side, f"inside={inside}", f"{side}:inside={inside}", f"path={path(site.trigger, head)}",
        f"dep={head.dep_}", f"by={_governor(head)}", f"gap={min(abs(head.i - site.trigger.i) // 4, 6)}",
    }  # fmt: skip


def _distance(page: Page, end: int, sentence: int) -> str:
    """How many sentences back something ends that ends before this sentence: 1, 2 or more."""
    if page.sentence_of(sentence - 1)[0] < end:
        return "1back"
    return "2back" if sentence - end < FAR else "far"


def _governor(head: Token) -> str:
    if head.dep_ == "pobj":
        return head.head.lower_
    if head.dep_ in {"compound", "amod", "poss", "nmod"}:
        return f"{head.dep_}"
    return f"{head.dep_}:{word_of(head.head)}"
