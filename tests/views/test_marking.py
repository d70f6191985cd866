from hypothesis import given
from hypothesis import strategies as st

from whoheld.model import Span
from whoheld.views.marking import Mark, pieces

TEXT = "Heading here\nOne two three four.\n\nFive six\u2028seven eight."


def test_overlap_is_cut_at_every_edge() -> None:
    (line,) = pieces("abcdefgh", [Mark(Span(1, 6), 1, 0, "x"), Mark(Span(4, 8), 2, 0, "y")])
    assert [piece.text for piece in line.pieces] == ["a", "bcd", "ef", "gh"]
    assert [piece.key for piece in line.pieces] == ["", "x", "y", "y"]  # the shorter of two is on top
    assert line.pieces[2].outer == "x"
    assert [mark.claim for mark in line.pieces[1].opened] == [1]
    assert [mark.claim for mark in line.pieces[2].closed] == [1]


def test_title_is_a_heading() -> None:
    assert [line.heading for line in pieces(TEXT, [], 12)] == [True, False, False, False]


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.sampled_from("xyz")), max_size=8))
def test_no_character_is_lost_and_every_mark_covers_its_own(drawn: list[tuple[int, int, str]]) -> None:
    marks = [Mark(Span(min(a, b), max(a, b)), n, 0, key) for n, (a, b, key) in enumerate(drawn) if a != b]
    lines = list(pieces(TEXT, marks))
    whole = "".join(piece.text for line in lines for piece in line.pieces)
    assert whole == "".join(TEXT.splitlines())
    marked = sum(len(piece.text) for line in lines for piece in line.pieces if piece.key)
    covered = {at for mark in marks for at in range(mark.span.start, mark.span.end)}
    assert marked == sum(1 for at in covered if TEXT[at] not in "\n\u2028")
