"""Whole texts to claims."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.reading.wars import CLEAR, MISREAD, Row
from whoheld.codebooks.kinds import kinds
from whoheld.model import Claim, Document, Party, Span
from whoheld.reading.coder import load_coder
from whoheld.reading.frame_coder import FrameCoder, claims_on
from whoheld.reading.frames.candidates import Candidates
from whoheld.reading.frames.choose import choose
from whoheld.settings import Settings
from whoheld.views.record import claim_record

Make = Callable[..., list[Claim]]
DAY = date(2016, 12, 12)


def flat(claim: Claim) -> dict[str, object]:
    """The fields that the table of sentences speaks of."""
    when = claim.when.interval.record()
    return {
        "kind": claim.kind,
        "actor": claim.actor and claim.actor.name,
        "recipient": claim.recipient and claim.recipient.name,
        "place": claim.place and claim.place.name,
        **when,
        "said_by": claim.speaker.name,
        "status": claim.status.value,
        "counts": [(count.what.value, count.low, count.high) for count in claim.counts],
    }


def same(field: str, wanted: object, got: object) -> bool:
    return got in wanted if isinstance(wanted, list) and field != "counts" else got == wanted


def check(claims: Make, row: Row) -> None:
    published, text, wanted = row
    found = [flat(claim) for claim in claims(text, date.fromisoformat(published) if published else None)]
    assert wanted["kind"] in [one["kind"] for one in found]
    wrong = [
        {field: (value, one[field]) for field, value in wanted.items() if not same(field, value, one[field])}
        for one in found
        if one["kind"] == wanted["kind"]
    ]
    assert {} in wrong, f"{text} (wanted, got): {wrong}"


@pytest.mark.parametrize("row", CLEAR, ids=lambda row: row[1][:60])
def test_clear_sentences(claims: Make, row: Row):
    check(claims, row)


@pytest.mark.parametrize(
    "row", [pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=why), id=row[1][:60]) for why, row in MISREAD]
)
def test_sentences_that_are_misread(claims: Make, row: Row):
    check(claims, row)


def test_numbers_of_a_strike_are_no_second_strike(claims: Make):
    found = claims("Russian warplanes bombed a hospital in Mariupol, killing three people.", date(2022, 3, 10))
    assert [(claim.kind, flat(claim)["counts"]) for claim in found] == [("airstrike", [("killed", 3, 3)])]


def test_a_list_that_the_parser_takes_apart(claims: Make):
    found = claims("Mosul, Tal Afar and Hawija were liberated by Iraqi forces in 2017.", DAY)
    assert [flat(claim)["place"] for claim in found] == ["Mosul", "Tal Afar", "Hawija"]


@pytest.mark.parametrize(
    "text",
    [
        "The committee took a decision and the minister left the room.",
        "Bread prices fell in May. The bakers raised wages.",
        "She captured the mood of the city in her second novel.",
        "The weather was mild. Children learn to read at six.",
    ],
)
def test_other_things_are_no_claims(claims: Make, text: str):
    assert not claims(text, DAY)


def test_a_list_of_places_is_one_claim_each(claims: Make):
    found = claims("The RSF took over Nyala, Zalingei and Geneina.", date(2023, 10, 30))
    assert [claim.place and claim.place.name for claim in found] == ["Nyala", "Zalingei", "Geneina"]
    assert len({claim.evidence for claim in found}) == 1
    assert {claim.actor and claim.actor.name for claim in found} == {"Rapid Support Forces"}


def test_reference_over_sentences(claims: Make):
    found = claims("ISIS captured Palmyra in May 2015. It lost the city to the Syrian army in March 2016.", DAY)
    assert [flat(claim)["actor"] for claim in found] == ["ISIS", "Syrian Army"]
    assert [flat(claim)["place"] for claim in found] == ["Palmyra", "Palmyra"]
    assert flat(found[1])["recipient"] == "ISIS"
    assert [flat(claim)["from"] for claim in found] == ["2015-05-01", "2016-03-01"]


ONE = "ISIS captured Palmyra in May 2015."
TWO = "The Houthis seized Sanaa on 21 September 2014."


def told(found: list[Claim]) -> list[tuple[object, ...]]:
    return [(claim.kind, claim.evidence, flat(claim)["actor"], flat(claim)["place"]) for claim in found]


@pytest.mark.parametrize("copies", [2, 3, 5])
def test_repeated_paragraphs_add_no_claim(claims: Make, copies: int):
    once, text = claims(ONE, DAY), "\n\n".join([ONE] * copies)
    again = claims(text, DAY)
    assert told(once) == told(again)
    (claim,) = again
    assert len(claim.repeats) == copies - 1
    assert {span.of(text) for span in claim.repeats} == {claim.evidence.of(text)}
    assert len({claim.evidence, *claim.repeats}) == copies


def test_a_second_half_that_repeats_the_first_adds_no_claim(claims: Make):
    text = f"{ONE}\n{TWO}"
    assert told(claims(text, DAY)) == told(claims(f"{text}\n{text}", DAY))


def test_a_title_that_the_body_repeats_adds_no_claim(claims: Make):
    (claim,) = claims(ONE, DAY, title=ONE)
    assert claim.evidence.start == 0
    assert [span.start for span in claim.repeats] == [len(ONE) + 1]


def test_the_same_sentence_inside_other_paragraphs_is_one_claim(claims: Make):
    text = f"{ONE} Nobody spoke of it.\nIt rained. {ONE}"
    (claim,) = [claim for claim in claims(text, DAY) if claim.kind == "capture"]
    assert [span.of(text) for span in claim.repeats] == [claim.evidence.of(text)]


def test_what_differs_stays_apart(claims: Make):
    assert len(claims(f"{ONE}\n{ONE.replace('Palmyra', 'Ramadi')}", DAY)) == 2


def test_reading_is_the_same_each_time(frame_coder: FrameCoder):
    text = " ".join(row[1] for row in CLEAR[:12])
    document = Document("d", text, published=DAY)
    first = frame_coder.read(document)
    assert first == frame_coder.read(document)
    assert FrameCoder(Settings()).read(document) == first


def test_the_order_is_that_of_the_text(claims: Make):
    found = claims("\n".join(row[1] for row in CLEAR[:20]), DAY)
    starts = [claim.trigger.start for claim in found if claim.trigger]
    assert len(found) >= 15
    assert starts == sorted(starts)


def test_every_claim_says_who_read_it(frame_coder: FrameCoder):
    (claim,) = frame_coder.read(Document("d7", ONE, published=DAY))
    assert claim.doc == "d7"
    assert claim.reader == frame_coder.signature
    assert claim.reader.startswith(f"frames {frame_coder.version}; en_")
    assert claim.status_reason
    assert claim.place
    assert claim.place.reason


def test_confidence_is_the_probability_of_the_scorer(frame_coder: FrameCoder):
    found = frame_coder.read(Document("d", " ".join(row[1] for row in CLEAR), published=DAY))
    assert all(frame_coder.scorer.threshold <= claim.confidence <= 1 for claim in found)
    assert len({claim.confidence for claim in found}) > 10
    assert {claim.kind for claim in found} <= set(kinds())


def test_it_is_the_reader_that_comes_with_the_program():
    coder = load_coder("frames", Settings())
    assert isinstance(coder, FrameCoder)
    assert (coder.name, coder.version) == ("frames", FrameCoder.version)


def test_claims_on_takes_other_weights(frame_coder: FrameCoder):
    page = frame_coder.chain(Document("d", ONE, published=DAY))
    page.signals = frame_coder.encoder(page, Candidates.of(page).words())
    never = type(frame_coder.scorer)({}, 0.99)
    assert not claims_on(page, choose(page, never), frame_coder.pickers, "r")
    assert claims_on(page, choose(page, frame_coder.scorer), frame_coder.pickers, "r")[0].reader == "r"


# Offsets


def spans(claim: Claim) -> list[Span]:
    named = [claim.actor, claim.recipient, claim.place, claim.when, claim.speaker]
    return [claim.evidence, *claim.repeats, *(one.mention for one in named if one and one.mention)]


def assert_tied(document: Document, claim: Claim) -> None:
    text = document.text
    assert claim.trigger
    assert claim.evidence.start <= claim.trigger.start < claim.trigger.end <= claim.evidence.end
    for span in spans(claim):
        assert 0 <= span.start < span.end <= len(text)
    for span in claim.repeats:
        assert span.of(text) == claim.evidence.of(text)
    record = claim_record(claim, document)
    assert record["quote"] == text[record["start"] : record["end"]]
    assert record["quote"].strip() == record["quote"] != ""


PIECES = st.sampled_from(
    [
        ONE,
        TWO,
        "The RSF took over Nyala and Zalingei.",
        "Rebels shelled Aleppo on Sunday, killing eight people, SANA said.",
        "It rained.",
    ]
)
ODD = st.sampled_from(
    [
        "\n",
        "\r\n",
        "\n\n\n",
        " ",
        "   ",
        "\t",
        "\u200f",
        " 🕊️ ",
        "\u2028",
        "\u00a0",
        "\ufeff",
        "\x0c",
        " — ",
        "\r",
        "\x85",
        "\u200b",
        "x" * 300,
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(ODD, PIECES), min_size=1, max_size=5), ODD)
def test_every_quote_is_the_text_between_its_offsets(frame_coder: FrameCoder, parts: list[tuple[str, str]], end: str):
    document = Document("d", "".join(odd + piece for odd, piece in parts) + end, published=DAY)
    for claim in frame_coder.read(document):
        assert_tied(document, claim)


@pytest.mark.parametrize("odd", ["\n", "\r\n", "\n\n \n", " 🕊️🕊️ ", "\u2028", "\x0c", "\t\t"])
def test_a_shift_of_the_text_shifts_the_claims(claims: Make, odd: str):
    (plain,) = claims(ONE, DAY)
    (moved,) = claims(f"It rained.{odd}{ONE}", DAY)
    shift = len("It rained.") + len(odd)
    assert (moved.evidence.start, moved.evidence.end) == (plain.evidence.start + shift, plain.evidence.end + shift)
    assert flat(moved) == flat(plain)


# What is no text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\r\n\r\n",
        "\ufeff",
        "\x00",
        ".",
        "!!!",
        "🕊️",
        "\u200f\u200f",
        "a",
        "THE",
        "captured",
        "Attack!",
        "12",
        "of of of",
        "-held",
        "held-",
        "–",
        "“",
        "a" * 3000,
        "1" * 500,
        "9" * 5000,
        "²³ men",
        "٣٤ men were killed",
        f"{'1' * 400}-{'2' * 400} men died",
        "ⅷ",
        "\u0301\u0301",
        "((((((",
        "captured " * 80,
        "1 000 " * 90,
        "12/" * 50,
        "1914-" * 40,
        "in 99999 and 0 and 00000",
        "31 February 2016",
        "May 0, 2015",
        "32.13.2015",
        "ISIS " * 60,
        "and, " * 80,
        "\ud83d",
        "مدينة حلب",
        "Палмира",
        "巴尔米拉",
        "http://example.org/?a=b&c=d",
        "<b>ISIS</b>",
    ],
)
@pytest.mark.parametrize("title", ["", "Title"])
def test_weird_documents_are_read(claims: Make, text: str, title: str):
    for claim in claims(text, DAY, title=title):
        assert claim.kind in kinds()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_read(frame_coder: FrameCoder, text: str):
    document = Document("d", text, published=DAY)
    for claim in frame_coder.read(document):
        assert_tied(document, claim)


WORDS = [
    "ISIS",
    "rebels",
    "captured",
    "Palmyra",
    "Aleppo",
    "army",
    "the",
    "siege",
    "of",
    "from",
    "was",
    "by",
    "killed",
    "12",
    "people",
    "on",
    "Monday",
    "and",
    ",",
    ".",
    "said",
    "that",
    "attack",
    "held",
    "in",
    "it",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=16))
@example(["in", "ISIS", "the", "held", "was", "said", "ISIS", "rebels"])  # the trigger stands at the edge of its clause
def test_any_words_of_war_are_read(frame_coder: FrameCoder, words: list[str]):
    document = Document("d", " ".join(words), published=DAY)
    for claim in frame_coder.read(document):
        assert_tied(document, claim)


def test_without_a_date_nothing_is_dated_by_guess(claims: Make):
    found = claims("ISIS captured Palmyra on Sunday.")
    assert [flat(claim)["from"] for claim in found] == [None]


def test_every_party_is_a_party(claims: Make):
    for row in CLEAR[:10]:
        for claim in claims(row[1], DAY):
            assert all(isinstance(one, Party) and one.name for one in (claim.actor, claim.recipient) if one)
            assert {field.name for field in fields(claim)} >= {"actor", "recipient", "place"}
