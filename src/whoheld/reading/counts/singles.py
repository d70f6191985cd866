"""People counted without a number of their own, parts of a number, and numbers told twice."""

from spacy.tokens import Doc, Token

from whoheld.model import CountKind
from whoheld.reading.counts.fates import fate
from whoheld.reading.counts.heads import person_ahead, written
from whoheld.reading.counts.numbers import Number, words_of
from whoheld.reading.mentions import CountMention

ARTICLES = frozenset({"a", "an", "another"})
PART = frozenset({"including", "among", "include", "amongst", "included", "includes"})
HOUSEHOLDS = frozenset({"family", "household"})
NEAR = 5


def single_people(doc: Doc, lowers: list[str], taken: set[int]) -> list[CountMention]:
    """One person ("a soldier was killed"), where the clause tells what became of them."""
    found = []
    for at, word in enumerate(lowers):
        if word not in ARTICLES or at in taken or doc[at].dep_ != "det":
            continue
        head = doc[at].head
        if not one_person(head) or part_before(lowers, at) or lowers[at + 1] == "single":
            continue
        what = fate(head, at, at + 1)
        if what is not None and what is not CountKind.DISPLACED:
            text = written(doc, at + 1, head.i + 1)
            found.append(CountMention(at, head.i + 1, what, text, 1, 1, head.i))
    return found


def one_person(head: Token) -> bool:
    """Whether a noun in the singular is one person."""
    lemma = head.lemma_.lower()
    return (
        head.tag_ in {"NN", "NNP"} and lemma in words_of("nouns", "people") and lemma not in words_of("veto", "groups")
    )


def part_before(lowers: list[str], at: int) -> bool:
    """Whether "including" or the like stands right before."""
    return any(word in PART for word in lowers[max(0, at - 2) : at])


def is_part(lowers: list[str], number: Number) -> bool:
    """Whether a number is part of another: "including three children", "four of them women"."""
    if part_before(lowers, number.start):
        return True
    behind = lowers[number.end : number.end + 2]
    return behind in (["of", "them"], ["of", "whom"])


def as_part(doc: Doc, lowers: list[str], number: Number, whole: CountMention) -> CountMention | None:
    """The part of a number that was given before in the sentence: it shares its fate."""
    if not is_part(lowers, number) or doc[whole.head].sent.end <= number.core:
        return None
    head = person_ahead(doc, number) or doc[number.end - 1]
    if head.i < number.end and doc[min(number.end, len(doc) - 1)].lower_ != "of":
        return None
    return CountMention(number.start, number.end, whole.what, whole.of, number.low, number.high, head.i)


def restated(doc: Doc, this: CountMention, following: CountMention | None) -> bool:
    """Families whose heads are given in brackets behind: "30 families (210 people)"."""
    if following is None or doc[this.head].lemma_.lower() not in HOUSEHOLDS:
        return False
    between = doc[this.head : following.start]
    return len(between) < NEAR and any(token.text == "(" for token in between)
