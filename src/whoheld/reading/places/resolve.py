"""Which of the places that bear a name is meant: the document's other places, containment, people, nearness."""

import math
from collections import defaultdict
from dataclasses import dataclass, field

from whoheld.gazetteer import Candidate
from whoheld.model import PlaceKind
from whoheld.reading.places.names import AREAL, Span

_ALTERNATE = 1.0  # lost by a name that is not the main one
_LOOSE = 1.2  # lost by a name that only sounds alike
_COUNTRY, _PROVINCE, _NEAR = 1.3, 1.1, 1.0
_CONTAINED = 6.0
_SAID_KIND, _OTHER_KIND = 3.0, -2.5
_TOWN_FIRST = 1.6  # a bare name that a town and its province share means the town
_LEAST_LOOSE = 1.0  # a name that only sounds alike needs this much from the context
_HOME = 1.0
_PLAUSIBLE = 5.0  # a bare name with no preposition must reach this by its size and its neighbours


@dataclass(slots=True)
class Context:
    """What the document has told so far: weights of countries and provinces, points of resolved places."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    provinces: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    points: list[tuple[float, float]] = field(default_factory=list)
    home: str = ""


@dataclass(slots=True)
class Choice:
    """The place chosen for a name, how sure, and why."""

    candidate: Candidate | None
    score: float = 0.0
    reason: str = ""


Group = tuple[str, str, str]  # key of the name, kind said, area that holds it


def resolve(groups: dict[Group, list[Span]], home: str = "") -> dict[Group, Choice]:
    """A place for each distinct name, the same one for all its mentions."""
    context = Context(home=home)
    shares = {group: _shares(spans[0], group, None) for group, spans in groups.items()}
    choices: dict[Group, Choice] = {}
    for _ in range(2):
        context = _gather(groups, shares, home)
        shares = {group: _shares(spans[0], group, _without(context, shares[group])) for group, spans in groups.items()}
    context = _gather(groups, shares, home)
    for group, spans in groups.items():
        choices[group] = _choose(spans, group, _without(context, shares[group]))
    return choices


def _gather(groups: dict[Group, list[Span]], shares: dict[Group, list[tuple[Candidate, float]]], home: str) -> Context:
    context = Context(home=home)
    for group, found in shares.items():
        weight = 1.0 + 0.3 * math.log2(len(groups[group]))
        for candidate, share in found:
            _count(context, candidate, share * weight)
    return context


def _count(context: Context, candidate: Candidate, weight: float) -> None:
    place = candidate.place
    if place.country:
        context.countries[place.country] += weight
    if candidate.code:
        context.provinces[candidate.code] += weight
    if weight > 0.6 and place.lat is not None and place.lon is not None and place.kind != PlaceKind.COUNTRY:
        context.points.append((place.lat, place.lon))


def _without(context: Context, found: list[tuple[Candidate, float]]) -> Context:
    """The context less what this very name brought in."""
    rest = Context(
        defaultdict(float, context.countries),
        defaultdict(float, context.provinces),
        context.points,
        context.home,
    )
    own = set()
    for candidate, share in found:
        rest.countries[candidate.place.country] -= share
        rest.provinces[candidate.code] -= share
        if share > 0.6:
            own.add((candidate.place.lat, candidate.place.lon))
    rest.points = [point for point in context.points if point not in own]
    return rest


def _shares(span: Span, group: Group, context: Context | None) -> list[tuple[Candidate, float]]:
    scored = [(candidate, _score(candidate, span, group, context)) for candidate in span.candidates]
    if not scored:
        return []
    top = max(score for _, score in scored)
    weights = [(candidate, math.exp(2.0 * (score - top))) for candidate, score in scored if score > top - 3]
    total = sum(weight for _, weight in weights)
    scale = 0.3 if scored[0][0].loose else 1.0
    return [(candidate, scale * weight / total) for candidate, weight in weights if weight > 0.02 * total]


def _choose(spans: list[Span], group: Group, context: Context) -> Choice:
    span = spans[0]
    scored = sorted(
        ((_score(candidate, span, group, context), candidate) for candidate in span.candidates),
        key=lambda pair: -pair[0],
    )
    if not scored:
        return Choice(None, 0.0, "not in the gazetteer")
    best, candidate = scored[0]
    if not any(each.prep or each.generic or each.demonym for each in spans):
        plausible = candidate.rank + _surroundings(candidate, context) - (candidate.how == 1)
        if plausible < _PLAUSIBLE:
            return Choice(None, -1.0, "small and far from the text's other places: no place here")
    if candidate.loose and (_surroundings(candidate, context) < _LEAST_LOOSE and not _in_area(candidate, group[2])):
        return Choice(None, 0.0, "not in the gazetteer; only a name elsewhere sounds alike")
    if _elsewhere(span, candidate, context):
        return Choice(None, 0.0, "not in the gazetteer; a town of that name lies far from the text's other places")
    margin = best - scored[1][0] if len(scored) > 1 else 4.0
    return Choice(candidate, round(1 / (1 + math.exp(-margin)), 3), _reason(candidate, group, context, len(scored)))


def _elsewhere(span: Span, candidate: Candidate, context: Context) -> bool:
    """``Omar oil field`` is not in a town Omar on another continent."""
    said = span.generic.kind if span.generic and not span.whole and span.generic.label else None
    if said is None or said in AREAL or candidate.place.kind == said or not context.countries:
        return False
    return _surroundings(candidate, context) < _LEAST_LOOSE


def _reason(candidate: Candidate, group: Group, context: Context, number: int) -> str:
    found = []
    if group[2]:
        found.append(f"the text puts it in {group[2]}")
    if number == 1:
        found.append("the only place of that name")
    if context.countries.get(candidate.place.country, 0) > 0.5:
        found.append(f"the text has other places in {candidate.place.country}")
    if candidate.loose:
        found.append("spelled alike")
    return "; ".join(found) or "the largest place of that name"


def _score(candidate: Candidate, span: Span, group: Group, context: Context | None) -> float:
    score = candidate.rank - _ALTERNATE * (candidate.how == 1) - _LOOSE * candidate.loose
    score += _kind_fit(candidate, span)
    if group[2]:
        score += _CONTAINED if _in_area(candidate, group[2]) else 0.0
    return score + (_surroundings(candidate, context) if context else 0.0)


def _in_area(candidate: Candidate, area: str) -> bool:
    """``area`` is the code of a country or of a province."""
    if candidate.place.kind == PlaceKind.COUNTRY:
        return False
    if "." in area:
        return candidate.code == area and candidate.place.kind != PlaceKind.PROVINCE
    return bool(area) and candidate.place.country == area


def _surroundings(candidate: Candidate, context: Context) -> float:
    place = candidate.place
    support = _COUNTRY * math.log2(1 + max(0.0, context.countries.get(place.country, 0.0))) if place.country else 0.0
    support = min(support, 3.2)
    if candidate.code:
        support += min(2.5, _PROVINCE * math.log2(1 + max(0.0, context.provinces.get(candidate.code, 0.0))))
    if context.home and place.country == context.home:
        support += _HOME
    return support + _nearness(candidate, context.points)


def _nearness(candidate: Candidate, points: list[tuple[float, float]]) -> float:
    place = candidate.place
    if place.lat is None or place.lon is None or place.kind == PlaceKind.COUNTRY or not points:
        return 0.0
    narrow = math.cos(math.radians(place.lat))
    nearest = min(math.hypot(place.lat - lat, (place.lon - lon) * narrow) for lat, lon in points[:80])
    return _NEAR * 1.5 / (1.0 + nearest)


def _kind_fit(candidate: Candidate, span: Span) -> float:
    kind = candidate.place.kind
    if span.generic is None or span.whole:
        town = kind == PlaceKind.SETTLEMENT and candidate.rank >= 4.0 and span.generic is None
        return _TOWN_FIRST if town and _shared(span, candidate) else 0.0
    said = span.generic.kind
    if kind == said or (said in AREAL and kind in AREAL and kind != PlaceKind.COUNTRY):
        return _SAID_KIND + 0.3 * (kind == said)
    return _OTHER_KIND if said in AREAL or said == PlaceKind.SETTLEMENT else 0.0


def _shared(span: Span, town: Candidate) -> bool:
    return any(
        other.place.kind in AREAL and other.code == town.code and other.place.kind != PlaceKind.COUNTRY
        for other in span.candidates
    )
