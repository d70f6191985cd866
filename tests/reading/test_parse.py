"""From text to paragraphs, and from paragraphs to a parse that maps back."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from whoheld.errors import ModelMissing
from whoheld.model import Document
from whoheld.reading import parse as module
from whoheld.reading.page import Page
from whoheld.reading.parse import LONGEST, distinct_blocks, load_model, model_names, paragraphs, parse

Make = Callable[..., Page]
PIECES = st.lists(
    st.sampled_from(["One.", "Two two.", " ", "\n", "\r\n", "\u2028", "\x0c", "\t", "🕊️", "\u200f", "\ufeff", "."]),
    max_size=12,
)
TEXTS = PIECES.map("".join) | st.text(max_size=30)


@given(TEXTS)
def test_paragraphs_are_the_whole_text_in_order(text: str):
    found = list(paragraphs(text))
    assert "".join(paragraph for _, paragraph in found) == text
    assert [text[at : at + len(paragraph)] for at, paragraph in found] == [paragraph for _, paragraph in found]


@given(TEXTS)
def test_copies_stand_where_they_are_said_to(text: str):
    for paragraph, starts in distinct_blocks(text).items():
        assert starts == sorted(starts)
        body = paragraph.removesuffix("\n")
        assert all(text[at : at + len(body)] == body for at in starts)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", {}),
        ("One.", {"One.\n": [0]}),
        ("One.\n", {"One.\n": [0]}),
        ("One.\nTwo.", {"One.\n": [0], "Two.\n": [5]}),
        ("One.\r\nTwo.", {"One.\n": [0], "Two.\n": [6]}),
        ("One.\n\n\nOne.", {"One.\n": [0, 7]}),
        ("One.\nTwo.\nOne.\nTwo.", {"One.\n": [0, 10], "Two.\n": [5, 15]}),
        ("One.   \nOne.", {"One.\n": [0, 8]}),
    ],
)
def test_blocks(text: str, blocks: dict[str, list[int]]):
    assert distinct_blocks(text) == blocks


def test_a_line_without_end_is_parsed_in_pieces():
    text = "Rebels took the town. " * (3 * LONGEST // 22)
    found = [paragraph for _, paragraph in paragraphs(text)]
    assert len(found) > 2
    assert max(map(len, found)) <= LONGEST
    assert all(paragraph.rstrip().endswith(".") for paragraph in found)
    assert "".join(found) == text


@pytest.mark.parametrize("text", ["x" * (2 * LONGEST + 5), "x " * LONGEST, "\n" * (2 * LONGEST), " " * (2 * LONGEST)])
def test_long_nonsense_is_cut_anywhere(text: str):
    found = [paragraph for _, paragraph in paragraphs(text)]
    assert "".join(found) == text
    assert max(map(len, found)) <= LONGEST


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_tokens_map_back_to_the_text(nlp: Language, text: str):
    made = parse(Document("d", text), nlp)
    for token in made.doc:
        if token.is_space or "\ufffd" in token.text:
            continue
        assert made.span(token.i, token.i + 1).of(text) == token.text
        assert all(span.of(text) == token.text for span in made.repeats(token.i, token.i + 1))


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_each_paragraph_ends_its_sentence(nlp: Language, text: str):
    made = parse(Document("d", text), nlp)
    for sentence in made.sentences():
        assert made.block_of(sentence.start_char) is made.block_of(sentence.end_char - 1)


def test_spans_run_over_tokens(page: Make):
    made = page("  Rebels took the town.\r\n\r\nThe army fled.")
    start = next(token.i for token in made.doc if token.text == "The")
    assert made.span(start, start + 3).of(made.document.text) == "The army fled"


def test_a_repeated_paragraph_is_parsed_once(page: Make):
    text = "Rebels took the town.\nIt rained.\nRebels took the town.\n"
    made = page(text)
    assert made.doc.text.count("Rebels") == 1
    assert len(made.blocks) == 2
    assert made.blocks[0].repeats == (text.rindex("Rebels"),)
    took = next(token.i for token in made.doc if token.text == "took")
    assert [span.start for span in made.repeats(took, took + 1)] == [text.rindex("took")]
    rained = next(token.i for token in made.doc if token.text == "rained")
    assert not made.repeats(rained, rained + 1)


def test_nothing_is_a_page_without_tokens(page: Make):
    made = page("")
    assert len(made.doc) == 0
    assert not made.blocks
    assert not made.sentences()


def test_half_of_a_surrogate_pair_keeps_its_room(page: Make):
    made = page("Rebels \ud83d took the town.")
    took = next(token for token in made.doc if token.text == "took")
    assert made.span(took.i, took.i + 1).of(made.document.text) == "took"


def test_the_model_names_no_entities(nlp: Language):
    assert "ner" not in nlp.pipe_names
    assert "parser" in nlp.pipe_names
    assert load_model() is nlp


def test_a_model_that_is_not_there(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(ModelMissing, match="xx_no_such_model is not installed; install it, or unset WHOHELD_MODEL"):
        load_model("xx_no_such_model")
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(ModelMissing, match="an English model is not installed"):
        load_model.__wrapped__()


def test_models_in_order_of_preference(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "find_spec", lambda name: name if name in {"en_core_web_md", "mine"} else None)
    assert model_names() == ["en_core_web_md"]
    assert model_names("mine") == ["mine", "en_core_web_md"]
    assert model_names("other") == ["en_core_web_md"]
