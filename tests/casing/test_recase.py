"""Sentences in capitals, written as print would write them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.vocab import Vocab

from whoheld.model import Claim
from whoheld.reading.casing import Recaser, recaser_of
from whoheld.reading.casing.forms import Forms
from whoheld.reading.casing.names import bare
from whoheld.reading.casing.recase import shouted, written_as
from whoheld.reading.page import Page


@pytest.fixture(scope="module")
def recased(nlp: Language) -> Recaser:
    return recaser_of(nlp)


@pytest.mark.parametrize(
    "printed",
    [
        "Rebels took the town of Douma from government troops on Friday.",
        "The Houthis shelled Marib, Yemen's Defence Ministry said.",
        "Kyiv didn’t confirm that Russian forces had entered Bakhmut in March 2023.",
        "The US-led coalition bombed a convoy near Deir Ezzor.",
        "M23 fighters left Goma at 8pm.",
        "The Free Syrian Army said it had lost 12 men in Ma'arrat al-Nu'man.",
        "Residents told us that IS fighters may come back in May.",
        "Fighting went on; the UN said it was the worst in years.",
        "The head of the WHO, who is in Sudan, called it a disaster.",
        "IEDs killed two men of the RSF.",
    ],
)
def test_capitals_are_put_where_print_has_them(recased: Recaser, printed: str):
    assert recased(printed.upper()) == printed


@pytest.mark.parametrize(
    "text",
    [
        "The RSF took Nyala from the army on Friday.",
        "KABUL, Afghanistan (AP) - A bomb went off near a school.",
        "RSF, SAF, SPLM-N",
        "BBC NEWS",
        "M23, FDLR and CODECO fighters clashed near Bunia.",
        "",
        "2016-12-12",
    ],
)
def test_ordinary_text_stays_as_it_is(recased: Recaser, text: str):
    assert recased(text) == text


def test_a_sentence_in_capitals_stands_among_others(recased: Recaser):
    text = "The town was calm. REBELS SEIZED THE BRIDGE NEAR HOMS. Nobody was hurt."
    assert recased(text) == "The town was calm. Rebels seized the bridge near Homs. Nobody was hurt."


def test_a_short_form_that_the_text_explains_stays_in_capitals(recased: Recaser):
    told = recased("THE WEST HILLS LEAGUE (BANE) FLED. THE BANE LEFT FOUR MEN.")
    assert told.count("BANE") == 2
    assert "left four men" in told


def test_an_acronym_that_nobody_knows_is_told_by_its_letters(recased: Recaser):
    assert "XQTLF" in recased("FIGHTERS OF THE XQTLF BURNED THREE VILLAGES.")


def test_a_name_that_nobody_knows_has_a_capital(recased: Recaser):
    assert "Zvorkhala" in recased("TROOPS ENTERED THE VILLAGE OF ZVORKHALA AT DAWN.")


def test_the_next_quote_begins_its_own_sentence(recased: Recaser):
    assert recased("“WE LEFT THE CITY.” THEY WENT HOME.") == "“We left the city.” They went home."


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_no_character_moves(text: str):
    for said in (text, text.upper(), f"{text.upper()} TOOK THE TOWN. "):
        assert len(NO_LIST(said)) == len(said)


@given(st.text(alphabet="abcİßéŞ'’ .!?", max_size=60))
def test_only_capitals_change(text: str):
    loud = f"THE MEN OF {text.upper()} LEFT THE TOWN."
    assert NO_LIST(loud).casefold().replace("\u0307", "") == loud.casefold().replace("\u0307", "")


NO_LIST = Recaser(Forms(Vocab()))  # as where a language model has no vectors


def test_without_a_list_of_words_the_registry_still_tells_names():
    assert NO_LIST("THE SYRIAN ARMY LEFT THE TOWN.") == "The Syrian Army left the town."


@pytest.mark.parametrize(
    ("word", "form", "written"),
    [
        ("MA'RIB’S", "Marib", "Ma'rib’s"),
        ("IRAQ", "iraq", "iraq"),
        ("O’NEILL", "ONeill", "O’Neill"),
        ("STRASSE", "Straße", "Strasse"),
    ],
)
def test_apostrophes_are_no_part_of_a_form(word: str, form: str, written: str):
    assert written_as(word, form) == written


def test_a_possessive_is_no_part_of_a_name():
    assert [bare(word) for word in ("Iraq's", "Ma’rib", "Houthis'", "DON'T")] == ["Iraq", "Marib", "Houthis", "DON"]


@pytest.mark.parametrize(
    ("text", "loud"),
    [("ALL OF IT", True), ("ALL BUT one or two", False), ("", False), ("12 34", False), ("All Of It", False)],
)
def test_shouting(text: str, loud: bool):
    assert shouted(text) is loud


def test_the_parse_keeps_the_offsets_of_the_text(page: Callable[..., Page]):
    text = "REBELS TOOK AZAZ ON FRIDAY.\nThe army fled."
    parsed = page(text)
    assert parsed.doc.text == "Rebels took Azaz on Friday.\nThe army fled.\n"
    assert parsed.span(2, 3).of(text) == "AZAZ"


def test_claims_of_a_text_in_capitals(claims: Callable[..., list[Claim]]):
    text = "SYRIAN REBELS CAPTURED THE TOWN OF AZAZ FROM THE SYRIAN ARMY ON FRIDAY."
    found = claims(text)
    captured = next(claim for claim in found if claim.kind == "capture")
    assert captured.place is not None
    assert captured.place.name == "Azaz"
    assert captured.evidence.of(text).isupper()
