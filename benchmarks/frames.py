"""Which annotated claims a coder of frames could have read at all."""

from collections.abc import Iterable

from benchmarks.agreement import Record, options
from benchmarks.classes import Framed
from benchmarks.scoring import occurrences
from whoheld.model import Document


def frames_of(documents: Iterable[Document], coder_name: str) -> Framed:
    """Whether a frame of its kind fits in the quote of an annotated claim of one of the documents.

    Raises:
        SystemExit: the coder has no frames.
    """
    from whoheld.reading.coder import load_coder  # noqa: PLC0415  (loads a language model)
    from whoheld.reading.frame_coder import FrameCoder  # noqa: PLC0415
    from whoheld.reading.frames.choose import words_of  # noqa: PLC0415
    from whoheld.settings import Settings  # noqa: PLC0415

    coder = load_coder(coder_name, Settings())
    if not isinstance(coder, FrameCoder):
        message = f"{coder_name} has no frames; leave out --frames"
        raise SystemExit(message)
    words: dict[str, list[tuple[int, str]]] = {}
    for document in documents:
        page = coder.chain(document)
        words[document.id] = [(page.span(at, at + 1).start, kind) for at, kind in words_of(page)]
    return fitting(words)


def fitting(words: dict[str, list[tuple[int, str]]]) -> Framed:
    """The same, by the first characters of the words at which frames fit, with the kinds that they would state."""

    def framed(gold: Record, claim: Record) -> bool:
        spans = occurrences(gold["text"], claim["quote"])
        fits = [at for at, kind in words.get(gold["doc"], []) if kind in options(claim["kind"])]
        return any(start <= at < end for at in fits for start, end in spans)

    return framed
