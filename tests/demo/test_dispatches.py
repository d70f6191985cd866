"""The dispatches themselves: many, short, dated, from several sides, and all of them read without trouble."""

from collections import Counter
from datetime import date

from whoheld.demo import dispatches


def test_dispatches_are_short_dated_and_from_several_sides() -> None:
    found = dispatches()
    assert len(found) >= 24
    assert all(50 <= len(document.text.split()) <= 150 for document in found)
    assert all(document.published and date(2015, 5, 1) <= document.published for document in found)
    assert max(document.published for document in found if document.published) <= date(2017, 3, 31)
    assert len(Counter(document.source for document in found)) >= 5
    assert len({document.id for document in found}) == len(found)
    assert all(document.text.startswith(document.title + "\n") for document in found)


def test_they_are_in_the_order_of_their_days() -> None:
    days = [document.published for document in dispatches() if document.published]
    assert days == sorted(days)
