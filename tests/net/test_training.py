"""Training of the encoder, on a network of a few numbers; only where PyTorch is installed."""

from collections.abc import Callable
from math import fsum
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")
onnx = pytest.importorskip("onnx")

from benchmarks.agreement import alias_table  # noqa: E402
from benchmarks.encoder.export import export, heads_of  # noqa: E402
from benchmarks.encoder.fit import Plan, batch_losses, train, vectors, windows  # noqa: E402
from benchmarks.encoder.network import Network  # noqa: E402
from benchmarks.encoder.texts import Text, text_of  # noqa: E402
from whoheld.reading.frames.candidates import Candidates  # noqa: E402
from whoheld.reading.net.encoder import Encoder, load_heads, open_session  # noqa: E402
from whoheld.reading.net.flags import KIND  # noqa: E402
from whoheld.reading.net.heads import ROLES, steps  # noqa: E402
from whoheld.reading.net.pieces import Pieces  # noqa: E402
from whoheld.reading.page import Page  # noqa: E402

Make = Callable[..., Page]
WORDS = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "rebels", "took", "marea", "from", "the", "army", "on", "monday", ".", "they",
    "left", "azaz", ",", "residents", "said",
]  # fmt: skip
TEXT = "Rebels took Marea from the army on Monday. They left Azaz, residents said."
CLAIM: dict[str, Any] = {
    "quote": "Rebels took Marea from the army on Monday", "kind": "capture", "actor": "Syrian rebels",
    "recipient": None, "place": "Marea", "when": {"from": None, "to": None}, "said_by": "author",
    "status": "asserted", "counts": [], "optional": False,
}  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("base")
    config = transformers.BertConfig(
        vocab_size=len(WORDS), hidden_size=24, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32
    )
    torch.manual_seed(0)
    transformers.BertModel(config).save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    return folder


@pytest.fixture
def text(full_page: Make) -> Text:
    return text_of(full_page(TEXT), {"doc": "d", "text": TEXT, "claims": [CLAIM]}, Pieces(WORDS), alias_table([]))


def test_an_annotated_quote_is_labelled_with_its_kind(text: Text):
    stated = np.flatnonzero(text.wanted[:, KIND["capture"]])
    assert stated.tolist() == list(range(8))
    assert text.wanted.sum() == len(stated)
    (told,) = text.claims
    assert told.answers["speaker"].silence
    assert {text.mentions[i].name for i in told.answers["place"].right} == {"Marea"}


def test_training_brings_the_loss_down(text: Text, base: Path):
    def loss(network: Network) -> float:
        with torch.no_grad():
            parts = batch_losses(network.eval(), list(windows(text)), Pieces(WORDS)).values()
        return fsum(part.item() for part in parts)

    torch.manual_seed(0)
    before = loss(Network(base, 1, WORDS))
    assert loss(train([text], Pieces(WORDS), Plan(base, 1, epochs=12, rate=1e-3))) < before / 2


def test_the_package_computes_what_was_trained(text: Text, base: Path, full_page: Make, tmp_path: Path):
    network = train([text], Pieces(WORDS), Plan(base, 1, epochs=1))
    export(network, WORDS, tmp_path)
    page = full_page(TEXT)
    encoder = Encoder(open_session(tmp_path / "encoder.onnx"), Pieces(WORDS), load_heads(tmp_path / "heads.npz"))
    found = encoder(page, Candidates.of(page).words()).hidden
    spoken = [token.i for token in page.doc if not token.is_space]
    assert np.allclose(found[spoken], vectors(network, text, Pieces(WORDS))[spoken], atol=0.2)  # eight bits


def test_the_last_layers_are_the_same_in_both(base: Path):
    network = Network(base, 1, WORDS).eval()
    heads, rng = heads_of(network), np.random.default_rng(0)
    claim, mentions = rng.normal(size=24).astype(np.float32), rng.normal(size=(3, 24)).astype(np.float32)
    starts, bases = np.array([0, 12, 40]), np.array([0, 1, 2])
    where = steps(np.array([-1, 0, 1]), starts, starts + 1, (10, 20))
    with torch.no_grad():
        theirs = network.fits(*map(torch.from_numpy, (claim[None], mentions, where[None], bases)))[0].numpy()
    assert np.allclose(heads.fits(claim, heads.offered(mentions), where, bases), theirs, atol=1e-5)
    assert theirs.shape == (3, len(ROLES))
