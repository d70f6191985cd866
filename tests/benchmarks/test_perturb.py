import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import robust
from benchmarks.perturb import Changed, Edit, perturbed
from benchmarks.perturb_styles import STYLES, in_american, in_british, other_transliterations
from whoheld.model import Claim, Document, Span


def rewritten(text, style):
    return Changed(text, STYLES[style](text)).text


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("without_commas", "In Aden, 1,200 men, he said, fled.", "In Aden 1200 men he said fled."),
        ("in_capitals", "Türkiye’s army left.", "TÜRKIYE’S ARMY LEFT."),
        ("in_capitals", "Straße", "STRAßE"),
        ("curly_quotes", "\"It's over,\" he said ('now').", "“It’s over,” he said (‘now’)."),
        ("straight_quotes", "“It’s over”", '"It\'s over"'),
        (
            "in_british",
            "The Defense Ministry organized armored units.",
            "The Defence Ministry organised armoured units.",
        ),
        ("in_american", "DEFENCE of the harbour centre", "DEFENSE of the harbor center"),
        ("other_transliterations", "Daesh left Raqqa; al-Raqqah fell.", "ISIL left Raqqah; al-Raqa fell."),
        ("capital_headline", "Army leaves\nThe army left.", "ARMY LEAVES\nThe army left."),
        ("title_headline", "army leaves town of Azaz\nThe army left.", "Army Leaves Town of Azaz\nThe army left."),
        ("title_headline", "one line only", "one line only"),
    ],
)
def test_styles(style, text, expected):
    assert rewritten(text, style) == expected


def test_spellings_there_and_back():
    text = "The program to mobilize neighbors in the center was canceled."
    british = Changed(text, in_british(text)).text
    assert british == "The programme to mobilise neighbours in the centre was cancelled."
    assert Changed(british, in_american(british)).text == text


def test_words_that_only_contain_a_spelling_stay():
    assert in_british("A laborious programmer") == []


def test_each_transliteration_leads_back_to_the_first():
    name, seen = "Gaddafi", []
    while name not in seen:
        seen.append(name)
        name = Changed(name, other_transliterations(name)).text
    assert name == "Gaddafi"
    assert len(seen) > 2


EDITS = [Edit(2, 4, "xyz"), Edit(6, 7, ""), Edit(9, 9, "+")]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 2, "ab"),
        (0, 3, "abxyz"),
        (3, 6, "xyzef"),
        (4, 6, "ef"),
        (5, 8, "fh"),
        (7, 10, "hi+j"),
        (0, 10, "abxyzefhi+j"),
    ],
)
def test_a_stretch_is_followed_through_the_edits(start, end, expected):
    changed = Changed("abcdefghij", EDITS)
    first, last = changed.stretch(start, end)
    assert changed.text[first:last] == expected


@pytest.mark.parametrize("style", STYLES)
def test_quotes_stand_in_the_new_text(gold, style):
    new = perturbed(gold, STYLES[style])
    assert all(claim["quote"] and claim["quote"] in new["text"] for claim in new["claims"])
    assert new["text"].startswith(new["title"])
    assert new["text"][len(new["title"])] == "\n"


def letters(text):
    return re.sub(r"\W", "", text).casefold()


@given(st.text(alphabet="ab ,.'\"’“Kiev", min_size=1, max_size=40), st.data())
def test_any_quote_of_any_text_is_carried_along(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    if not quote.strip(" ,"):
        return
    gold = {"doc": "d", "text": text, "title": "", "claims": [{"quote": quote, "actor": None}]}
    for style in STYLES.values():
        new = perturbed(gold, style)
        (claim,) = new["claims"]
        assert claim["quote"] in new["text"]
        assert (
            re.sub(r"\W", "", claim["quote"])[:1].casefold() == re.sub(r"\W", "", quote)[:1].casefold() or "e" in text
        )


def test_a_name_is_right_in_either_spelling(gold):
    gold["claims"][0] |= {"actor": "Houthis", "place": ["Kiev", None]}
    (claim, *_) = perturbed(gold, STYLES["other_transliterations"])["claims"]
    assert claim["actor"] == ["Houthis", "Huthis"]
    assert claim["place"] == ["Kiev", None, "Kyiv"]
    assert claim["recipient"] is None


class OnlySmall:
    """Reads a capture where it meets the word in small letters."""

    name, version = "small", "0"

    def read(self, document: Document) -> list[Claim]:
        at = document.text.find("seized")
        return [Claim(document.id, Span(at, at + 6), "capture")] if at >= 0 else []


def test_the_benchmark_tells_the_fall(tmp_path, capsys, monkeypatch, gold):
    (tmp_path / "wire-1.json").write_text(json.dumps(gold), encoding="utf-8")
    monkeypatch.setattr(robust, "load_coder", lambda *_: OnlySmall())
    styles = ["--style", "in_capitals", "--style", "curly_quotes"]
    assert robust.main([str(tmp_path), *styles]) == 0
    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert result["untouched"]["found_f1"] == 0.5
    assert result["styles"]["in_capitals"]["found_fall"] == 1.0
    assert result["styles"]["curly_quotes"]["changed_documents"] == 0
    assert result["holds"] is True  # the ledger had nothing to lose


def test_a_sample_is_the_same_each_time():
    golds = [{"doc": str(n)} for n in range(9)]
    assert robust.sampled(golds, 3) == robust.sampled(golds, 3)
    assert len(robust.sampled(golds, 3)) == 3
    assert robust.sampled(golds, 0) == robust.sampled(golds, 99) == golds
