"""Markdown: the prose, without front matter, code, images and raw HTML."""

import re
from contextlib import suppress

from whoheld.documents.clean import Clean
from whoheld.documents.days import parse_day
from whoheld.documents.lines import tidy, with_title
from whoheld.errors import BadDate
from whoheld.model import DateBasis

_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<fields>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w \-]*?)\s*:\s*(?P<value>\S.*?)\s*$", re.MULTILINE)
DATE_KEYS = ("published", "date", "pubdate", "publish_date", "datepublished", "created")
SOURCE_KEYS = ("source", "publisher", "outlet", "site", "publication")
URL_KEYS = ("url", "link", "canonical", "canonical_url")


def clean_markdown(text: str) -> Clean:
    """The prose of a Markdown text and what its front matter tells."""
    front = _FRONT.match(text)
    fields = _fields(front["fields"]) if front else {}
    title, body = _prose(text[front.end() :] if front else text)
    title = fields.get("title") or title
    published = None
    with suppress(BadDate):
        published = parse_day(_first(fields, DATE_KEYS))
    basis = DateBasis.METADATA if published else DateBasis.NONE
    whole = with_title(title, body)
    return Clean(whole, title, published, basis, _first(fields, SOURCE_KEYS), _first(fields, URL_KEYS))


def _fields(front: str) -> dict[str, str]:
    """Keys in small letters; only what stands on one line, which dates and titles do."""
    return {found["key"].strip().lower(): found["value"].strip("\"'") for found in _FIELD.finditer(front)}


def _first(fields: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((fields[key] for key in keys if fields.get(key)), "")


def _prose(text: str) -> tuple[str, str]:
    """The first heading of the top level, and every line of prose."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  (only where there is Markdown)
    from markdown_it.token import Token  # noqa: PLC0415

    def words(inline: Token) -> str:
        kept = (_inline(child.type, child.content) for child in inline.children or [])
        return tidy("".join(kept)).replace("\n", " ")

    title, lines, opened = "", [], ""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "inline":
            lines.append(words(token))
            title = title or (lines[-1] if opened == "h1" else "")
        opened = token.tag if token.type == "heading_open" else ""
    return title, "\n".join(filter(None, lines))


def _inline(kind: str, content: str) -> str:
    if kind in {"text", "code_inline"}:
        return content
    return " " if kind in {"softbreak", "hardbreak"} else ""
