"""Web pages: the article, without scripts, menus and what surrounds it, and what its head tells."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from whoheld.documents.clean import Clean
from whoheld.documents.days import parse_day
from whoheld.documents.lines import tidy, with_title
from whoheld.documents.pagehead import page_date
from whoheld.errors import BadDate, EmptyInput
from whoheld.model import DateBasis

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.IGNORECASE)
_XML_HEAD = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*\[.*?\]\s*>|<!DOCTYPE[^>]*>", re.IGNORECASE | re.DOTALL)
UNREAD = ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas")
AROUND = ("nav", "footer", "aside", "form", "button", "select", "header", "head")
_GROUPING = ["div", "section", "article", "main", "figure", "address", "body", "center", "blockquote", "pre"]
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption"]
_PARTS = ["p", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "br", "hr"]
BLOCKS = frozenset((*_GROUPING, *_HEADINGS, *_PARTS))  # each begins a line of its own
HUGE = 500_000  # characters; the extractor's time grows faster than the page
LONG_ARTICLE = 1500  # characters; an extractor that finds so much has found the article


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its first bytes."""
    found = _DECLARED.search(data[:2048])
    return found.group(1).decode("ascii") if found else None


def clean_html(text: str) -> Clean:
    """The article of a page.

    Raises:
        EmptyInput: there is no text on it.
    """
    tree = _tree(text)
    if tree is None:
        raise EmptyInput("there is no text on the page")
    title, source, url, day = _head(tree)
    _drop(tree, UNREAD)
    body = _article(tree)
    if not body:
        raise EmptyInput("there is no text on the page")
    basis = DateBasis.METADATA if day else DateBasis.NONE
    return Clean(with_title(title, body), title, day, basis, source, url)


def _tree(text: str) -> Any:  # noqa: ANN401  (lxml has no types)
    """The parsed page; entities that a page declares are never expanded, nothing is fetched."""
    from lxml import etree, html  # noqa: PLC0415  (only where there is HTML)

    bare = _DOCTYPE.sub("", _XML_HEAD.sub("", text))
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(bare, parser=parser) if bare.strip() else None
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _head(tree: Any) -> tuple[str, str, str, date | None]:  # noqa: ANN401
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415

    day = page_date(tree)
    settings = {
        "original_date": True,
        "extensive_search": False,
    }  # a day somewhere in the text would be a guess
    try:
        found = extract_metadata(tree, date_config=settings)
    except Exception:  # noqa: BLE001  (its head is a help, not a need)
        return "", "", "", day
    if day is None and found.date:
        with suppress(BadDate):
            day = parse_day(found.date)
    title = " ".join((found.title or "").split())
    return title, found.sitename or "", found.url or "", day


def _drop(tree: Any, tags: tuple[str, ...]) -> None:  # noqa: ANN401
    for element in list(tree.iter(*tags)):
        if element.getparent() is not None:
            element.drop_tree()


def _article(tree: Any) -> str:  # noqa: ANN401
    """What the extractor finds, or all the prose of the page where that is a good deal more."""
    simple = _all_prose(tree)
    if len(simple) > HUGE:
        return simple
    found = tidy(_extracted(tree))
    return found if len(found) * 2 >= len(simple) or len(found) > LONG_ARTICLE else simple


def _extracted(tree: Any) -> str:  # noqa: ANN401
    from copy import deepcopy  # noqa: PLC0415

    import trafilatura  # noqa: PLC0415

    try:
        return (
            trafilatura.extract(deepcopy(tree), favor_recall=True, include_comments=False, include_tables=False) or ""
        )
    except Exception:  # noqa: BLE001  (whatever it trips over, the simple way still reads the page)
        return ""


def _all_prose(tree: Any) -> str:  # noqa: ANN401
    from copy import deepcopy  # noqa: PLC0415

    whole = deepcopy(tree)
    _drop(whole, AROUND)
    return tidy("".join(_pieces(whole)))


def _pieces(tree: Any) -> Iterator[str]:  # noqa: ANN401
    """The text of a tree, a line break around each block; walked by events, so that no depth is too deep."""
    from lxml import etree  # noqa: PLC0415

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        edge = "\n" if element.tag in BLOCKS else ""
        if event == "start":
            yield edge + _flat(element.text)
        else:
            yield edge + _flat(element.tail)


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
