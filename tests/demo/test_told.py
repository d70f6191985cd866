"""What follows from claims on who had the place, and which of them are opposed."""

from dataclasses import replace
from datetime import date

import pytest

from whoheld.demo.told import Statement, Telling, camps, opposed
from whoheld.model import Claim, Document, Location, Party, Span, Speaker, Status, Timing
from whoheld.model.time import Interval

DAY = date(2016, 12, 11)
TEXT = "It rained. ISIS took Palmyra on Sunday, they said. Then it stopped."
DOCUMENT = Document("d", TEXT, published=DAY, source="The Wire")


def statement(kind: str, actor: str | None, recipient: str | None = None, **named: object) -> Statement:
    claim = Claim(
        "d",
        Span(11, 28),
        kind,
        Party(actor) if actor else None,
        Party(recipient) if recipient else None,
        Location("Palmyra"),
        Timing(Interval.of(DAY, DAY)),
        confidence=0.9,
    )
    return Statement(replace(claim, **named), DOCUMENT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "holding"),
    [
        (statement("capture", "ISIS", "Army"), ("ISIS", True)),
        (statement("hold", "Army"), ("Army", True)),
        (statement("withdrawal", "Army"), ("Army", False)),
        (statement("expulsion", "Army", "ISIS"), ("ISIS", False)),
        (statement("repulse", "Army", "ISIS"), ("ISIS", False)),
        (statement("expulsion", "Army"), None),
        (statement("capture", None, "Army"), None),
        (statement("airstrike", "Russia", "ISIS"), None),
        (statement("capture", "ISIS", status=Status.DENIED), ("ISIS", False)),
        (statement("withdrawal", "ISIS", status=Status.DENIED), None),
        (statement("capture", "ISIS", status=Status.PLANNED), None),
    ],
)
def test_holding(one: Statement, holding: tuple[str, bool] | None) -> None:
    assert one.holding == holding


def test_opposed() -> None:
    took, held = statement("capture", "ISIS"), statement("hold", "Army")
    assert opposed(took, held)
    assert opposed(took, statement("withdrawal", "ISIS"))
    assert not opposed(took, statement("withdrawal", "Army"))
    assert not opposed(took, statement("hold", "ISIS"))
    assert not opposed(took, statement("airstrike", "Russia"))


def test_one_speaker_does_not_dispute_himself() -> None:
    took, held = statement("capture", "ISIS"), statement("hold", "Army")
    assert camps([took, held]) is None
    other = statement("hold", "Army", speaker=Speaker("SANA"))
    assert camps([took, other]) == ([took], [other])
    assert camps([]) is None


def test_sentence_around_the_evidence() -> None:
    assert statement("capture", "ISIS").sentence == ("", "ISIS took Palmyra", " on Sunday, they said.")


def test_voice_names_the_outlet_once() -> None:
    assert statement("capture", "ISIS").voice == "The Wire"
    assert statement("capture", "ISIS", speaker=Speaker("SANA")).voice == "SANA (in The Wire)"


def test_only_sure_claims_of_a_day_make_the_timeline() -> None:
    telling = Telling()
    loose = Timing(Interval.of(date(2016, 12, 1), date(2016, 12, 31)))
    every = [
        statement("capture", "ISIS"),
        statement("capture", "ISIS", confidence=0.1),
        statement("capture", "ISIS", when=loose),
        statement("capture", "ISIS", place=Location("Homs")),
    ]
    telling.add(DOCUMENT, [one.claim for one in every])
    assert [one.claim for one in telling.of("Palmyra")] == [every[0].claim]
    assert list(telling.days("Palmyra")) == [DAY]
    assert telling.speakers == {"The Wire"}
