"""Names that the gazetteer lacks, or has only pieces of, taken for places by how the whole document uses them."""

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from whoheld.gazetteer import Candidate, Gazetteer
from whoheld.reading.places.evidence import Evidence
from whoheld.reading.places.names import Recogniser, Span
from whoheld.reading.places.runs import Run, Runs
from whoheld.reading.places.tokens import Tokens
from whoheld.reading.places.words import Words, actor_names

_ENOUGH, _ENOUGH_ALIKE = 0.7, 0.5  # evidence that makes a place; less where a known name is spelled alike
_CLEAR, _LEAST = 0.8, 0.2  # one clear sign, and no more than doubt in the rest
_ROUNDS = 3  # in which one accepted name speaks for its neighbours in a list


class Unknowns:
    """Finds such names among the runs of proper nouns that are no known names."""

    def __init__(self, gazetteer: Gazetteer, tables: Words, recogniser: Recogniser) -> None:
        self._gazetteer, self._words, self._recogniser = gazetteer, tables, recogniser

    def spans(self, doc: Doc, tokens: Tokens, known: list[Span], good: list[Span]) -> list[Span]:
        """The good spans and one for each occurrence of each name that the document uses as a place.

        Args:
            doc: the parse.
            tokens: its lists.
            known: all names of the gazetteer on the page.
            good: those of them that tell of places; the pieces of longer names are left out of what is returned.
        """
        names: dict[str, list[tuple[Run, list[Span]]]] = defaultdict(list)
        for run, pieces in Runs(tokens, self._words, known, good):
            key = " ".join(word for word in tokens.key[slice(*run)] if word)
            if key not in actor_names():
                names[key].append((run, pieces))
        evidence = Evidence(
            doc, tokens, self._words, {i for span in good if not span.demonym for i in range(span.start, span.end)}
        )
        self._mark(good, evidence)
        made: list[Span] = []
        dropped: set[int] = set()
        for key in self._accepted(names, evidence):
            candidates = self._candidates(key)
            for run, pieces in names[key]:
                made.append(self._recogniser.placed(tokens, *run, candidates))
                dropped.update(id(piece) for piece in pieces)
        return merged((span for span in good if id(span) not in dropped), made)

    def _mark(self, good: list[Span], evidence: Evidence) -> None:
        """Known names with no preposition before them that the text still uses as places."""
        for span in good:
            if not (span.prep or span.generic or span.demonym or span.attributive):
                span.prep = evidence.of(span.base) >= _ENOUGH_ALIKE

    def _candidates(self, key: str) -> tuple[Candidate, ...]:
        return self._gazetteer.candidates(key) if len(key) > 3 else ()

    def _accepted(self, names: dict[str, list[tuple[Run, list[Span]]]], evidence: Evidence) -> list[str]:
        found: list[str] = []
        waiting = dict(names)
        for _ in range(_ROUNDS):
            fresh = [key for key, runs in waiting.items() if self._enough(key, runs, evidence)]
            if not fresh:
                break
            found += fresh
            for key in fresh:
                del waiting[key]
        return found

    def _enough(self, key: str, runs: list[tuple[Run, list[Span]]], evidence: Evidence) -> bool:
        needed = _ENOUGH_ALIKE if self._candidates(key) else _ENOUGH
        weights = [evidence.of(run) for run, _ in runs]
        if sum(weights) < needed and not (max(weights) >= _CLEAR and sum(weights) >= _LEAST):
            return False
        evidence.places.update(i for run, _ in runs for i in range(*run))
        return True


def merged(*lists: Iterable[Span]) -> list[Span]:
    """The spans of several lists in order."""
    return sorted((span for each in lists for span in each), key=lambda span: span.start)
