from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.codebooks.kinds import kinds
from whoheld.model import Count, CountKind, Granularity
from whoheld.model.time import Interval
from whoheld.views.palette import LOOKS, look_of
from whoheld.views.phrases import PHRASES, done, sentence
from whoheld.views.words import number, shown, when


def test_every_kind_has_a_phrase_and_every_family_a_look() -> None:
    assert PHRASES.keys() == kinds().keys()
    assert LOOKS.keys() == {kind.family for kind in kinds().values()}
    assert look_of("no such kind").key == "other"
    assert done("no_such_kind") == "no such kind"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("capture", "M23", "FARDC", "Goma"), "M23 took Goma from FARDC"),
        (("capture", "", "FARDC", "Goma"), "Somebody took Goma from FARDC"),
        (("capture", "M23", "", ""), "M23 took"),
        (("expulsion", "M23", "", "Goma"), "M23 drove others out of Goma"),
        (("siege", "M23", "", "Goma"), "M23 besieges Goma"),
        (("unheard", "M23", "", "Goma"), "M23: unheard at Goma"),
    ],
)
def test_sentence(parts: tuple[str, str, str, str], words: str) -> None:
    assert sentence(*parts) == words


@given(st.sampled_from(sorted(PHRASES)), st.text("ab{}[]|", max_size=5), st.booleans())
def test_names_are_never_taken_for_slots(kind: str, name: str, also: bool) -> None:
    made = sentence(kind, name, name if also else "", name)
    assert made
    assert "{p}" not in made.replace(name, "") if name else True


@pytest.mark.parametrize(
    ("first", "last", "granularity", "words"),
    [
        (date(2016, 12, 12), date(2016, 12, 12), Granularity.DAY, "12 Dec 2016"),
        (date(2016, 12, 10), date(2016, 12, 11), Granularity.DAYS, "10–11 Dec 2016"),
        (date(2016, 2, 1), date(2016, 2, 29), Granularity.MONTH, "Feb 2016"),
        (date(2015, 2, 1), date(2015, 2, 27), Granularity.DAYS, "1–27 Feb 2015"),
        (date(2016, 8, 11), date(2016, 8, 20), Granularity.PART, "mid Aug 2016"),
        (date(2016, 8, 11), date(2016, 8, 20), Granularity.DAYS, "11–20 Aug 2016"),
        (date(2015, 12, 21), date(2015, 12, 31), Granularity.PART, "late Dec 2015"),
        (date(2016, 1, 1), date(2016, 12, 31), Granularity.YEAR, "2016"),
        (date(2014, 1, 1), date(2016, 12, 31), Granularity.LONG, "2014–2016"),
        (date(2016, 11, 28), date(2016, 12, 2), Granularity.DAYS, "28 Nov – 2 Dec 2016"),
        (date(2015, 12, 30), date(2016, 1, 2), Granularity.DAYS, "30 Dec 2015 – 2 Jan 2016"),
        (date(2016, 3, 1), None, Granularity.OPEN, "since 1 Mar 2016"),
        (None, date(2016, 3, 1), Granularity.OPEN, "until 1 Mar 2016"),
        (None, None, Granularity.OPEN, "–"),
    ],
)
def test_when(first: date | None, last: date | None, granularity: Granularity, words: str) -> None:
    assert when(Interval.of(first, last, granularity)) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(CountKind.KILLED, "soldiers", 12, 12), "12 soldiers killed"),
        (Count(CountKind.FIGHTERS, "", 4000, None), "at least 4,000 fighters"),
        (Count(CountKind.WOUNDED, "", None, 50), "up to 50 people wounded"),
        (Count(CountKind.DISPLACED, "families", 200, 300), "200 to 300 families displaced"),
        (Count(CountKind.OTHER, "buses", None, None), "some buses"),
    ],
)
def test_number(count: Count, words: str) -> None:
    assert number(count) == words


def test_shown_text_cannot_rewrite_a_terminal() -> None:
    assert shown("a\x1b[31mb\r\nc\u202ed\u2028e\x07") == "a [31mb c d e"
