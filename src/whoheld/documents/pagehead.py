"""The day that a web page's own fields give as that of its publication."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from whoheld.documents.days import parse_day
from whoheld.errors import BadDate

NAMES = (  # in order of trust; what tells when a page was changed is not among them
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date-published", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date",
    "pubdate", "published", "publication_date", "citation_publication_date", "dcterms.issued",
    "dc.date.issued",
    "dcterms.date", "dc.date", "dcterms.created", "dc.date.created", "article.published", "date",
)  # fmt: skip
DEEPEST = 20  # objects within objects


def page_date(tree: Any) -> date | None:  # noqa: ANN401  (lxml has no types)
    """The publication date by ``meta`` elements, JSON-LD or ``itemprop``; None where none is a date."""
    metas = _metas(tree)
    listed = [metas[name] for name in NAMES if name in metas]
    for value in (*listed, *_linked_data(tree), *_item_properties(tree)):
        with suppress(BadDate):
            return _day(value)
    return None


def _day(value: str) -> date:
    """The day of a value that may go on with a time."""
    try:
        return parse_day(value)
    except BadDate:
        return parse_day(value.strip()[:10])


def _metas(tree: Any) -> dict[str, str]:  # noqa: ANN401
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if meta.get(key) and meta.get("content"):
                found.setdefault(meta.get(key).strip().lower(), meta.get("content"))
    return found


def _linked_data(tree: Any) -> Iterator[str]:  # noqa: ANN401
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            with suppress(ValueError, RecursionError):
                yield from _published(json.loads(script.text or ""), 0)


def _published(value: object, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        day = value.get("datePublished")
        if isinstance(day, str):
            yield day
        for inner in value.values():
            yield from _published(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _published(inner, depth + 1)


def _item_properties(tree: Any) -> Iterator[str]:  # noqa: ANN401
    for element in tree.xpath("//*[@itemprop='datePublished' or (self::time and @pubdate)]"):
        value = element.get("datetime") or element.get("content") or element.text
        if value:
            yield value
