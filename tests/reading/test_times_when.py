"""The time of a claim, given the word that states it."""

from collections.abc import Callable
from datetime import date

import pytest

from whoheld.reading.page import Page
from whoheld.reading.times import find_times, when_of

FRIDAY = date(2017, 3, 17)


def when(
    page: Callable[..., Page],
    text: str,
    word: str,
    published: date | None = FRIDAY,
    *,
    state: bool = False,
    **more: str,
) -> tuple[str | None, str | None]:
    parsed = page(text, published, **more)
    trigger = next(token.i for token in parsed.doc if token.text == word)
    record = when_of(parsed, trigger, state=state).interval.record()
    return record["from"], record["to"]


def on(day: str) -> tuple[str, str]:
    return day, day


@pytest.mark.parametrize(
    ("text", "word", "first", "last"),
    [
        ("Rebels seized the depot on Sunday.", "seized", "2017-03-12", "2017-03-12"),
        ("The rebels' attack on the depot on Sunday failed.", "attack", "2017-03-12", "2017-03-12"),
        ("Their November 2015 loss of the town was a blow.", "loss", "2015-11-01", "2015-11-30"),
        ("On Monday rebels stormed the depot and killed two guards.", "killed", "2017-03-13", "2017-03-13"),
        ("The truce signed on Monday has ended.", "truce", "2017-03-13", "2017-03-13"),
        ("Rebels who had lost it in 2014 seized the depot on Sunday.", "seized", "2017-03-12", "2017-03-12"),
        ("The depot fell on 3 March, when rebels broke the gate.", "broke", "2017-03-03", "2017-03-03"),
        ("The city was not retaken until the end of December.", "retaken", "2016-12-21", "2016-12-31"),
    ],
)  # fmt: skip
def test_the_date_beside_it(page, text, word, first, last):
    assert when(page, text, word) == (first, last)


def test_a_date_in_a_clause_about_something_else_is_not_taken(page):
    text = "Rebels shelled the fort, which the army had built in 1988."
    assert when(page, text, "shelled") == on("2017-03-17")


def test_an_event_counted_from_another(page):
    text = "The army entered the town on Wednesday, two days after rebels abandoned the fort."
    assert when(page, text, "abandoned") == on("2017-03-13")
    assert when(page, text, "entered") == on("2017-03-15")


def test_states_reach_to_the_present(page):
    assert when(page, "Rebels hold the fort.", "hold", state=True) == on("2017-03-17")
    assert when(page, "They have held the fort since late March 2016.", "held", state=True) == (
        "2016-03-21",
        "2017-03-17",
    )
    text = "They have been besieging it for over two years now."
    assert when(page, text, "besieging", state=True) == ("2015-03-17", "2017-03-17")


def test_a_present_state_does_not_take_the_date_of_the_sentence_before(page):
    text = "Rebels took the fort on Monday. The army holds the bridge."
    assert when(page, text, "holds", state=True) == on("2017-03-17")


def test_what_lies_ahead_begins_with_publication(page):
    text = "Rebels seized the depot on Sunday. They vowed to take the port, and they may attack the airfield."
    assert when(page, text, "take") == ("2017-03-17", None)
    assert when(page, text, "attack") == ("2017-03-17", None)
    assert when(page, "The army will withdraw by Monday.", "withdraw") == ("2017-03-17", "2017-03-20")


def test_the_next_sentence_goes_on_with_the_day(page):
    text = "Rebels seized the depot on Sunday. Twelve soldiers died in the fight."
    assert when(page, text, "died") == on("2017-03-12")


def test_a_title_takes_the_first_date_of_the_body(page):
    text = "Rebels seized the depot on Sunday, the army said."
    assert when(page, text, "seize", title="Rebels seize army depot") == on("2017-03-12")


def test_a_narrative_without_publication_keeps_its_running_date(page):
    text = "On 3 June 1967 the brigade crossed the canal. It took two forts."
    assert when(page, text, "took", published=None) == on("1967-06-03")


def test_a_narrative_is_dated_by_itself_and_not_by_its_revision(page):
    text = "On 3 June 1967 the brigade crossed the canal. It took two forts."
    found = when(page, text, "took", published=date(2023, 1, 1), source="encyclopedia article")
    assert found == on("1967-06-03")


def test_no_date_and_no_publication_is_no_time(page):
    parsed = page("Rebels seized the depot.", None)
    timing = when_of(parsed, 1)
    assert timing.interval.record() == {"from": None, "to": None}
    assert timing.reason
    assert timing.mention is None


def test_the_mention_is_told_in_characters_of_the_document(page):
    parsed = page("Rebels seized the depot on Sunday.", FRIDAY)
    timing = when_of(parsed, 1)
    assert timing.mention is not None
    assert timing.mention.of(parsed.document.text) == "Sunday"
    assert "weekday" in timing.reason


def test_an_empty_text_has_no_times(page):

    assert find_times(page("", FRIDAY)) == []
