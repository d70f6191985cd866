"""Plain text, Markdown, HTML: what of a file is text, and what its head tells."""

from contextlib import suppress
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.documents import Form, Given, build, form_of
from whoheld.documents.html import clean_html
from whoheld.documents.lines import unwrapped, with_title
from whoheld.documents.markdown import clean_markdown
from whoheld.documents.plain import clean_plain
from whoheld.errors import EmptyInput
from whoheld.model import DateBasis

WRAPPED = """Army takes the bridge

Government troops took the bridge over the river on Sunday after a week
of fighting in which at least thirty people had died. The rebels fell
back to the hills, from where they went on shelling the road until
nightfall, residents said.

- a list
- stays a list
"""


def test_hard_wrap_is_undone_in_place() -> None:
    text = unwrapped(WRAPPED)
    assert len(text) == len(WRAPPED)
    assert "after a week of fighting" in text
    assert "shelling the road until nightfall" in text
    assert text.startswith("Army takes the bridge\n\nGovernment")
    assert "- a list\n- stays a list" in text


def test_wrap_with_carriage_returns_keeps_its_offsets() -> None:
    windows = WRAPPED.replace("\n", "\r\n")
    assert len(unwrapped(windows)) == len(windows)
    assert "a week  of fighting" in unwrapped(windows)


@pytest.mark.parametrize(
    "text",
    [
        "Title of the article\nA first paragraph that is quite long, and that goes on.\nA second one.\n" * 3,
        "One line only",
        "\n".join("A paragraph of its own with a good many words in it. " * 5 for _ in range(5)),
    ],
)
def test_paragraphs_on_lines_of_their_own_stay(text: str) -> None:
    assert unwrapped(text) == text


@given(st.text("ab .\n\r-", max_size=300))
def test_unwrapping_moves_no_character(text: str) -> None:
    after = unwrapped(text)
    assert len(after) == len(text)
    assert _dense(after) == _dense(text)


def _dense(text: str) -> str:
    return "".join(char for char in text if char not in " \n\r")


def test_title_of_a_plain_text() -> None:
    assert clean_plain("Rebels leave\nThe rebels left.").title == "Rebels leave"
    assert clean_plain("The rebels left.\nThey went home.").title == ""
    assert clean_plain("One line").title == ""


def test_title_stands_once() -> None:
    assert with_title("T", "body") == "T\nbody"
    assert with_title("T", "T\nbody") == "T\nbody"
    assert with_title("T", "News\nT\nbody") == "T\nbody"
    assert with_title("", "body") == "body"


def test_markdown() -> None:
    found = clean_markdown(
        "---\ntitle: The bridge\ndate: 2014-03-03\nsource: 'The Wire'\nurl: https://example.org/a\n"
        "tags:\n - war\n---\n"
        "# Another heading\n\nThe **army** took [the bridge](https://x.example)\nat `dawn`. ![a map](m.png)"
        "\n\n"
        "* first\n* second\n\n```\ncode took Goma\n```\n\n<script>ISIS took Goma</script>\n\n> quoted\n"
    )
    assert found.title == "The bridge"
    assert (found.published, found.published_basis) == (date(2014, 3, 3), DateBasis.METADATA)
    assert (found.source, found.url) == ("The Wire", "https://example.org/a")
    assert found.text.splitlines() == [
        "The bridge", "Another heading", "The army took the bridge at dawn.", "first", "second", "quoted",
    ]  # fmt: skip


def test_markdown_heading_is_its_title() -> None:
    assert clean_markdown("# Heading\n\nText.").title == "Heading"
    assert clean_markdown("---\n\nA rule, not front matter.").text == "A rule, not front matter."


PAGE = """<!doctype html><html><head><title>Army takes bridge - The Wire</title>
<meta property="og:title" content="Army takes bridge"><meta property="og:site_name" content="The Wire">{head}
<style>p {{ color: red }}</style><script>document.write("ISIS took Goma")</script></head><body>
<nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>Army takes bridge</h1>
<p>The army took the bridge on <b>Sunday</b>, a colonel said &ndash; &ldquo;after a week&rdquo;.</p>
<script>var more = "ISIS took Bukavu";</script>
<p>The rebels fell back to the hills and shelled the road from there until nightfall, residents said.</p>
</article>
<footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2014-03-03T22:00:00+01:00">',
        '<meta name="dcterms.issued" content="2014-03-03">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2014-03-03"}]}</script>',
        '<script type="application/ld+json">no</script><meta name="pubdate" content="March 3, 2014">',
    ],
)
def test_page(head: str) -> None:
    found = clean_html(PAGE.format(head=head))
    assert found.published == date(2014, 3, 3)
    assert (found.title, found.source) == ("Army takes bridge", "The Wire")
    assert found.text.splitlines()[:2] == [
        "Army takes bridge",
        "The army took the bridge on Sunday, a colonel said – “after a week”.",
    ]
    assert found.text.endswith("residents said.")
    for absent in ("ISIS", "color", "Home", "rights"):
        assert absent not in found.text


def test_undated_page_is_not_given_a_day_of_its_text() -> None:
    found = clean_html("<html><body><p>The army took the bridge on 3 March 2014, a colonel said.</p></body></html>")
    assert found.published is None


def test_fragment_without_an_article() -> None:
    assert clean_html("<div>The army<br>took the bridge</div>").text == "The army\ntook the bridge"


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>x</script>", "<!-- only -->", "<p> </p>"])
def test_page_without_text(page: str) -> None:
    with pytest.raises(EmptyInput):
        clean_html(page)


BOMBS = {
    "entities": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "&{a};&{a};&{a};&{a};&{a};&{a};">' for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
    )
    + "]><html><body><p>The town fell. &k;</p></body></html>",
    "external": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>The town fell. &a;</p>',
    "depth": "<html><body><p>The town fell.</p>" + "<div>" * 50_000 + "</body></html>",
    "formatting": "<p>The town fell." + "<b><i><p>" * 5_000,
    "doctypes": "<!DOCTYPE [" * 50_000 + "<p>The town fell.</p>",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb(name: str) -> None:
    begun = perf_counter()
    text = clean_html(BOMBS[name]).text
    assert perf_counter() - begun < 10
    assert "The town fell." in text
    assert len(text) < 1000
    assert "root:" not in text


@given(st.text("<>/!-[]&;= '\"abpdiv\n", max_size=200))
def test_no_page_gives_any_other_error(page: str) -> None:
    with suppress(EmptyInput):
        assert clean_html(page).text


def test_form_by_suffix_else_by_looks() -> None:
    assert form_of(".HTM", b"plain") is Form.HTML
    assert form_of("", b"\xef\xbb\xbf <!DOCTYPE html>") is Form.HTML
    assert form_of(".article", b"<html lang=en>") is Form.HTML
    assert form_of(".article", b'{"doc": 1}') is Form.TEXT
    assert form_of("", b'{"doc": "a"}\n{"doc": "b"}') is Form.RECORDS
    assert form_of("", b"<b>bold</b> claims") is Form.TEXT


def test_what_is_given_goes_before_what_is_found() -> None:
    data = b"---\ndate: 2014-03-03\nsource: The Wire\n---\nThe town fell."
    found = build(data, Form.MARKDOWN, "a")
    assert (found.published, found.published_basis, found.source) == (
        date(2014, 3, 3),
        DateBasis.METADATA,
        "The Wire",
    )
    told = build(data, Form.MARKDOWN, "a", Given(date(2015, 1, 1), "SANA"))
    assert (told.published, told.published_basis, told.source) == (date(2015, 1, 1), DateBasis.GIVEN, "SANA")


def test_day_of_the_first_lines() -> None:
    found = build(b"GOMA, 3 March 2014 (Wire) - The town fell.", Form.TEXT)
    assert (found.published, found.published_basis) == (date(2014, 3, 3), DateBasis.TEXT)
    assert found.id.startswith("text-")
