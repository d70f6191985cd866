from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.agreement import Record
from benchmarks.scoring import (
    SENTENCE_BREAK,
    occurrences,
    overlap,
    read_document,
    report,
    sentence_around,
    tally_of,
    total,
)


def scores(gold: Record, *got: Record) -> dict[str, Any]:
    return report(tally_of(read_document(gold, got, {})))


def test_all_right_is_one_everywhere(gold, predict):
    result = scores(gold, *(predict(name) for name in ("c1", "c2", "c3", "c4")))
    assert result["found"] == result["ledger_grade"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert set(result["field_accuracy"].values()) == {1.0}
    assert (result["gold_claims"], result["predicted_claims"], result["documents"]) == (3, 4, 1)
    assert (result["evidence_overlap"], result["exact_quotes"], result["false_assertion_rate"]) == (
        1.0,
        1.0,
        0.0,
    )


def test_nothing_read_is_zero_and_not_an_error(gold):
    result = scores(gold)
    assert result["found"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert result["gold_claims"] == 3


def test_optional_claims_count_neither_way(gold, predict):
    without, with_it = scores(gold, predict("c1")), scores(gold, predict("c1"), predict("c2"))
    assert without["found"] == with_it["found"] == {"precision": 1.0, "recall": 0.3333, "f1": 0.5}


def test_the_second_claim_of_one_annotation_is_too_much(gold, predict):
    assert scores(gold, predict("c1"), predict("c1"))["found"]["precision"] == 0.5


def test_a_wrong_field_costs_the_ledger_grade_only(gold, predict):
    result = scores(gold, predict("c1", place="Aden"))
    assert (result["found"]["recall"], result["ledger_grade"]["recall"]) == (0.3333, 0.0)
    assert result["field_accuracy"] | {"place": 1.0} == dict.fromkeys(result["field_accuracy"], 1.0)


def test_counts_are_not_part_of_the_ledger_grade(gold, predict):
    result = scores(gold, predict("c3", counts=[]))
    assert result["ledger_grade"]["recall"] == 0.3333
    assert result["field_accuracy"]["counts"] == 0.0


@pytest.mark.parametrize("kind", ["shelling", "killing"])
def test_any_of_several_kinds_is_right(gold, predict, kind):
    assert scores(gold, predict("c3", kind=kind))["found"]["recall"] == 0.3333


def test_another_kind_is_not_found(gold, predict):
    assert scores(gold, predict("c3", kind="bombing"))["found"]["recall"] == 0.0


def test_parties_of_talks_may_stand_either_way(gold, predict):
    turned = predict("c4", actor="Harbour Front", recipient="Yemen")
    assert scores(gold, turned)["ledger_grade"]["recall"] == 0.3333


def test_parties_of_a_capture_may_not(gold, predict):
    assert scores(gold, predict("c1", actor=None, recipient="Harbour Front"))["ledger_grade"]["recall"] == 0.0


def test_evidence_anywhere_in_the_sentence_finds(gold, predict):
    at = gold["text"].index("2019. The army")
    same_sentence = scores(gold, predict("c1", start=at, end=at + 4, quote=""))
    next_sentence = scores(gold, predict("c1", start=at + 6, end=at + 10, quote=""))
    assert (same_sentence["found"]["recall"], next_sentence["found"]["recall"]) == (0.3333, 0.0)
    assert same_sentence["evidence_overlap"] == 0.0


def test_a_quote_without_offsets_is_looked_up(gold, predict):
    claim = predict("c1", start=None, end=None)
    assert scores(gold, claim)["exact_quotes"] == 1.0
    assert scores(gold, claim | {"quote": "Nobody seized it"})["exact_quotes"] == 0.0


def test_a_quote_that_is_not_at_its_offsets_is_not_exact(gold, predict):
    assert scores(gold, predict("c1", quote="Fighters of the harbour"))["exact_quotes"] == 0.0


def test_false_assertions_are_what_no_annotation_asserts(gold, predict):
    hedged, plain = predict("c4"), predict("c4", status="asserted")
    invented, hedged_invention = predict("c1", kind="siege"), predict("c1", kind="siege", status="possible")
    assert scores(gold, hedged, hedged_invention)["false_assertion_rate"] == 0.0
    assert scores(gold, plain, invented)["false_assertion_rate"] == 1.0


def test_absent_status_and_speaker_mean_asserted_by_the_author(gold, predict):
    assert scores(gold, predict("c1", status=None, said_by=None))["ledger_grade"]["recall"] == 0.3333


def test_pairs_that_agree_best_come_first_in_any_order(gold, predict):
    claims = [predict("c1"), predict("c1", actor="army", place="Aden", start=0, end=5), predict("c2")]
    results = [scores(gold, *order) for order in permutations(claims)]
    assert all(result["ledger_grade"]["recall"] == 0.3333 for result in results)


def test_sums_over_documents(gold, predict):
    two = total([tally_of(read_document(gold, [predict("c1")], {})), tally_of(read_document(gold, [], {}))])
    assert (two.documents, two.wanted, two.found) == (2, 6, 1)


def test_copies_that_overlap_are_all_found():
    assert occurrences("aaa", "aa") == [(0, 2), (1, 3)]


@given(st.text(alphabet='ab .!?"\n”', max_size=30), st.data())
def test_a_sentence_holds_its_quote_and_no_break_on_either_side(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    breaks = [found.span() for found in SENTENCE_BREAK.finditer(text)]
    first, last = sentence_around(breaks, len(text), (start, end))
    assert 0 <= first <= start <= end <= last <= len(text)
    assert not SENTENCE_BREAK.search(text[first:start])
    assert not SENTENCE_BREAK.search(text[end : last - 1])


@given(*[st.integers(0, 20)] * 4)
def test_overlap_is_a_symmetric_share(a, b, c, d):
    one, other = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    assert 0.0 <= overlap(one, other) == overlap(other, one) <= 1.0
    assert overlap(one, one) == (1.0 if a != b else 0.0)
