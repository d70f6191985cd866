"""Persons of public office who stand for a party: heads of state, commanders, leaders, their spokesmen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from whoheld.codebooks.actors import day_of
from whoheld.codebooks.tables import cell_list, fold_name, read_csv


@dataclass(frozen=True, slots=True)
class Leader:
    """A person of public office and the party he or she stands for.

    Attributes:
        name: as claims carry it.
        actor: id of the party.
        aliases: other spellings, and the surname where it is not ambiguous.
        since: first day in that role, or None.
        until: last day in that role, or None where it goes on or is not known.
    """

    name: str
    actor: str
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date) -> bool:
        """Whether the person had the role on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@lru_cache(maxsize=1)
def leaders() -> tuple[Leader, ...]:
    """All persons of the table."""
    return tuple(
        Leader(
            name=row["name"],
            actor=row["actor"],
            aliases=cell_list(row["aliases"]),
            since=day_of(row["since"]),
            until=day_of(row["until"], last=True),
        )
        for row in read_csv("leaders.csv")
    )


@lru_cache(maxsize=1)
def leaders_by_name() -> Mapping[str, tuple[Leader, ...]]:
    """Persons by folded name, full or short: "saleh" may be several."""
    found: dict[str, list[Leader]] = {}
    for one in leaders():
        for name in dict.fromkeys(fold_name(name) for name in (one.name, *one.aliases)):
            found.setdefault(name, []).append(one)
    return MappingProxyType({name: tuple(persons) for name, persons in found.items()})


def leader(name: str, day: date | None = None) -> Leader | None:
    """The person of a name; where several bear it, the one who was in office on the day.

    Args:
        name: full name, surname or nickname, any case.
        day: a day to choose by, of publication for one.
    """
    bearers = leaders_by_name().get(fold_name(name), ())
    if len(bearers) > 1 and day:
        bearers = tuple(one for one in bearers if one.held_on(day)) or bearers
    return bearers[0] if bearers else None
