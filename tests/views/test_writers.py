"""Each format, on claims that overlap, repeat and hold what mark-up has to escape."""

import io
import json
import re
from base64 import b64encode
from hashlib import sha256
from xml.etree import ElementTree

import pytest

from tests.views.sample import CLAIMS, DOCUMENT, TEXT
from whoheld.errors import UsageError
from whoheld.views import FORMATS, make_writer
from whoheld.views.record import claim_id


def written(form: str, monkeypatch: pytest.MonkeyPatch | None = None, *, explain: bool = False, times: int = 1) -> str:
    stream = io.StringIO()
    writer = make_writer(form, stream, explain=explain)
    for _ in range(times):
        writer.add(DOCUMENT, CLAIMS)
    writer.close()
    return stream.getvalue()


def test_unknown_format() -> None:
    with pytest.raises(UsageError, match="xml"):
        make_writer("xml", io.StringIO())


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_read_is_still_a_whole_result(form: str) -> None:
    stream = io.StringIO()
    writer = make_writer(form, stream)
    writer.add(DOCUMENT, [])
    writer.close()
    if form == "json":
        assert json.loads(stream.getvalue())["claims"] == []
    elif form == "html":
        assert "No claim was found" in stream.getvalue()


def test_lines_of_json() -> None:
    records = [json.loads(line) for line in written("jsonl").splitlines()]
    assert [record["quote"] for record in records] == [claim.evidence.of(TEXT) for claim in CLAIMS]
    assert all(TEXT[a:b] == records[0]["quote"] for a, b in records[0]["repeats"])
    assert records[0]["confidence"] == 0.877
    assert records[2]["status"] == "possible"
    assert records[2]["actor"] is None
    assert "explain" not in records[0]


def test_explained_lines() -> None:
    first = json.loads(written("jsonl", explain=True).splitlines()[0])["explain"]
    assert first["trigger"] == "took"
    assert first["actor"] == "the rebels of this war"
    assert first["said_by"] == "it says so"


def test_ids_differ_and_do_not_change() -> None:
    assert len({claim_id(claim) for claim in CLAIMS}) == len(CLAIMS)
    assert claim_id(CLAIMS[0]) == claim_id(CLAIMS[0])
    assert re.fullmatch("[0-9a-f]{16}", claim_id(CLAIMS[0]))


@pytest.mark.parametrize("width", [40, 80, 100, 140, 220])
def test_table_fits_its_terminal(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = written("table").splitlines()
    assert max(len(line) for line in lines) <= width
    assert "\x1b" not in "".join(lines)
    words = " ".join(" ".join(lines).split())
    for part in (
        "Town changes hands",
        "published 20 Nov 2012",
        "3 claims",
        "United Nations",
        "possible",
        "12 people",
    ):
        assert part in words


def test_wide_table_has_its_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    lines = written("table").splitlines()
    heading = next(line for line in lines if "to whom" in line)
    row = next(line for line in lines if "M23" in line)
    assert heading.index("where") == row.index("Goma")
    assert heading.index("to whom") == row.index("FARDC")
    assert any("“The rebels took <Goma> & its airport”" in line and "2 times" in line for line in lines)


def test_explained_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    lines = [line.strip() for line in written("table", explain=True).splitlines()]
    assert "trigger  took" in lines
    assert any(line.startswith("actor  the rebels of this war") for line in lines)


def parsed(page: str) -> ElementTree.Element:
    """The page as XML: its elements nest, its attributes are quoted, its text is escaped."""
    closed = re.sub(r"<(meta|input|br)([^>]*?)( checked)?>", r"<\1\2/>", page.removeprefix("<!doctype html>"))
    return ElementTree.fromstring(closed)  # noqa: S314  (our own page)


@pytest.mark.parametrize("explain", [False, True])
def test_page_is_well_formed_and_links_both_ways(explain: bool) -> None:
    tree = parsed(written("html", explain=explain, times=2))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = [element.get("href", "")[1:] for element in tree.iter("a") if element.get("href")]
    assert targets
    assert set(targets) <= set(ids)
    for number in range(1, len(CLAIMS) + 1):
        assert {f"a2-c{number}", f"a2-t{number}"} <= set(targets)


def test_page_shows_the_whole_text_and_marks_the_evidence() -> None:
    tree = parsed(written("html"))
    article = next(tree.iter("article"))
    for reference in [element for element in article.iter("a") if (element.get("class") or "").startswith("ref ")]:
        reference.text = ""
    lines = [" ".join("".join(each.itertext()).split()) for each in article if each.tag in {"h2", "p"}][1:]
    assert lines == TEXT.splitlines()
    marked = "".join("".join(mark.itertext()) for mark in article.iter("mark"))
    assert marked.count("The rebels took <Goma> & its airport") == 2


def test_page_runs_and_fetches_nothing() -> None:
    page = written("html", explain=True)
    assert "<script" not in page
    assert "style=" not in page
    assert not re.search(r"""(src|href)=["'](?!#)""", page)
    assert "url(" not in page
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    assert b64encode(sha256(style[1].encode()).digest()).decode() in page
    assert "default-src 'none'" in page


def test_page_escapes_what_a_text_holds() -> None:
    page = written("html")
    assert "&lt;Goma&gt; &amp; its airport" in page
    assert "<Goma>" not in page
