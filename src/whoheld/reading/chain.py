"""The chain: each component finds one sort of thing in a page, in this order."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language

from whoheld.gazetteer import Gazetteer
from whoheld.model import Document
from whoheld.reading.actors import ActorFinder
from whoheld.reading.counts import find_counts
from whoheld.reading.page import Page
from whoheld.reading.parse import parse
from whoheld.reading.places import PlaceFinder
from whoheld.reading.speech import find_speech
from whoheld.reading.times import find_times


@dataclass(frozen=True, slots=True)
class Component:
    """One link: its name, and what it adds to a page."""

    name: str
    run: Callable[[Page], None]


class Chain:
    """A parse and the components, in order; users see and change ``components``.

    Args:
        nlp: the English pipeline.
        gazetteer: the places.
    """

    def __init__(self, nlp: Language, gazetteer: Gazetteer) -> None:
        places, actors = PlaceFinder(gazetteer), ActorFinder()
        self.nlp = nlp
        self.components = [
            Component("places", lambda page: _set(page, "places", places(page))),
            Component("times", lambda page: _set(page, "times", find_times(page))),
            Component("actors", lambda page: _set(page, "actors", actors(page))),
            Component("speech", lambda page: _set(page, "speech", find_speech(page))),
            Component("counts", lambda page: _set(page, "counts", find_counts(page))),
        ]

    def __call__(self, document: Document) -> Page:
        """The page of a document with all that the components find in it."""
        page = parse(document, self.nlp)
        for component in self.components:
            component.run(page)
        return page


def _set(page: Page, name: str, found: object) -> None:
    setattr(page, name, found)
