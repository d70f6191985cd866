"""Statements given in full: "the Command issued the following statement", "SPOKESMAN, morning summary:" over a list."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import words
from whoheld.reading.speech.acts import Raw, Span
from whoheld.reading.speech.columns import hashes, lines, tagged
from whoheld.reading.speech.parts import noun_phrase, subject_of, verb_group
from whoheld.reading.speech.quotes import OPENING, STRAIGHT, find_quotes

ISSUING = ("issue", "release", "provide", "publish", "make", "give", "send")
ENDS = {"###", "source", "ends", "end"}
BULLETS = {"-", "•", "*", "–", "·"}


def find_statements(doc: Doc) -> Iterator[Raw]:
    """Statements that a sentence announces and the paragraphs behind it give."""
    for at in tagged(doc, "VERB", "LEMMA", hashes(ISSUING)):
        act = _of_verb(doc[at])
        if act is not None:
            yield act


def _of_verb(verb: Token) -> Raw | None:
    thing = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    if thing is None or thing.lemma_.lower() not in words("nouns", "documents"):
        return None
    after = verb.sent.end
    following = any(child.lower_ == "following" for child in thing.children)
    if not (following or verb.doc[_last(verb.doc, after)].text == ":"):
        return None
    subject = subject_of(verb)
    span = _given(verb.doc, after, following=following)
    if subject is None or subject.i == thing.i or span is None:
        return None
    return Raw(verb_group(verb), subject.i, noun_phrase(subject, verb.i), (span,), "says", "statement", verb.lemma_)


def _last(doc: Doc, end: int) -> int:
    at = end - 1
    while at > 0 and doc[at].is_space:
        at -= 1
    return at


def _given(doc: Doc, start: int, *, following: bool) -> Span | None:
    """The quotation that begins there; else all that follows, where the text says that it gives the statement."""
    while start < len(doc) and doc[start].is_space:
        start += 1
    if start >= len(doc):
        return None
    if doc[start].text in OPENING or doc[start].text in STRAIGHT:
        return next((span for span in find_quotes(doc) if span[0] == start), None)
    return (start, _end(doc, start)) if following else None


def _end(doc: Doc, start: int) -> int:
    """Where a statement closes: at a line of its source, else with the text."""
    before = start
    for at in lines(doc):
        if at < start:
            continue
        opening = next((doc[n] for n in range(before, at) if doc[n].is_alpha or doc[n].text == "#"), None)
        if opening is not None and before > start and opening.lower_ in ENDS:
            return before
        before = at + 1
    return len(doc)


def listed_under(doc: Doc, start: int) -> Span | None:
    """The numbered or marked lines that stand under a heading."""
    end = start
    for at in lines(doc):
        if at < start:
            continue
        first = doc[end]
        if not (first.text in BULLETS or first.like_num):
            break
        end = at + 1
    return (start, end) if end > start else None
