"""Small last layers with weights drawn from a seed, and a page's signals under them."""

import numpy as np

from whoheld.reading.net.flags import BASES, KINDS
from whoheld.reading.net.heads import RANK, ROLES, STEPS, Heads
from whoheld.reading.net.signals import Signals
from whoheld.reading.page import Page

WIDTH = 8


def heads(seed: int = 0) -> Heads:
    rng = np.random.default_rng(seed)
    roles, kinds = len(ROLES), len(KINDS)
    shapes = {
        "tag": (kinds, WIDTH), "tag_bias": (kinds,), "kind": (kinds, WIDTH), "claim": (WIDTH, WIDTH),
        "claim_bias": (WIDTH,), "asks": (roles * RANK, WIDTH), "asks_bias": (roles * RANK,),
        "offers": (roles * RANK, WIDTH), "offers_bias": (roles * RANK,), "nobody": (roles, WIDTH),
        "nobody_bias": (roles,), "distance": (STEPS, roles), "basis": (len(BASES), roles),
    }  # fmt: skip
    return Heads.of({name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()})


def signals(page: Page, seed: int = 0) -> Signals:
    rng = np.random.default_rng(seed)
    return Signals(page, rng.normal(size=(len(page.doc), WIDTH)).astype(np.float32), heads(seed))
