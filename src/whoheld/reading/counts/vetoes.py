"""Numbers that count nobody: dates, times, money, shares, names of units."""

from spacy.tokens import Doc, Token

from whoheld.reading.counts.numbers import Number, words_of

YEARS = range(1900, 2101)
LOOSE = frozenset({"pobj", "npadvmod", "nsubj", "ROOT", "appos", "conj"})
NAMING = frozenset({"nummod", "appos", "npadvmod"})
PRONOUNS = frozenset({"them", "these", "those", "whom", "us", "its", "his", "their"})
NO_PEOPLE = frozenset({"of", "in", "%", "per", "to", "-", "years", "."})


def no_count(doc: Doc, lowers: list[str], number: Number) -> bool:
    """Whether the words around a number show that it counts no people."""
    before = lowers[number.core - 1] if number.core else ""
    after = lowers[number.end] if number.end < len(lowers) else ""
    if before in words_of("veto", "before") or after in words_of("veto", "after"):
        return True
    if dated(lowers, number.core) or after in words_of("veto", "months") or number.high == 0:
        return True
    token = doc[number.core]
    if maybe_year(token) and (token.dep_ in LOOSE or token.i > token.head.i):
        return True
    if lowers[number.core] == "one":
        return before in words_of("veto", "one_after") or after in words_of("veto", "one_before")
    return unit_name(token) and before not in words_of("veto", "months")


def maybe_year(token: Token) -> bool:
    """Four figures that may be a year."""
    return len(token.text) == 4 and token.text.isdecimal() and int(token.text) in YEARS


def unit_name(token: Token) -> bool:
    """Whether a number is part of a name: "Battalion 275"."""
    head = token.head
    return token.dep_ in NAMING and head.i == token.i - 1 and head.pos_ == "PROPN"


def dated(lowers: list[str], at: int) -> bool:
    """Whether a number is the day or the year after a month; "on 11 July 7 soldiers" has its day already."""
    if at == 0 or lowers[at - 1] not in words_of("veto", "months"):
        return False
    day_told = at > 1 and lowers[at - 2][:1].isdigit()
    return not (day_told and len(lowers[at]) != len("2017"))


def could_be_people(head: Token) -> bool:
    """A bare number that does something, or to which something is done: "nine of them were let go"."""
    for child in head.children:
        if child.lower_ == "of" and any(inner.lower_ in PRONOUNS for inner in child.children):
            return True
    doc, at = head.doc, head.i
    if at + 1 < len(doc) and doc[at + 1].lower_ in NO_PEOPLE:
        return False
    return head.dep_ in {"nsubj", "nsubjpass"} and head.head.pos_ == "VERB"


def takes_things(head: Token) -> bool:
    """Whether the governing verb takes places and things as well as people."""
    return head.head.lemma_ in words_of("veto", "takes_things")
