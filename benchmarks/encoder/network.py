"""The network: a transformer over word pieces and flags, and the layers that ``whoheld.reading.net.heads`` repeats."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from benchmarks.encoder.texts import STATUSES
from whoheld.reading.net.flags import BASES, KINDS, WIDTH
from whoheld.reading.net.heads import RANK, ROLES, STEPS

DROPPED = 0.1
RARE = -3.0  # log-odds that a word states a kind, before anything is learnt


class Network(nn.Module):
    """What is trained.

    Args:
        base: folder of the pretrained encoder.
        layers: how many of its layers are kept, from the first.
        vocabulary: the word pieces whose embeddings are kept, in the order of their numbers.
    """

    def __init__(self, base: Path, layers: int, vocabulary: Sequence[str]) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="eager")
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.encoder.embeddings.word_embeddings = self._cut(base, vocabulary)
        width = self.encoder.config.hidden_size
        self.flag = nn.Linear(WIDTH, width, bias=False)
        self.drop = nn.Dropout(DROPPED)
        self.tag = nn.Linear(width, len(KINDS))
        self.kind = nn.Embedding(len(KINDS), width)
        self.claim = nn.Linear(width, width)
        self.asks = nn.Linear(width, len(ROLES) * RANK)
        self.offers = nn.Linear(width, len(ROLES) * RANK)
        self.nobody = nn.Linear(width, len(ROLES))
        self.distance = nn.Embedding(STEPS, len(ROLES))
        self.basis = nn.Embedding(len(BASES), len(ROLES))
        self.status = nn.Linear(width, len(STATUSES))
        self._begin()

    def _cut(self, base: Path, vocabulary: Sequence[str]) -> nn.Embedding:
        """The embeddings of these pieces, which stay as they are."""
        known = {piece: i for i, piece in enumerate((base / "vocab.txt").read_text(encoding="utf-8").splitlines())}
        weight = self.encoder.embeddings.word_embeddings.weight.detach()
        return nn.Embedding.from_pretrained(weight[[known[piece] for piece in vocabulary]], freeze=True)

    def _begin(self) -> None:
        nn.init.normal_(self.flag.weight, std=0.02)
        nn.init.normal_(self.kind.weight, std=0.2)
        nn.init.constant_(self.tag.bias, RARE)
        for table in (self.distance, self.basis):
            nn.init.zeros_(table.weight)

    def forward(self, ids: Tensor, mask: Tensor, flags: Tensor) -> Tensor:
        """Vectors of pieces."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.flag(flags)
        found: Tensor = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return found

    def claims(self, pooled: Tensor, kinds: Tensor) -> Tensor:
        """The vectors of claims from the pooled tokens of their evidence, as ``Heads.claim_of`` does it."""
        return torch.tanh(self.claim(pooled) + self.kind(kinds))

    def fits(self, claims: Tensor, mentions: Tensor, where: Tensor, bases: Tensor) -> Tensor:
        """How well mentions fill each role of each claim, as ``Heads.fits`` does it for one."""
        asked = self.asks(claims).view(len(claims), len(ROLES), RANK)
        offered = self.offers(mentions).view(len(mentions), len(ROLES), RANK)
        close = torch.einsum("crk,mrk->cmr", asked, offered) / RANK**0.5
        found: Tensor = close + self.distance(where) + self.basis(bases)
        return found
