"""From numbers to mentions: only those that count people."""

from spacy.tokens import Doc

from whoheld.model import CountKind
from whoheld.reading.counts.fates import HARM, either, fate
from whoheld.reading.counts.heads import described, folk, head_of
from whoheld.reading.counts.numbers import Number, find_numbers, words_of
from whoheld.reading.counts.singles import as_part, restated, single_people
from whoheld.reading.counts.tallies import tally
from whoheld.reading.counts.vetoes import could_be_people, maybe_year, no_count, takes_things
from whoheld.reading.mentions import CountMention
from whoheld.reading.page import Page

EITHER = "killed or wounded"  # closes the description of people of whom the text does not say which


def find_counts(page: Page) -> list[CountMention]:
    """The numbers of people that a page tells, in order.

    Part of a number ("including three children") is a mention of its own with the fate of the whole.
    """
    doc = page.doc
    lowers = [token.lower_ for token in doc]
    found: list[CountMention] = []
    for number in find_numbers(lowers):
        mention = None if no_count(doc, lowers, number) else of_people(doc, number)
        if found and (mention is None or mention.what not in HARM):
            mention = as_part(doc, lowers, number, found[-1]) or mention
        if mention:
            found.append(mention)
    following: list[CountMention | None] = [*found[1:], None]
    kept = [this for this, after in zip(found, following, strict=False) if not restated(doc, this, after)]
    taken = {at for mention in kept for at in range(mention.start, mention.end)}
    return sorted(kept + single_people(doc, lowers, taken), key=lambda mention: mention.start)


def of_people(doc: Doc, number: Number) -> CountMention | None:
    """The mention that a number makes, if it counts people."""
    head = head_of(doc, number)
    lemma = head.lemma_.lower()
    people = lemma in words_of("nouns", "people")
    elided = number.start <= head.i < number.end
    if not people and not elided and lemma in words_of("nouns", "things"):
        return None
    what = (tally(doc, number) if elided else None) or fate(head, number.start, number.end)
    if not people and not folk(head) and not plausible(doc, number, what, elided=elided):
        return None
    text = described(head, number)
    if what in HARM and either(head):
        what, text = CountKind.OTHER, f"{text} {EITHER}"
    if what is None:
        what = CountKind.FIGHTERS if lemma in words_of("nouns", "force") else CountKind.OTHER
    end = max(number.end, head.i + 1)
    return CountMention(number.start, end, what, text, number.low, number.high, head.i)


def plausible(doc: Doc, number: Number, what: CountKind | None, *, elided: bool) -> bool:
    """Whether a number without a noun for people counts people all the same."""
    head = head_of(doc, number)
    if maybe_year(doc[number.core]):
        return False
    if what is None:
        return elided and could_be_people(head)
    return elided or not takes_things(head)
