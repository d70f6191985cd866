"""The grammar: which runs of tokens tell a time, and what they say, before any date is worked out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc

from whoheld.codebooks.tables import read_toml
from whoheld.reading.times.words import TABLE, encode, symbols

_GROUP = re.compile(r"\(\?P<(\w+)>")
_CLASS = re.compile(r"\b(?:[A-Z]{2,}|A)\b")
_NAMED = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})  # "the 20th division"
_UNIT_OF = {"century": ("century", "century"), "ofyear": ("unit", "year")}  # guard -> field and the word it must have
_COUNTING = frozenset({"NNS", "NNPS"})  # "in 1500 villages"
_PREPOSITIONS = frozenset(
    {"in", "of", "since", "by", "until", "till", "from", "during", "before", "after", "and", "to", "late",
     "early", "mid", "-", "–", "between", "year", "through", "circa", "around", "throughout"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expression:
    """A run of tokens that tells a time, as written.

    Attributes:
        kind: how to resolve it: "date", "weekday", "offset" ...
        rule: the name of the rule that found it.
        fields: what its parts say, lower case: ``{"day": "12", "month": "december"}``.
    """

    start: int
    end: int
    kind: str
    rule: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the grammar, compiled over the characters of classes."""

    name: str
    kind: str
    guard: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The rules of the table, in order of preference."""
    return tuple(
        Rule(row["name"], row["kind"], row.get("guard", ""), re.compile(_compile(row["pattern"])))
        for row in read_toml(TABLE)["rules"]
    )


def _compile(pattern: str) -> str:
    table = symbols()
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        name = match[1]
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}__{seen[name]}>"  # Python wants each name once; `_fields` puts them together again

    coded = _CLASS.sub(lambda word: table[word[0]], pattern)
    return _GROUP.sub(numbered, coded.replace(" ", ""))


def expressions(doc: Doc) -> list[Expression]:
    """All expressions of time in the parse, in order, none inside another."""
    coded = encode(doc)
    found = [
        (match.start(), -match.end(), order, match, rule)
        for order, rule in enumerate(rules())
        for match in rule.pattern.finditer(coded)
    ]
    found.sort(key=lambda item: item[:3])
    return list(_longest(found, doc))


def _longest(found: list[tuple[int, int, int, re.Match[str], Rule]], doc: Doc) -> Iterator[Expression]:
    reached = 0
    for start, minus_end, _, match, rule in found:
        if start < reached:
            continue
        told = Expression(start, -minus_end, rule.kind, rule.name, _fields(match, doc))
        if _allowed(told, rule.guard, doc):
            reached = -minus_end
            yield told


def _fields(match: re.Match[str], doc: Doc) -> dict[str, str]:
    told: dict[str, str] = {}
    for name, text in match.groupdict().items():
        if text is not None:
            start, end = match.span(name)
            told.setdefault(name.split("__", maxsplit=1)[0], doc[start:end].text.lower())
    if "very" in told.get("shift", ""):
        told["shift"] = " ".join(word for word in told["shift"].split() if word != "very")
    return told


def _allowed(told: Expression, guard: str, doc: Doc) -> bool:
    if guard in _UNIT_OF:
        return told.fields.get(_UNIT_OF[guard][0]) == _UNIT_OF[guard][1]
    if guard == "monthday":
        return told.end >= len(doc) or doc[told.end].pos_ not in _NAMED
    if guard == "runningunit":
        return told.fields.get("unit") not in {"day", "hour", "minute"}
    if guard == "reference":
        return doc[told.end - 1].pos_ != "NOUN" or told.end - told.start > 1
    if guard == "year" and told.end - told.start == 1:
        return _is_year(told, doc)
    return True


def _is_year(told: Expression, doc: Doc) -> bool:
    following = doc[told.end] if told.end < len(doc) else None
    if following is not None and (following.tag_ in _COUNTING or following.lower_ in {"people", "percent", "%", "km"}):
        return False
    before = doc[told.start - 1].lower_ if told.start else ""
    year = int(told.fields["year"])
    return before in _PREPOSITIONS or (1900 <= year <= 2050 and before not in {"$", "€", "£", "some", "about", "than"})
