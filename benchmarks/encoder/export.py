"""From a trained network to the files that the package runs: eight-bit weights, the last layers, the vocabulary."""

import json
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from benchmarks.encoder.network import Network
from whoheld.reading.net.flags import WIDTH
from whoheld.reading.net.heads import Heads

MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
VOCABULARY = 25_000  # pieces that are kept
INPUTS = ("ids", "mask", "flags")


def vocabulary_of(base: Path) -> list[str]:
    """The commoner pieces of the pretrained encoder that text in Latin letters can have.

    Accents are taken off before words are cut; a rare piece that is left out comes as several shorter ones.
    """
    pieces = (base / "vocab.txt").read_text(encoding="utf-8").splitlines()  # the commonest first
    latin = [piece for piece in pieces if piece in MARKS or (piece.isascii() and not piece.startswith("[unused"))]
    return [piece for at, piece in enumerate(latin) if at < VOCABULARY or len(piece.removeprefix("##")) == 1]


def heads_of(network: Network) -> Heads:
    """The last layers as the package uses them."""
    layers: dict[str, Tensor] = {
        "kind": network.kind.weight, "distance": network.distance.weight, "basis": network.basis.weight,
    }  # fmt: skip
    for name in ("tag", "claim", "asks", "offers", "nobody"):
        layer: nn.Linear = getattr(network, name)
        layers |= {name: layer.weight, f"{name}_bias": layer.bias}
    return Heads.of({name: tensor.detach().float().numpy() for name, tensor in layers.items()})


def export(network: Network, vocabulary: list[str], folder: Path) -> None:
    """Write ``encoder.onnx``, ``heads.npz`` and ``vocabulary.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = folder / "plain.onnx"
    example = (torch.ones(2, 32, dtype=torch.long), torch.ones(2, 32, dtype=torch.long), torch.zeros(2, 32, WIDTH))
    axes = {name: {0: "rows", 1: "pieces"} for name in (*INPUTS, "vectors")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing warns of branches on shapes that are the same for every text
        torch.onnx.export(
            network, example, str(plain), input_names=list(INPUTS), output_names=["vectors"], dynamic_axes=axes,
            opset_version=17, dynamo=False,
        )  # fmt: skip
    quantize_dynamic(plain, folder / "encoder.onnx", weight_type=QuantType.QInt8)
    plain.unlink()
    onnx.checker.check_model(str(folder / "encoder.onnx"))
    store_heads(heads_of(network), folder / "heads.npz")
    (folder / "vocabulary.json").write_text(json.dumps(vocabulary), encoding="utf-8")


def store_heads(heads: Heads, path: Path) -> None:
    """Write the last layers in sixteen bits."""
    np.savez_compressed(path, **{name: getattr(heads, name).astype(np.float16) for name in Heads.__dataclass_fields__})
