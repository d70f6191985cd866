"""Vectors that a network gave to documents which it had not seen, as ``benchmarks.train_encoder`` leaves them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.annotated import Read
from whoheld.reading.frames.choose import words_of
from whoheld.reading.net.encoder import Encoder, load_heads
from whoheld.reading.net.signals import Signals


def listen(reads: Sequence[Read], folder: Path) -> None:
    """Give each page the signals of a network that has not seen its outlet or war.

    Raises:
        FileNotFoundError: there are no vectors of a document.
        ValueError: its tokens have changed since its vectors were made.
    """
    stored = {path.stem: path for path in folder.glob("fold-*/*.npy")}
    heads = {fold: load_heads(fold / "heads.npz") for fold in {path.parent for path in stored.values()}}
    for read in reads:
        path = stored.get(read.gold["doc"])
        if path is None:
            message = f"{folder}: no vectors of {read.gold['doc']}; run benchmarks.train_encoder on the same documents"
            raise FileNotFoundError(message)
        hidden = np.load(path, allow_pickle=False).astype(np.float32)
        if len(hidden) != len(read.page.doc):
            message = f"{path}: made for another division into words; run benchmarks.train_encoder again"
            raise ValueError(message)
        read.page.signals = Signals(read.page, hidden, heads[path.parent])


def ask(reads: Sequence[Read], encoder: Encoder) -> None:
    """Give each page the signals of the encoder that comes with the package."""
    for read in reads:
        read.page.signals = encoder(read.page, words_of(read.page))
