"""An expression in its clause: what it resolves to, and the word that ties it there."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from whoheld.codebooks.tables import read_toml
from whoheld.reading.times.grammar import Expression
from whoheld.reading.times.result import Resolved
from whoheld.reading.times.words import TABLE


@dataclass(frozen=True, slots=True)
class Told:
    """An expression, what it resolves to, and the word that ties it to its clause."""

    expression: Expression
    resolved: Resolved
    relation: str
    dateline: bool = False


@cache
def joins(name: str) -> frozenset[str]:
    """A list of the table's words that join expressions to their clause or to each other."""
    return frozenset(read_toml(TABLE)["joins"][name])


def relation_of(doc: Doc, told: Expression) -> str:
    """The relation that the preposition before an expression gives it, "on" where it gives none."""
    relations, hedges = read_toml(TABLE)["relations"], joins("hedges")
    at = told.start - 1
    while at >= 0 and doc[at].lower_ in hedges:
        at -= 1
    if relations.get(doc[told.start].lower_) in {"from", "between"}:
        return "on"  # the rule itself took both ends
    relation = str(relations.get(doc[at].lower_, "on")) if at >= 0 else "on"
    first_is_part = told.kind != "bare" and told.fields.get("daypart") == doc[told.start].lower_
    return "on" if first_is_part and relation in {"before", "after"} else relation  # "before dawn on Friday"
