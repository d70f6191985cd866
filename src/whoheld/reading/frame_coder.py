"""The reader that comes with whoheld: frames over a parse, an encoder beside them, and a scorer that decides."""

from collections.abc import Sequence
from dataclasses import replace

from threadpoolctl import ThreadpoolController

from whoheld import __version__
from whoheld.gazetteer import Gazetteer
from whoheld.model import Claim, Document
from whoheld.reading.chain import Chain
from whoheld.reading.frames.candidates import Candidates
from whoheld.reading.frames.choose import Chosen, choose
from whoheld.reading.frames.claims import claims_of, story_of
from whoheld.reading.frames.scorer import load_scorer
from whoheld.reading.net.encoder import load_encoder
from whoheld.reading.page import Page
from whoheld.reading.parse import load_model
from whoheld.reading.roles import Pickers, load_pickers
from whoheld.settings import Settings


class FrameCoder:
    """Reads claims by frames.

    Args:
        settings: where the gazetteer is kept, and which language model is preferred.

    Raises:
        ModelMissing: no English model is installed.
        GazetteerMissing: there is no gazetteer and none can be built.
    """

    name = "frames"
    version = __version__

    def __init__(self, settings: Settings) -> None:
        nlp = load_model(settings.model)
        self.chain = Chain(nlp, Gazetteer.open(settings))
        self.scorer, self.pickers = load_scorer(), load_pickers()
        self.encoder = load_encoder()
        self.threads = ThreadpoolController()
        self.model = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"

    @property
    def signature(self) -> str:
        """Name and version of the reader and of its language model, as every claim carries them."""
        return f"{self.name} {self.version}; {self.model}"

    def read(self, document: Document) -> list[Claim]:
        """The claims of a document, in the order of its text, each once."""
        with self.threads.limit(limits=1, user_api="blas"):
            page = self.chain(document)
            candidates = Candidates.of(page)
            page.signals = self.encoder(page, candidates.words())
            chosen = choose(page, self.scorer, candidates)
            return _merge(document, claims_on(page, chosen, self.pickers, self.signature))


def claims_on(page: Page, chosen: Sequence[Chosen], pickers: Pickers, reader: str) -> list[Claim]:
    """The claims that these matches make, in the order of the text."""
    story = story_of(page)
    return [claim for one in chosen for claim in claims_of(page, one, story, pickers, reader)]


def _merge(document: Document, claims: list[Claim]) -> list[Claim]:
    """The same statement in the same words elsewhere in the text is one claim with several places."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = _key(document, claim)
        known = kept.get(key)
        if known is None:
            kept[key] = claim
        else:
            kept[key] = replace(known, repeats=(*known.repeats, claim.evidence, *claim.repeats))
    return list(kept.values())


def _key(document: Document, claim: Claim) -> tuple[object, ...]:
    place = claim.place.name if claim.place else None
    actor = claim.actor.name if claim.actor else None
    trigger = claim.trigger.of(document.text) if claim.trigger else ""
    return claim.evidence.of(document.text), claim.kind, trigger, actor, place
