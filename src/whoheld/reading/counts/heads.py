"""What a number counts."""

from spacy.tokens import Doc, Token

from whoheld.reading.counts.numbers import Number, words_of

AHEAD = 6  # tokens behind a number among which its noun is sought
COUNTING = frozenset({"nummod", "quantmod", "amod", "compound", "det", "npadvmod"})
INSIDE = frozenset({"nummod", "quantmod", "compound", "nmod"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
MARKS = frozenset({"-", '"', "“", "”"})
MULTIPLES = frozenset({"dozen", "couple", "pair", "hundred", "score", "thousand"})
DROPPED = frozenset({"of", "the", "more", "other"})
LONGEST = 5  # words of a description that are kept


def head_of(doc: Doc, number: Number) -> Token:
    """The noun that a number counts; its own last word where no noun is told."""
    found = counted(doc, number)
    if found.lemma_.lower() in words_of("nouns", "people"):
        return found
    return person_ahead(doc, number) or found


def counted(doc: Doc, number: Number) -> Token:
    """The noun by the parse."""
    last = doc[number.end - 1]
    inner = after_of(doc, number)
    if inner is not None:
        lemma = inner.lemma_.lower()
        named = lemma in words_of("nouns", "people") or lemma in words_of("nouns", "things")
        return inner if named or number.vague or last.lower_ in MULTIPLES else last
    for word in (doc[number.core], last):
        head = word.head
        if word.dep_ in COUNTING and head.i >= number.end:
            while head.dep_ in INSIDE and head.head.i > head.i:
                head = head.head
            return head
    if number.end < len(doc):
        following = doc[number.end]
        if following.pos_ in {"NOUN", "PROPN"} and following.dep_ not in {"compound", "nsubj", "dobj"}:
            return following
    return last


def after_of(doc: Doc, number: Number) -> Token | None:
    """The noun of "dozens of civilians", "four of the attackers"."""
    if number.end + 1 >= len(doc) or doc[number.end].lower_ != "of":
        return None
    of = doc[number.end]
    if of.head.i < number.start:
        return None
    return next((child for child in of.children if child.dep_ == "pobj"), None)


def person_ahead(doc: Doc, number: Number) -> Token | None:
    """Failing the parse: the first noun for people in the run of nouns and adjectives behind a number."""
    people, things = words_of("nouns", "people"), words_of("nouns", "things")
    for token in doc[number.end : number.end + AHEAD]:
        lemma = token.lemma_.lower()
        nominal = token.pos_ in NOMINAL
        if lemma in people and nominal:
            last = token.i + 1 >= len(doc) or token.nbor(1).pos_ not in {"NOUN", "PROPN"}
            if last:
                return token
        elif (lemma in things and lemma != "group") or not (nominal or token.text in MARKS or token.tag_ == "VBN"):
            return None
    return None


def folk(head: Token) -> bool:
    """Names of peoples: "Palestinians", "Yazidis", "Chinese"."""
    plural = head.text.endswith(("s", "i", "ese", "men"))
    return plural and head.text[0].isupper() and head.tag_ in {"NNPS", "NNP", "NNS"}


def described(head: Token, number: Number) -> str:
    """Who is counted, as written, without the number."""
    if number.start <= head.i < number.end:
        return "people"
    return written(head.doc, number.end, head.i + 1) or head.text


def written(doc: Doc, start: int, end: int) -> str:
    """The last words of a description as they stand in the text."""
    while start < end and (doc[start].lower_ in DROPPED or doc[start].is_punct):
        start += 1
    words = 0
    for at in range(end - 1, start, -1):
        words += bool(doc[at - 1].whitespace_)
        if words == LONGEST:
            start = at
            break
    return str(doc[start:end].text)
