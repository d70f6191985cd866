"""What the encoder says, as names of features: each threshold that a number passes is one."""

from collections.abc import Iterator
from math import log

from whoheld.reading.net.flags import KIND
from whoheld.reading.net.signals import OPEN, Signals

ODDS = (-5, -4, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3)
LEADS = (-4, -2, -1, 0, 1, 2, 4)
SHARES = (-7, -5, -4, -3, -2, -1.4, -0.7, -0.36, -0.1, -0.03)  # natural logarithms of probabilities
LEAST = 1e-9


def kind_features(signals: Signals, token: int, sentence: tuple[int, int], kind: str) -> Iterator[str]:
    """How far the encoder takes a word for a statement of a kind, and how far for one of another."""
    number = KIND[kind]
    own = float(signals.logits[token, number])
    other = signals.rival(token, number)
    most = float(signals.logits[sentence[0] : sentence[1], number].max())
    yield from _passed("net", own, ODDS)
    yield from _passed("net lead", own - other, LEADS)
    yield from _passed("net sentence", most, ODDS)
    yield from _passed("net any", max(own, other), ODDS)


def filler_features(shares: dict[str, float], name: str | None, role: str) -> Iterator[str]:
    """How far the encoder takes a name (None: the text's silence) for the filler of a role."""
    share = shares.get(name or OPEN)
    if share is None:
        yield f"net {role} absent"
        return
    yield from _passed(f"net {role}", log(max(share, LEAST)), SHARES)
    if share == max(shares.values()):
        yield f"net {role} first"


def _passed(label: str, value: float, steps: tuple[float, ...]) -> Iterator[str]:
    for step in steps:
        if value <= step:
            return
        yield f"{label}>{step}"
