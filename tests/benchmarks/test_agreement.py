import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.agreement import alias_table, fold, same_counts, same_name, same_when


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Harbour Front", "harbour front"),
        ("al-Bab", "bab"),
        ("Bab", "bab"),
        ("Deir ez-Zor", "deir ez zor"),
        ("Saná's", "sana"),
        ("Ta’izz", "taizz"),
        ("the", None),
        ("", None),
        (None, None),
    ],
)
def test_fold_keeps_what_spellings_share(name, folded):
    assert fold(name) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(name):
    once = fold(name)
    assert once is None or fold(once) == once


class TestNames:
    aliases = alias_table([["Harbour Front", "HF", "the Front"], ["Yemen", "Sanaa"]])

    def test_an_alias_is_the_name(self):
        assert same_name("HF", "The Front", self.aliases)

    def test_other_groups_are_other_names(self):
        assert not same_name("HF", "Sanaa", self.aliases)

    def test_any_alternative_will_do(self):
        assert same_name(["Yemen", "army"], "Army", self.aliases)

    def test_none_agrees_with_none_only(self):
        assert same_name(None, None, self.aliases)
        assert not same_name(None, "HF", self.aliases)
        assert not same_name("HF", None, self.aliases)
        assert same_name(["HF", None], None, self.aliases)


def span(first: object, last: object) -> dict[str, object]:
    return {"from": first, "to": last}


class TestWhen:
    @pytest.mark.parametrize("got", [span("2019-05-04", "2019-05-05"), span("2019-05-03", "2019-05-04"), None, {}])
    def test_a_day_is_right_to_the_day(self, got):
        assert not same_when(span("2019-05-04", "2019-05-04"), got)

    def test_a_week_is_right_to_the_day(self):
        assert not same_when(span("2019-05-01", "2019-05-08"), span("2019-05-01", "2019-05-09"))

    def test_a_longer_span_may_be_off_by_three_days(self):
        month = span("2019-05-01", "2019-05-31")
        assert same_when(month, span("2019-05-04", "2019-06-03"))
        assert not same_when(month, span("2019-05-05", "2019-05-31"))

    def test_an_open_span_may_be_off_by_three_days_and_must_be_open(self):
        since = span("2019-05-01", None)
        assert same_when(since, span("2019-05-03", None))
        assert not same_when(since, span("2019-05-03", "2019-06-01"))

    def test_no_date_agrees_with_no_date(self):
        assert same_when(span(None, None), None)
        assert not same_when(span(None, None), span("2019-05-01", None))

    def test_an_end_may_have_alternatives(self):
        either = span(["2019-05-04", "2019-05-06"], ["2019-05-04", None])
        assert same_when(either, span("2019-05-06", None))
        assert not same_when(either, span("2019-05-05", None))


def killed(low: int | None, high: int | None, what: str = "killed") -> dict[str, object]:
    return {"what": what, "of": "people", "low": low, "high": high}


class TestCounts:
    @pytest.mark.parametrize(
        ("gold", "got", "same"),
        [
            ([killed(12, 12)], [killed(12, 12)], True),
            ([killed(20, None)], [killed(21, None)], True),
            ([killed(9, None)], [killed(10, None)], False),
            ([killed(20, None)], [killed(22, None)], False),
            ([killed(12, None)], [killed(12, 12)], False),
            ([killed(12, 12)], [killed(12, 12, "wounded")], False),
            ([killed(12, 12)], [], False),
            ([], [killed(12, 12)], False),
            ([], None, True),
            ([killed(1, 1), killed(30, 30, "wounded")], [killed(30, 30, "wounded"), killed(1, 1)], True),
        ],
    )
    def test_numbers_of_one_fate(self, gold, got, same):
        assert same_counts(gold, got) is same
