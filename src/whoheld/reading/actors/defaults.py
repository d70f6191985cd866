"""Whom words stand for where the text names nobody: a country's mission of peacekeepers, its one great rebel group."""

from datetime import date
from functools import lru_cache

from whoheld.codebooks.actors import actor, actors, actors_by_name, fold_name, lifetime
from whoheld.codebooks.roles import ids_of
from whoheld.codebooks.states import State
from whoheld.model import Actor, ActorKind
from whoheld.reading.actors.cast import wars_of

UN = "un"


def mission_in(country: str, day: date | None) -> Actor | None:
    """The United Nations force in a country's war on a day."""
    return next((one for one in _missions(country) if day is None or day in lifetime(one.id)), None)


@lru_cache(maxsize=256)
def _missions(country: str) -> tuple[Actor, ...]:
    wars = set(wars_of(country))
    return tuple(
        one for one in actors() if one.kind is ActorKind.PEACEKEEPER and one.parent == UN and wars & set(one.sides)
    )


def usual(country: str, side: str, day: date | None) -> Actor | None:
    """The group that a side's words stand for in a country on a day, where there is one that everybody means."""
    for key in ids_of("defaults").get(country, {}).get(side, ()):
        one = actor(key)
        if one and (day is None or day in lifetime(key)):
            return one
    return None


@lru_cache(maxsize=256)
def led_coalition(one: State) -> Actor | None:
    """The coalition that goes by the name of the state that leads it: "Saudi-led coalition"."""
    names = (fold_name(f"{word}-led coalition") for word in (*one.adjectives, one.name, *one.names))
    bearers = (bearer for name in names for bearer in actors_by_name().get(name, ()))
    return next((bearer for bearer in bearers if bearer.kind is ActorKind.COALITION), None)


@lru_cache(maxsize=256)
def air_force(one: State) -> tuple[str, Actor | None]:
    """What claims call a state's air force: the state where they call its army so, else its own name."""
    if one.forces == one.name:
        return one.name, actor(one.code.lower())
    name = f"{one.adjectives[0] if one.adjectives else one.name} Air Force"
    bearers = actors_by_name().get(fold_name(name), ())
    return (bearers[0].name, bearers[0]) if bearers else (name, actor(f"{one.code.lower()}-army"))
