"""The choice among options: a conditional logit per role over the names of their features.

Weights are in ``roles.json.gz`` beside this module, estimated by ``benchmarks/train_reader.py``.
"""

import gzip
import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import fsum

from whoheld.model import Location, Party
from whoheld.reading.frames.places import slot_places
from whoheld.reading.roles.options import Option, T
from whoheld.reading.roles.parties import party_options, told_recipient
from whoheld.reading.roles.places import place_options
from whoheld.reading.roles.site import Site
from whoheld.reading.roles.story import Told

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Pickers:
    """Weights by feature for each role."""

    actor: Weights
    recipient: Weights
    place: Weights


@dataclass(frozen=True, slots=True)
class Filled:
    """The roles of one claim."""

    actor: Party | None
    recipient: Party | None
    places: tuple[Location, ...]


@lru_cache(maxsize=1)
def load_pickers() -> Pickers:
    """The pickers that come with the package."""
    data = json.loads(gzip.decompress((files(__package__) / "roles.json.gz").read_bytes()))
    return Pickers(data["actor"], data["recipient"], data["place"])


def crossed(kind: str, names: set[str]) -> list[str]:
    """Features as the weights know them: each alone, and each with the kind of claim."""
    return [*names, *(f"{kind}|{name}" for name in names)]


def best(options: list[Option[T]], weights: Weights, kind: str) -> Option[T]:
    """The option that most speaks for."""
    return max(options, key=lambda option: worth(option.names, weights, kind))


def worth(names: set[str], weights: Weights, kind: str) -> float:
    """The weights of :func:`crossed` features, summed so that their order makes no difference."""
    prefix = f"{kind}|"
    plain = [weights[name] for name in names if name in weights]
    return fsum(plain + [weights[name] for name in map(prefix.__add__, names) if name in weights])


def fill(site: Site, pickers: Pickers) -> Filled:
    """The roles of a match, and the match added to the story."""
    kind = site.match.frame.kind
    place = best(place_options(site), pickers.place, kind).value
    actor = best(actor_options(site, place), pickers.actor, kind).value
    recipient = best(recipient_options(site, place, actor), pickers.recipient, kind).value
    places = _places(site, place)
    note(site, actor, recipient, place)
    return Filled(actor, recipient, places)


def actor_options(site: Site, place: Location | None) -> list[Option[Party]]:
    """The options for the actor, weighed against the recipient that the clause names."""
    options = party_options(site, place, against=told_recipient(site))
    options = [option for option in options if not _only_place(site, option)]
    if site.match.frame.recipient[:1] != ("from",):
        return options
    return [option for option in options if not _only_recipient(option)]


def _only_place(site: Site, option: Option[Party]) -> bool:
    """It is only meant by the name of the place that is held: the city in "Kabul is in the hands of the Taliban"."""
    frame = site.match.frame
    slots = {name.removeprefix("slot=") for name in option.names if name.startswith("slot=") and ":" not in name}
    return "basis=place" in option.names and bool(slots) and slots <= set(frame.place) - set(frame.actor)


def _only_recipient(option: Option[Party]) -> bool:
    """It stands where the clause puts the other party, and nowhere else in it: "took it from the Kurds"."""
    names = option.names
    return "for:recipient=0" in names and not any(name.startswith("for:actor=") for name in names)


def recipient_options(site: Site, place: Location | None, actor: Party | None) -> list[Option[Party]]:
    """The options for the other party, the first one left out."""
    options = party_options(
        site, place, frozenset({actor.name}) if actor else frozenset(), actor.name if actor else None
    )
    for option in options:
        option.names.add(f"actor={'told' if actor else 'none'}")
    return options


def _places(site: Site, chosen: Location | None) -> tuple[Location, ...]:
    """The place chosen and those listed beside it in its slot, in the order of the text: one claim each."""
    if chosen is None:
        return ()
    slots: dict[str, list[Location]] = {}
    for slot, _, place in slot_places(site.page, site.match):
        slots.setdefault(slot, []).append(place)
    for slot in site.match.frame.place:
        listed = slots.get(slot, [])
        if any(place.name == chosen.name for place in listed):
            return tuple({place.name: place for place in listed}.values())
    return (chosen,)


def note(site: Site, actor: Party | None, recipient: Party | None, place: Location | None) -> None:
    """Add a claim to the story."""
    told = Told(
        site.sentence[0],
        site.match.frame.kind,
        actor.name if actor else None,
        recipient.name if recipient else None,
        place.name if place else None,
    )
    site.story.add(told)
