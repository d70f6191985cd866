"""The training itself: windows of annotated pages, the losses, and the schedule."""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.encoder.network import Network
from benchmarks.encoder.texts import SORTS, STATUSES, Mention, Numbers, Text, Told
from whoheld.reading.net.encoder import windows as windows_of_page
from whoheld.reading.net.heads import ROLES, steps
from whoheld.reading.net.pieces import Pieces

WINDOW, STEP = 254, 216  # pieces
LEAST = 24  # pieces that a window at the edge of a text must have
BATCH = 4
LAYERS, EPOCHS = 4, 8
WARM = 0.1  # share of the steps over which the rate rises
FAST = 8.0  # the new layers learn so much faster than the pretrained ones
ROLE_SHARE = 0.4  # of each role's loss in the whole
OPTIONAL = 0.5  # weight of an optional claim
IMPOSSIBLE = -1e4
Losses = dict[str, list[Tensor]]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to train."""

    base: Path
    layers: int = LAYERS
    epochs: int = EPOCHS
    rate: float = 2e-4
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces of a text that are read together, half-open."""

    text: Text
    start: int
    end: int


def windows(text: Text) -> Iterator[Window]:
    """Windows that cover a text and overlap a little, cut anew at each call."""
    size = len(text.ids)
    start = -random.randrange(STEP) if size > WINDOW else 0  # noqa: S311  (training, not secrets)
    while start < size:
        first, last = max(0, start), min(size, start + WINDOW)
        if last - first >= LEAST or size <= WINDOW:
            yield Window(text, first, last)
        if last == size:
            return
        start += STEP


def collate(batch: Sequence[Window], pieces: Pieces) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, mask and flags of windows, padded to one length."""
    shape = (len(batch), max(w.end - w.start for w in batch) + 2)
    ids, mask = torch.full(shape, pieces.padding), torch.zeros(shape, dtype=torch.long)
    flags = torch.zeros(*shape, batch[0].text.flags.shape[1])
    for row, w in enumerate(batch):
        size = w.end - w.start
        ids[row, 0], ids[row, size + 1] = pieces.start, pieces.end
        ids[row, 1 : size + 1] = torch.from_numpy(w.text.ids[w.start : w.end])
        mask[row, : size + 2] = 1
        flags[row, 1 : size + 1] = torch.from_numpy(w.text.flags[w.text.owners[w.start : w.end]])
    return ids, mask, flags


def by_word(window: Window, vectors: Tensor) -> tuple[Tensor, np.ndarray]:
    """Of the vectors of a window's row those of the first pieces of words, and which words these are."""
    owners = window.text.owners[window.start : window.end]
    first = np.r_[True, owners[1:] != owners[:-1]]
    return vectors[torch.from_numpy(np.flatnonzero(first)) + 1], owners[first]


def train(texts: Sequence[Text], pieces: Pieces, plan: Plan) -> Network:
    """A network trained on these texts; the same one for the same texts, plan and versions."""
    random.seed(plan.seed)
    torch.manual_seed(plan.seed)
    network: Network = Network(plan.base, plan.layers, pieces.vocabulary).train()
    optimizer, begun, step = _optimizer(network, plan), monotonic(), 0
    for epoch in range(plan.epochs):
        listed = [window for text in texts for window in windows(text)]
        random.shuffle(listed)
        total = max(step + 1, plan.epochs * -(-len(listed) // BATCH))
        means: dict[str, list[float]] = defaultdict(list)
        for at in range(0, len(listed), BATCH):
            _set_rate(optimizer, plan.rate, step, total)
            losses = batch_losses(network, listed[at : at + BATCH], pieces)
            _step(network, optimizer, losses)
            step += 1
            for name, loss in losses.items():
                means[name].append(loss.item())
        shown = " ".join(f"{name} {np.mean(values):.3f}" for name, values in means.items())
        print(f"epoch {epoch + 1} of {plan.epochs}, {monotonic() - begun:.0f} s: {shown}", file=sys.stderr, flush=True)
    network.eval()
    return network


def _optimizer(network: Network, plan: Plan) -> torch.optim.Optimizer:
    old = [p for p in network.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in network.encoder.parameters()}
    new = [p for p in network.parameters() if id(p) not in known]
    groups = [{"params": old, "scale": 1.0}, {"params": new, "scale": FAST}]
    return torch.optim.AdamW(groups, lr=plan.rate, weight_decay=0.01)


def _set_rate(optimizer: torch.optim.Optimizer, rate: float, step: int, total: int) -> None:
    share = min(1.0, (step + 1) / (WARM * total)) * max(0.02, 1 - step / total)
    for group in optimizer.param_groups:
        group["lr"] = rate * group["scale"] * share


def _step(network: Network, optimizer: torch.optim.Optimizer, losses: dict[str, Tensor]) -> None:
    loss = losses["kind"] + ROLE_SHARE * sum((v for k, v in losses.items() if k != "kind"), torch.zeros(()))
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
    optimizer.step()


def batch_losses(network: Network, batch: Sequence[Window], pieces: Pieces) -> dict[str, Tensor]:
    """The loss of kinds, by token, and of each role and the status, by claim."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        rows = network(*collate(batch, pieces))
    losses: Losses = defaultdict(list)
    kinds, tokens = torch.zeros(()), 0
    for window, row in zip(batch, rows.float(), strict=True):
        vectors, words = by_word(window, row)
        vectors = network.drop(vectors)
        logits = network.tag(vectors)
        wanted, counted = (torch.from_numpy(table[words]) for table in (window.text.wanted, window.text.counted))
        each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
        kinds, tokens = kinds + (each * counted).sum(), tokens + len(words)
        _claim_losses(network, _Seen(window.text, vectors, logits.detach(), words), losses)
    return {
        "kind": kinds / tokens,
        **{name: torch.cat(found).mean() for name, found in losses.items() if sum(map(len, found))},
    }


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one window shows of a text."""

    text: Text
    vectors: Tensor
    logits: Tensor
    words: Numbers

    def rows(self, start: int, end: int) -> tuple[int, int] | None:
        """Rows of these tokens, half-open; None where the window does not show them all."""
        if start < self.words[0] or end - 1 > self.words[-1]:
            return None
        first, last = np.searchsorted(self.words, [start, end]).tolist()
        return (first, last) if last > first else None


def _claim_losses(network: Network, seen: _Seen, losses: Losses) -> None:
    """Add the losses of the roles and the status of all claims that a window shows."""
    asked = [(told, *found) for told in seen.text.claims if (found := _asked(seen, told))]
    if not asked:
        return
    claims = network.drop(_claim_vectors(network, seen, asked))
    weights = torch.tensor([OPTIONAL if told.optional else 1.0 for told, _, _ in asked])
    right = torch.zeros(len(asked), len(STATUSES), dtype=torch.bool)
    for row, (told, _, _) in enumerate(asked):
        right[row, list(told.statuses)] = True
    statuses = functional.log_softmax(network.status(claims), 1)
    losses["status"].append(-weights * torch.logsumexp(statuses.masked_fill(~right, IMPOSSIBLE), 1))
    shown = [(i, m, rows) for i, m in enumerate(seen.text.mentions) if (rows := seen.rows(m.start, m.end))]
    scores = _scores(network, seen, claims, [span for _, span, _ in asked], shown)
    offered, right = _answers([told for told, _, _ in asked], [(i, m) for i, m, _ in shown])
    every = torch.logsumexp(scores.masked_fill(~offered, IMPOSSIBLE), 1)
    good = torch.logsumexp(scores.masked_fill(~right, IMPOSSIBLE), 1)
    learnt = right.any(1)  # else the right one is not in sight: nothing to learn
    for column, role in enumerate(ROLES):
        rows = learnt[:, column]
        losses[role].append((weights * (every - good)[:, column])[rows])


def _asked(seen: _Seen, told: Told) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The tokens, and their rows, with which to ask for a claim's roles: its quote, or the evidence of a frame."""
    quotes = [(span, rows) for span in told.spans if (rows := seen.rows(*span))]
    if not quotes:
        return None
    rows = seen.rows(*told.asked) if told.asked else None
    if told.asked and rows and random.random() < 0.5:  # noqa: S311  (training, not secrets)
        return told.asked, rows
    return random.choice(quotes)  # noqa: S311


def _claim_vectors(network: Network, seen: _Seen, asked: Sequence[tuple[Told, Span, Span]]) -> Tensor:
    kinds = torch.tensor([told.kinds[0] for told, _, _ in asked])
    inside = torch.zeros(len(asked), len(seen.words), dtype=torch.bool)
    for row, (_, _, (first, last)) in enumerate(asked):
        inside[row, first:last] = True
    shares = torch.softmax(seen.logits[:, kinds].T.masked_fill(~inside, IMPOSSIBLE), 1)
    return network.claims(shares @ seen.vectors, kinds)


def _scores(
    network: Network, seen: _Seen, claims: Tensor, spans: Sequence[Span], shown: Sequence[tuple[int, Mention, Span]]
) -> Tensor:
    """How well silence (the first) and each mention fill each role: shape ``(claims, 1 + mentions, roles)``."""
    means = torch.zeros(len(shown), len(seen.words))
    for row, (_, _, (first, last)) in enumerate(shown):
        means[row, first:last] = 1 / (last - first)
    starts = np.array([m.start for _, m, _ in shown], np.int64)
    ends = np.array([m.end for _, m, _ in shown], np.int64)
    sentences = seen.text.sentences
    where = [steps(sentences[starts] - sentences[span[0]], starts, ends, span) for span in spans]
    bases = torch.tensor([m.basis for _, m, _ in shown], dtype=torch.long)
    fits = network.fits(claims, means @ seen.vectors, torch.from_numpy(np.stack(where)), bases)
    return torch.cat([network.nobody(claims)[:, None, :], fits], 1)


def _answers(asked: Sequence[Told], shown: Sequence[tuple[int, Mention]]) -> tuple[Tensor, Tensor]:
    """Which of silence and the mentions can fill each role of each claim, and which do it rightly."""
    sorts = np.array([[mention.sort == SORTS[role] for role in ROLES] for _, mention in shown], bool)
    possible = np.concatenate([np.ones((1, len(ROLES)), bool), sorts.reshape(len(shown), len(ROLES))])
    right = np.zeros((len(asked), len(shown) + 1, len(ROLES)), bool)
    for row, told in enumerate(asked):
        for column, role in enumerate(ROLES):
            answer = told.answers[role]
            right[row, 1:, column] = [number in answer.right for number, _ in shown]
            right[row, 0, column] = answer.silence or (role == "time" and not right[row, 1:, column].any())
    return torch.from_numpy(possible).expand(len(asked), -1, -1), torch.from_numpy(right)


@torch.no_grad()
def vectors(network: Network, text: Text, pieces: Pieces) -> np.ndarray:
    """A vector for each token of a text, from the windows that the package reads it in."""
    lengths = np.bincount(text.owners, minlength=len(text.sentences))
    sentences = np.flatnonzero(np.r_[True, np.diff(text.sentences) > 0])
    at = np.r_[0, np.cumsum(lengths)]
    found = np.zeros((len(lengths), network.tag.in_features), np.float32)
    for cut in windows_of_page(lengths.tolist(), sentences.tolist()):
        window = Window(text, int(at[cut.first]), int(at[cut.end]))
        if window.end == window.start:
            continue
        rows, words = by_word(window, network(*collate([window], pieces))[0])
        own = words >= cut.own
        found[words[own]] = rows.numpy()[own]
    return found
