"""The encoder: a small transformer over the words of a page and what the components say of them.

MiniLM (Wang et al. 2020) in its six-layer sentence encoder, trained further on annotated documents by
``benchmarks/train_encoder.py``, its vocabulary cut and its weights in eight bits; run by onnxruntime.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import onnxruntime

from whoheld.reading.net.flags import Array, flags
from whoheld.reading.net.heads import Heads
from whoheld.reading.net.pieces import Pieces
from whoheld.reading.net.signals import Signals
from whoheld.reading.page import Page

WINDOW = 254  # pieces that are read together, marks of start and end not counted
CONTEXT = 48  # pieces before a window's own that are read with it
THREADS = 1  # a second one saves less time than it takes from other work


@dataclass(frozen=True, slots=True)
class Window:
    """Words that are read together.

    Attributes:
        first: the first word, which is read as context.
        own: the first word whose vector is taken from here.
        end: the word after the last.
    """

    first: int
    own: int
    end: int


class Encoder:
    """Reads pages.

    Args:
        session: the network, from pieces and flags to vectors.
        pieces: the vocabulary.
        heads: the last layers.
    """

    def __init__(self, session: onnxruntime.InferenceSession, pieces: Pieces, heads: Heads) -> None:
        self.session, self.pieces, self.heads = session, pieces, heads

    def __call__(self, page: Page, candidates: Sequence[tuple[int, str]]) -> Signals:
        """What the network says of a page.

        Args:
            page: the page, its mentions found.
            candidates: words that may state a claim, each with a kind.
        """
        cut = self.pieces.of([token.text for token in page.doc])
        told = flags(page, candidates)
        hidden = np.zeros((len(cut), self.heads.width), np.float32)
        for window in windows([len(pieces) for pieces in cut], page.sentence_starts()):
            self._read(window, cut, told, hidden)
        return Signals(page, hidden, self.heads)

    def _read(self, window: Window, cut: list[tuple[int, ...]], told: Array, hidden: Array) -> None:
        """One window at a time: on a plain CPU batches save nothing, and filling them up to one length costs."""
        owners = [word for word in range(window.first, window.end) for _ in cut[word]]
        ids = [self.pieces.start, *(p for word in cut[window.first : window.end] for p in word), self.pieces.end]
        marked = np.zeros((1, len(ids), told.shape[1]), np.float32)
        marked[0, 1:-1] = told[owners]
        feed = {"ids": np.array([ids], np.int64), "mask": np.ones((1, len(ids)), np.int64), "flags": marked}
        vectors = self.session.run(None, feed)[0][0]
        firsts = [at for at, word in enumerate(owners) if word >= window.own and (not at or owners[at - 1] != word)]
        hidden[[owners[at] for at in firsts]] = vectors[[at + 1 for at in firsts]]


def windows(lengths: Sequence[int], sentences: Sequence[int]) -> Iterator[Window]:
    """Cut a page at sentences into windows that fit; a longer sentence is cut where it must be.

    Args:
        lengths: pieces of each word.
        sentences: first words of the sentences.
    """
    starts, own = frozenset(sentences), 0
    while own < len(lengths):
        first, size = own, 0
        while first and size + lengths[first - 1] <= CONTEXT:
            first -= 1
            size += lengths[first]
        end = own
        while end < len(lengths) and size + lengths[end] <= WINDOW:
            size += lengths[end]
            end += 1
        if end < len(lengths):
            end = next((cut for cut in range(end, own, -1) if cut in starts), end)
        yield Window(first, own, end)
        own = end


@lru_cache(maxsize=1)
def load_encoder() -> Encoder:
    """The encoder that comes with the package."""
    folder = files(__package__) / "model"
    vocabulary = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
    with as_file(folder / "encoder.onnx") as network, as_file(folder / "heads.npz") as heads:
        return Encoder(open_session(network), Pieces(vocabulary), load_heads(heads))


def open_session(path: Path) -> onnxruntime.InferenceSession:
    """The network from a file; threads that wait do not spin, so that other work gets the processor."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def load_heads(path: Path) -> Heads:
    """The last layers from a file."""
    with np.load(path, allow_pickle=False) as arrays:
        return Heads.of(dict(arrays))
