"""Words as pieces."""

from hypothesis import given
from hypothesis import strategies as st

from whoheld.reading.net.pieces import LONGEST, Pieces

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "rebel", "##s", "town", "-", "a", "##b", "##a"]


def shown(word: str) -> list[str]:
    (found,) = Pieces(VOCABULARY).of([word])
    return [VOCABULARY[number] for number in found]


def test_a_word_is_cut_into_the_longest_pieces():
    assert shown("rebels") == ["rebel", "##s"]


def test_capitals_and_accents_make_no_difference():
    assert shown("TOWN") == shown("tówn") == ["town"]


def test_blanks_have_no_pieces_and_what_is_unknown_has_one():
    assert shown("\n") == []
    assert shown("щ") == ["[UNK]"]


def test_a_monster_is_read_to_its_beginning_only():
    assert len(shown("ab" * 500_000)) <= LONGEST


@given(st.lists(st.text(max_size=12), max_size=20))
def test_any_words_have_as_many_answers_and_only_known_numbers(words: list[str]):
    found = Pieces(VOCABULARY).of(words)
    assert len(found) == len(words)
    assert all(number < len(VOCABULARY) for pieces in found for number in pieces)
    assert all(pieces for word, pieces in zip(words, found, strict=True) if word.strip())
