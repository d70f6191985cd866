"""A small annotated document, and a maker of claims about it."""

from collections.abc import Callable
from typing import Any

import pytest

TEXT = (
    "Rebels take Marib\n"
    "Fighters of the Harbour Front seized Marib on 4 May 2019. The army denied it. "
    "Shells killed 12 people in Taiz, doctors said. Talks may resume in June."
)


@pytest.fixture
def gold() -> dict[str, Any]:
    def claim(name: str, quote: str, kind: object, **fields: object) -> dict[str, object]:
        usual: dict[str, object] = {"actor": None, "recipient": None, "place": None, "said_by": "author"}
        usual |= {"when": {"from": None, "to": None}, "status": "asserted", "counts": [], "optional": False}
        return usual | {"id": name, "quote": quote, "kind": kind} | fields

    may = {"from": "2019-05-04", "to": "2019-05-04"}
    dead = [{"what": "killed", "of": "people", "low": 12, "high": 12}]
    return {
        "doc": "wire-1",
        "title": "Rebels take Marib",
        "published": "2019-05-05",
        "source": "Wire",
        "text": TEXT,
        "claims": [
            claim("c1", "Fighters of the Harbour Front seized Marib", "capture",
                  actor="Harbour Front", place="Marib", when=may),
            claim("c2", "Rebels take Marib", "capture",
                  actor=["Harbour Front", "rebels"], place="Marib", optional=True),
            claim("c3", "Shells killed 12 people in Taiz", ["shelling", "killing"],
                  recipient="people", place="Taiz", said_by=["doctors", "author"], counts=dead),
            claim("c4", "Talks may resume", "talks",
                  actor="Yemen", recipient="Harbour Front", status="possible"),
        ],
    }  # fmt: skip


@pytest.fixture
def predict(gold: dict[str, Any]) -> Callable[..., dict[str, Any]]:
    """A claim with offsets that says what the annotation of that name says, but for the fields given."""

    def first(value: object) -> object:
        return value[0] if isinstance(value, list) and value and not isinstance(value[0], dict) else value

    def make(name: str, **changes: object) -> dict[str, Any]:
        want = next(claim for claim in gold["claims"] if claim["id"] == name)
        start = gold["text"].find(want["quote"])
        same = {field: first(value) for field, value in want.items() if field not in {"id", "optional"}}
        offsets = {"doc": gold["doc"], "start": start, "end": start + len(want["quote"])}
        return same | offsets | changes

    return make
