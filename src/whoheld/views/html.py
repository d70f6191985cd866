"""Claims as one page that needs nothing else: each article with its evidence marked, its claims beside it."""

import base64
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, TextIO

from whoheld import __version__
from whoheld.model import Claim, Document, Status
from whoheld.views.marking import Mark, pieces
from whoheld.views.palette import LOOKS, OTHER, Look, family_of, look_of
from whoheld.views.record import claim_id, explanation
from whoheld.views.words import number, shown, told, when
from whoheld.views.writing import dating


class Page:
    """Keeps what is read and writes the page at the end."""

    def __init__(self, stream: TextIO, *, explain: bool = False) -> None:
        self.stream, self.explain = stream, explain
        self.articles: list[dict[str, Any]] = []
        self.claims = 0

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Keep what the page needs of a document."""
        number_of = len(self.articles) + 1
        self.articles.append(_article(document, claims, number_of, explain=self.explain))
        self.claims += len(claims)

    def close(self) -> None:
        """Write the page."""
        from jinja2 import Environment  # noqa: PLC0415  (only where a page is asked for)

        environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
        style = _style()
        page = environment.from_string(_packaged("page.html.jinja")).render(
            articles=self.articles,
            claims=self.claims,
            families=_families(self.articles),
            style=style,
            style_hash=base64.b64encode(sha256(style.encode()).digest()).decode(),
            version=__version__,
        )
        self.stream.write(page)


def _article(document: Document, claims: Sequence[Claim], at: int, *, explain: bool) -> dict[str, Any]:
    marks = [
        Mark(span, number_of, copy, look_of(claim.kind).key)
        for number_of, claim in enumerate(claims, start=1)
        for copy, span in enumerate((claim.evidence, *claim.repeats))
    ]
    return {
        "at": at,
        "title": shown(document.title) or document.id,
        "id": document.id,
        "source": shown(document.source),
        "dating": dating(document),
        "lines": list(pieces(document.text, marks, len(document.title) if document.title else 0)),
        "claims": [_claim(claim, document, number_of, explain) for number_of, claim in enumerate(claims, 1)],
    }


def _claim(claim: Claim, document: Document, at: int, explain: bool) -> dict[str, Any]:
    reasons = explanation(claim, document) if explain else {}
    return {
        "at": at,
        "id": claim_id(claim),
        "kind": claim.kind.replace("_", " "),
        "family": family_of(claim.kind),
        "key": look_of(claim.kind).key,
        "told": told(claim),
        "placeless": claim.place is None,
        "when": when(claim.when.interval),
        "said_by": shown(claim.speaker.name),
        "status": claim.status.value,
        "doubted": claim.status is not Status.ASSERTED,
        "counts": [number(count) for count in claim.counts],
        "copies": len(claim.repeats),
        "confidence": f"{claim.confidence:.0%}",
        "reasons": [(role.replace("_", " "), shown(why)) for role, why in reasons.items() if why],
    }


def _families(articles: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    """The families that the page has claims of, with how many, in the order of the palette."""
    found = [(claim["family"], claim["key"]) for article in articles for claim in article["claims"]]
    order = {look.key: family for family, look in LOOKS.items()} | {OTHER.key: "other"}
    counted = ((family, key, sum(1 for _, its in found if its == key)) for key, family in order.items())
    return [each for each in counted if each[2]]


@lru_cache(maxsize=1)
def _style() -> str:
    """The page's one style sheet: the packaged rules, and a rule for each family."""
    looks = (*LOOKS.values(), OTHER)
    light = "".join(f"--{look.key}:{look.light};" for look in looks)
    dark = "".join(f"--{look.key}:{look.dark};" for look in looks)
    rules = "".join(map(_rules, looks))
    return (
        f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        + _packaged("page.css")
        + rules
    )


def _rules(look: Look) -> str:
    hidden = f"body:has(#show-{look.key}:not(:checked))"
    edge = "solid" if look.line == "wavy" else look.line  # a border cannot be wavy
    return (
        f".f-{look.key}{{--c:var(--{look.key});--l:{look.line};--e:{edge}}}\n"
        f"mark.o-{look.key}{{border-bottom:2px {edge} var(--{look.key})}}\n"
        f"{hidden} .claim.f-{look.key},{hidden} .ref.f-{look.key}{{display:none}}\n"
        f"{hidden} mark.f-{look.key}{{background:none;text-decoration:none}}\n"
        f"{hidden} mark.o-{look.key}{{border-bottom:0}}\n"
    )


def _packaged(name: str) -> str:
    return (files("whoheld.views") / "pages" / name).read_text(encoding="utf-8")
