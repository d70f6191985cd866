"""The helper that reads packaged tables, and the form in which names compare."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.codebooks import tables
from whoheld.codebooks.tables import cell_list, csv_names, fold_name, read_csv, read_toml
from whoheld.errors import CodebookError

Write = Callable[[str], None]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Puts one text in place of all tables."""

    def write(text: str) -> None:
        monkeypatch.setattr(tables, "_text", lambda name: text)
        read_csv.cache_clear()
        read_toml.cache_clear()

    yield write
    monkeypatch.undo()
    read_csv.cache_clear()
    read_toml.cache_clear()


def test_rows_are_trimmed(written: Write) -> None:
    written("id, name\nx , A name \n")
    assert read_csv("any.csv") == [{"id": "x", "name": "A name"}]


@pytest.mark.parametrize("row", ["only one", "one,two,three"])
def test_a_row_of_another_length_is_an_error_that_names_table_and_line(written: Write, row: str) -> None:
    written(f"id,name\n{row}\n")
    with pytest.raises(CodebookError, match=r"any\.csv, line 2"):
        read_csv("any.csv")


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(CodebookError, match="no table nothing"):
        read_csv("nothing.csv")


def test_toml(written: Write) -> None:
    written('[a]\nb = ["c"]\n')
    assert read_toml("any.toml") == {"a": {"b": ["c"]}}


def test_broken_toml_names_the_table(written: Write) -> None:
    written("a = ")
    with pytest.raises(CodebookError, match=r"any\.toml"):
        read_toml("any.toml")


def test_a_table_is_read_once() -> None:
    assert read_csv("states.csv") is read_csv("states.csv")


def test_tables_of_a_folder_in_order() -> None:
    names = csv_names("actors")
    assert "actors/syria.csv" in names
    assert names == sorted(names)


def test_cells_that_hold_several() -> None:
    assert cell_list(" a | b||c ") == ("a", "b", "c")
    assert cell_list("") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hay'at Tahrir al-Sham", "Hayat Tahrir al Sham"),
        ("Hay’at Tahrir al-Sham", "HAYAT TAHRIR AL–SHAM"),
        ("Türkiye", "Turkiye"),
        ("Séléka", "Seleka"),
        ("U.S.", "US"),
        ("Öcalan", "Ocalan"),
        ("Jama'at Nusrat  al-Islam", "Jamaat Nusrat al-Islam"),
        ("Fırat", "Firat"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_different_names_stay_apart() -> None:
    assert len({fold_name(name) for name in ("Sudan", "South Sudan", "al-Sham", "Sham", "M23", "M 24")}) == 6


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=30))
def test_a_folded_name_has_no_outer_or_double_spaces(text: str) -> None:
    folded = fold_name(text)
    assert folded == " ".join(folded.split())
