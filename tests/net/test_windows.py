"""Windows: every word is read once as its window's own, with what comes before it."""

from hypothesis import given
from hypothesis import strategies as st

from whoheld.reading.net.encoder import CONTEXT, WINDOW, windows
from whoheld.reading.net.pieces import LONGEST

LENGTHS = st.lists(st.integers(0, LONGEST), max_size=900)
EVERY = st.integers(1, 400)


@given(LENGTHS, EVERY)
def test_every_word_is_own_once_and_every_window_fits(lengths: list[int], every: int):
    found = list(windows(lengths, range(0, len(lengths), every)))
    assert [word for window in found for word in range(window.own, window.end)] == list(range(len(lengths)))
    for window in found:
        assert window.first <= window.own < window.end
        assert sum(lengths[window.first : window.end]) <= WINDOW
        assert sum(lengths[window.first : window.own]) <= CONTEXT


@given(st.integers(300, 900), st.integers(5, 60))
def test_short_sentences_are_never_cut(words: int, every: int):
    starts = range(0, words, every)
    for window in windows([1] * words, starts):
        assert window.own in starts
        assert window.end in {*starts, words}


def test_a_long_sentence_is_cut_where_it_must_be():
    first, second = windows([1] * (WINDOW + 10), [0])
    assert (first.own, first.end) == (0, WINDOW)
    assert second.end - second.own == 10
    assert second.own - second.first == CONTEXT


def test_an_empty_page_has_no_window():
    assert not list(windows([], []))
