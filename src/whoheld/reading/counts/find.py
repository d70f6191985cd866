"""From numbers to mentions: only those that count people."""

from spacy.tokens import Doc, Token

from whoheld.model import CountKind
from whoheld.reading.counts.fates import HARM, either, fate, forces, nouns, things
from whoheld.reading.counts.numbers import Number, find_numbers
from whoheld.reading.mentions import CountMention
from whoheld.reading.page import Page

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep"
    " sept oct nov dec".split()
)
MONEY = frozenset(
    {"$", "€", "£", "#", "no", "no.", "nos", "number", "article", "resolution", "aged", "age", "page", "us$"}
)
AFTER = frozenset(
    {
        "%",
        "percent",
        "km",
        "kilometres",
        "kilometers",
        "mm",
        "-",
        "am",
        "pm",
        "a.m.",
        "p.m.",
        ":",
        "gmt",
        "/",
        "°",
        "st",
        "th",
        "nd",
        "rd",
    }
)
AHEAD = 6  # tokens behind a number among which its noun is sought
EITHER = "killed or wounded"  # of people of whom the text does not say which
PRONOUNS = frozenset({"them", "these", "those", "whom", "us", "its", "his", "their"})
BREAKDOWN = frozenset({"including", "among", "include", "amongst"})


def find_counts(page: Page) -> list[CountMention]:
    """The numbers of people that a page tells, in order; a breakdown ("including three children") is no second count."""
    doc = page.doc
    lowers = [token.lower_ for token in doc]
    found: list[CountMention] = []
    for number in find_numbers(doc, lowers):
        mention = of_people(doc, lowers, number)
        part = (
            found[-1] if found and is_part(lowers, number) and same_sentence(doc, found[-1], number) else None
        )
        if part and (mention is None or mention.what not in HARM):
            mention = as_part(doc, number, part)
        if mention:
            found.append(mention)
    found = [mention for at, mention in enumerate(found) if not restated(doc, found[at : at + 2])]
    found += single_people(
        doc, lowers, {token for mention in found for token in range(mention.start, mention.end)}
    )
    return sorted(found, key=lambda mention: mention.start)


def is_part(lowers: list[str], number: Number) -> bool:
    """ "including three children", "four of them women"."""
    if any(word in BREAKDOWN for word in lowers[max(0, number.start - 2) : number.start]):
        return True
    return lowers[number.end : number.end + 1] == ["of"] and lowers[number.end + 1 : number.end + 2][0:1] in (
        ["them"],
        ["whom"],
    )


def same_sentence(doc: Doc, mention: CountMention, number: Number) -> bool:
    """Whether a number stands in the sentence of an earlier mention."""
    return doc[mention.head].sent.end > number.core


def as_part(doc: Doc, number: Number, whole: CountMention) -> CountMention | None:
    """The part of a number given before: it shares its fate."""
    head = person_ahead(doc, number) or doc[number.end - 1]
    if head.i >= number.end or doc[number.end].lower_ == "of":
        return CountMention(number.start, number.end, whole.what, whole.of, number.low, number.high, head.i)
    return None


def restated(doc: Doc, pair: list[CountMention]) -> bool:
    """Families whose heads are given in brackets behind: "30 families (210 people)"."""
    if len(pair) < 2 or doc[pair[0].head].lemma_.lower() not in {"family", "household"}:
        return False
    return pair[1].start - pair[0].head < 5 and any(
        token.text == "(" for token in doc[pair[0].head : pair[1].start]
    )


def of_people(doc: Doc, lowers: list[str], number: Number) -> CountMention | None:
    """The mention that a number makes, if it counts people."""
    if no_count(doc, lowers, number):
        return None
    head = counted(doc, number)
    if head.lemma_.lower() not in nouns():
        head = person_ahead(doc, number) or head
    lemma = head.lemma_.lower()
    elided = number.start <= head.i < number.end
    what = fate(head, number.start, number.end)
    if not elided and lemma in things() and lemma not in nouns():
        return None
    known = lemma in nouns() or folk(head)
    year = doc[number.core].text.isdigit() and 1900 <= (number.low or 0) <= 2100 and number.low == number.high
    if not known and (year or (what is None and not (elided and could_be_people(head)))):
        return None
    if what in {CountKind.CAPTURED, CountKind.KILLED} and not known and not elided and captures_places(head):
        return None
    text = described(head, number)
    if what in HARM and either(head):
        what, text = CountKind.OTHER, f"{text} {EITHER}"
    end = max(number.end, head.i + 1)
    return CountMention(number.start, end, what or bare(head), text, number.low, number.high, head.i)


def no_count(doc: Doc, lowers: list[str], number: Number) -> bool:
    """Dates, times, money, shares, names of units."""
    before = lowers[number.core - 1] if number.core else ""
    after = lowers[number.end] if number.end < len(lowers) else ""
    if (
        dated(lowers, number.core)
        or after in MONTHS
        or before in MONEY
        or after in AFTER
        or (number.low == 0 == number.high)
    ):
        return True
    token = doc[number.core]
    year = token.text.isdigit() and 1900 <= int(token.text) <= 2100
    if year and (
        token.dep_ in {"pobj", "npadvmod", "nsubj", "ROOT", "appos", "conj"} or token.i > token.head.i
    ):
        return True
    named = (
        before not in MONTHS
        and token.dep_ in {"nummod", "appos", "npadvmod"}
        and token.head.i == number.core - 1
        and token.head.pos_ == "PROPN"
    )
    return named or (lowers[number.core] == "one" and one_is_no_count(doc, lowers, number.core))


def dated(lowers: list[str], at: int) -> bool:
    """Whether a number is the day or the year after a month; "on 11 July 7 soldiers" has its day already."""
    if at == 0 or lowers[at - 1] not in MONTHS:
        return False
    day_told = at > 1 and lowers[at - 2][:1].isdigit()
    return not (day_told and len(lowers[at]) != 4)


def one_is_no_count(doc: Doc, lowers: list[str], at: int) -> bool:
    """ "one of the", "no one", "one another", "one day"."""
    around = (lowers[at - 1] if at else "", lowers[at + 1] if at + 1 < len(lowers) else "")
    return around[0] in {"no", "every", "any", "the", "this", "that", "which"} or around[1] in {
        "another",
        "day",
        "'s",
    }


def counted(doc: Doc, number: Number) -> Token:
    """The noun that a number counts; the number itself where none is told."""
    token = doc[number.core]
    last = doc[number.end - 1]
    if number.end + 1 < len(doc) and doc[number.end].lower_ == "of":
        inner = next(
            (
                c
                for child in last.children
                if child.lower_ == "of"
                for c in child.children
                if c.dep_ == "pobj"
            ),
            None,
        )
        if inner is not None:
            return (
                inner
                if inner.lemma_.lower() in nouns() | things()
                or number.vague
                or last.lower_ in {"dozen", "couple", "pair", "hundred", "score", "thousand"}
                else last
            )
    for word in (token, last):
        head = word.head
        if (
            word.dep_ in {"nummod", "quantmod", "amod", "compound", "det", "npadvmod"}
            and head.i >= number.end
        ):
            while head.dep_ in {"nummod", "quantmod", "compound", "nmod"} and head.head.i > head.i:
                head = head.head
            return head
    following = doc[number.end] if number.end < len(doc) else None
    if (
        following is not None
        and following.pos_ in {"NOUN", "PROPN"}
        and following.dep_ not in {"compound", "nsubj", "dobj"}
    ):
        return following
    return last


def person_ahead(doc: Doc, number: Number) -> Token | None:
    """Failing the parse: the first noun for people in the run of nouns and adjectives behind a number."""
    for token in doc[number.end : number.end + AHEAD]:
        if token.lemma_.lower() in nouns() and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            following = token.nbor(1) if token.i + 1 < len(doc) else token
            if following.pos_ not in {"NOUN", "PROPN"}:
                return token
        elif not (
            token.pos_ in {"NOUN", "PROPN", "ADJ"}
            or token.text in {"-", '"', "“", "”"}
            or token.tag_ == "VBN"
        ):
            return None
        elif token.lemma_.lower() in things() and token.lemma_.lower() != "group":
            return None
    return None


def breakdown(head: Token, number: Number, lowers: list[str]) -> bool:
    """Part of a number that was given before."""
    window = lowers[max(0, number.start - 3) : number.start]
    if any(word in BREAKDOWN for word in window):
        return True
    node = head
    while node.dep_ == "conj" and node.head.i < node.i:
        node = node.head
    if node is head or node.left_edge.i == 0:
        return False
    left = node.left_edge.i
    return any(word in BREAKDOWN for word in lowers[max(0, left - 2) : left + 1])


def could_be_people(head: Token) -> bool:
    """A bare number that does something, or to which something is done: "nine of them were let go"."""
    whose = any(c.lower_ == "of" and any(p.lower_ in PRONOUNS for p in c.children) for c in head.children)
    if whose:
        return True
    doc, at = head.doc, head.i
    if at + 1 < len(doc) and doc[at + 1].lower_ in {"of", "in", "%", "per", "to", "-", "years", "."}:
        return False
    return head.dep_ in {"nsubj", "nsubjpass"} and head.head.pos_ == "VERB"


def folk(head: Token) -> bool:
    """Names of peoples: "Palestinians", "42 Yazidis"."""
    return (
        head.text[0].isupper()
        and head.tag_ in {"NNPS", "NNP", "NNS"}
        and head.text.endswith(("s", "i", "ese", "men"))
    )


def captures_places(head: Token) -> bool:
    """Whether the governing verb takes places as well as people."""
    return head.head.lemma_ in {"capture", "seize", "take", "claim", "hold", "lose"}


def bare(head: Token) -> CountKind:
    """People of whom nothing is told: under arms, or others."""
    return CountKind.FIGHTERS if head.lemma_.lower() in forces() else CountKind.OTHER


def described(head: Token, number: Number) -> str:
    """Who is counted, as written, without the number."""
    if number.start <= head.i < number.end:
        return "people"
    start = number.end
    words = [
        token.text
        for token in head.doc[start : head.i + 1]
        if token.lower_ not in {"of", "the", "more", "other"}
    ]
    return " ".join(words[-5:]) or head.text


def single_people(doc: Doc, lowers: list[str], taken: set[int]) -> list[CountMention]:
    """ "a soldier was killed": one, where the clause tells what became of them."""
    found = []
    for token in doc:
        if token.lower_ not in {"a", "an", "another"} or token.dep_ != "det" or token.i in taken:
            continue
        head = token.head
        if (
            head.tag_ not in {"NN", "NNP"}
            or head.lemma_.lower() not in nouns()
            or head.lemma_.lower()
            in {"family", "people", "toll", "death", "life", "body", "killing", "massacre", "member"}
        ):
            continue
        if breakdown(head, Number(token.i, token.i + 1, token.i, 1, 1), lowers):
            continue
        what = fate(head, token.i, token.i + 1)
        if what is not None and what is not CountKind.DISPLACED:
            text = " ".join(word.text for word in doc[token.i + 1 : head.i + 1])
            found.append(CountMention(token.i, head.i + 1, what, text, 1, 1, head.i))
    return found
