"""Names that the gazetteer lacks, taken for places by how the whole document uses them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from whoheld.gazetteer import Gazetteer
from whoheld.reading.places.names import Recogniser, Span
from whoheld.reading.places.tokens import Tokens
from whoheld.reading.places.words import Words, actor_names

_ENOUGH, _ENOUGH_ALIKE = 0.7, 0.5  # evidence that makes a place; less where a known name is spelled alike
_BEFORE = {
    "in": 1.0, "near": 1.0, "outside": 1.0, "around": 1.0, "inside": 0.8, "toward": 0.8, "towards": 0.8,
    "from": 0.5, "at": 0.8, "to": 0.4, "through": 0.7, "into": 0.8, "across": 0.5, "between": 0.4,
}  # fmt: skip
_TITLE, _SAYS, _GIVEN, _BODY, _CAPITALS, _ARTICLE, _SUBJECT = 3.0, 2.0, 3.0, 1.5, 1.5, 1.0, 0.5
Run = tuple[int, int]


class Unknowns:
    """Finds such names among the runs of proper nouns that no span covers."""

    def __init__(self, gazetteer: Gazetteer, tables: Words, recogniser: Recogniser) -> None:
        self._gazetteer, self._words, self._recogniser = gazetteer, tables, recogniser
        self._of = tables.of_nouns | tables.event_nouns

    def spans(self, doc: Doc, tokens: Tokens, known: list[Span]) -> list[Span]:
        """A span for each occurrence of each name that the document uses as a place."""
        places = {i for span in known if not span.demonym for i in range(span.start, span.end)}
        covered = {i for span in known for i in range(span.start, span.end)}
        found: dict[str, list[Run]] = defaultdict(list)
        for run in self._runs(tokens, covered):
            key = " ".join(word for word in tokens.key[slice(*run)] if word)
            if key not in actor_names():
                found[key].append(run)
        made: list[Span] = []
        for key, runs in found.items():
            candidates = self._gazetteer.candidates(key) if len(key) > 3 else ()
            needed = _ENOUGH_ALIKE if candidates else _ENOUGH
            if sum(self._evidence(doc, tokens, run, places) for run in runs) >= needed:
                made += [self._recogniser.placed(tokens, *run, candidates) for run in runs]
        return made

    def _runs(self, tokens: Tokens, covered: set[int]) -> Iterator[Run]:
        at = 0
        while at < len(tokens):
            end = self._run_end(tokens, at, covered)
            if end == at:
                at += 1
                continue
            if self._may_be(tokens, at, end):
                yield at, end
            at = end

    def _run_end(self, tokens: Tokens, at: int, covered: set[int]) -> int:
        end = here = at
        while here < len(tokens) and here not in covered and not tokens.shout[here]:
            if tokens.cap[here] and tokens.proper[here] and tokens.key[here]:
                end = here + 1
            elif not (tokens.dash(here) or tokens.lower[here] in self._words.particles):
                break
            here += 1
        starts = tokens.cap[at] or (tokens.dash(at + 1) and end > at + 2)
        return end if starts and end > at else at

    def _may_be(self, tokens: Tokens, start: int, end: int) -> bool:
        words = [tokens.lower[i] for i in range(start, end) if tokens.key[i]]
        return len(words) <= 5 and not all(
            word in self._words.ordinary or word in self._words.particles for word in words
        )

    def _evidence(self, doc: Doc, tokens: Tokens, run: Run, places: set[int]) -> float:
        start, end = run
        weight = self._before(tokens, start, places)
        after = tokens.lower[end] if end < len(tokens) else ""
        if after in self._words.bodies or after in self._words.outlets:
            weight -= _BODY
        if after in self._words.saying:
            weight -= _SAYS
        if after in {",", "("} and (end + 1 in places or self._bearing(tokens, end + 1)):
            weight += 0.7
        if after == "and" and end + 1 in places:
            weight += 0.4
        if any(tokens.lower[i] in self._words.given for i in range(start, end)):
            weight -= _GIVEN
        if end - start == 1 and tokens.text[start].isupper():
            weight -= _CAPITALS
        return weight + self._role(doc[end - 1])

    def _bearing(self, tokens: Tokens, at: int) -> bool:
        """``X, south of Y``; ``X, a town in Y``."""
        ahead = tokens.lower[at : at + 4]
        if ahead[:1] in (["a"], ["the"], ["an"]):
            return any(word in self._words.of_nouns for word in ahead[1:])
        return any(word in self._words.directions or word in {"km", "kilometres", "miles"} for word in ahead[:2])

    def _before(self, tokens: Tokens, start: int, places: set[int]) -> float:
        before = tokens.lower[start - 1] if start else ""
        further = tokens.lower[start - 2] if start > 1 else ""
        if before in self._words.titles:
            return -_TITLE
        if (before in self._of and further in {"the", "a", "of", "'s"}) or (before == "of" and further in self._of):
            return 1.0
        if before == "the":
            return -_ARTICLE
        if before in {",", "and"} and start - 2 in places:
            return 0.7
        return _BEFORE.get(before, 0.0)

    def _role(self, last: Token) -> float:
        head, role = last.head, last.dep_
        if (
            role == "pobj"
            and head.lower_ in {"on", "for", "over", "against", "of"}
            and head.head.lemma_ in self._words.fought
        ):
            return 0.8
        if role in {"dobj", "nsubjpass"} and head.lemma_ in self._words.taking:
            return 1.0
        if role == "appos" or any(child.dep_ == "appos" and child.lower_ in self._of for child in last.children):
            return 0.6 if role != "appos" or head.lower_ in self._of else 0.0
        return -_SUBJECT if role == "nsubj" else 0.0


def merged(*lists: Iterable[Span]) -> list[Span]:
    """The spans of several lists in order."""
    return sorted((span for each in lists for span in each), key=lambda span: span.start)
