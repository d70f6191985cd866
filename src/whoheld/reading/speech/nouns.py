"""Acts that a noun or a phrase tells: "according to", "by the union's count", "the claim that"."""

from spacy.tokens import Token

from whoheld.codebooks.speech import phrases, words
from whoheld.reading.speech.acts import Raw
from whoheld.reading.speech.contents import after_phrase
from whoheld.reading.speech.parts import noun_after, noun_phrase, subject_of

STANCES = {"denial": "denies", "claim": "claims", "allegation": "claims", "threat": "threatens"}
ISSUING = {"issue", "make", "repeat", "release", "publish", "give"}


def of_phrase(token: Token) -> Raw | None:
    """The act of "according to" and its kin, where one begins at a token."""
    doc = token.doc
    for phrase in phrases():
        end = token.i + len(phrase)
        if end < len(doc) and all(doc[token.i + n].lower_ == word for n, word in enumerate(phrase)):
            return _with_phrase(token, end, " ".join(phrase))
    return None


def _with_phrase(token: Token, end: int, lemma: str) -> Raw | None:
    doc = token.doc
    source = next((child for child in doc[end - 1].children if child.dep_ in {"pobj", "pcomp"}), None)
    source = source if source is not None else noun_after(doc, end, token.sent.end)
    if source is None:
        return None
    if lemma == "per" and not _who(source):
        return None  # "per cent", "per day"
    span = noun_phrase(source, end - 1)
    contents = after_phrase(doc, token.head, (token.i, span[1]))
    if contents is None:
        return None
    return Raw((token.i, end), source.i, span, contents.spans, "says", "phrase", lemma)


def _who(source: Token) -> bool:
    """Whether a noun is one who speaks."""
    return source.pos_ == "PROPN" or source.text.isupper() or source.lemma_.lower() in words("speakers", "persons")


def of_count(noun: Token) -> Raw | None:
    """The act of "by the union's count": the union says what the clause says."""
    by = noun.head
    if by.lower_ not in {"by", "on"} or noun.dep_ != "pobj":
        return None
    holder = next((child for child in noun.children if child.dep_ in {"poss", "compound", "amod"}), None)
    if holder is None:
        return None
    contents = after_phrase(noun.doc, by.head, (by.i, noun.i + 1))
    if contents is None:
        return None
    return Raw(
        (noun.i, noun.i + 1),
        holder.i,
        noun_phrase(holder, noun.i),
        contents.spans,
        "says",
        "count",
        noun.lemma_,
    )


def of_noun(noun: Token) -> Raw | None:
    """The act of a noun that holds a clause: "the claim that ...", "the army's denial that ..."."""
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and _is_that_clause(c)), None)
    if clause is None:
        return None
    holder = _holder(noun)
    source = noun_phrase(holder, noun.i) if holder is not None else None
    span = (clause.left_edge.i, clause.right_edge.i + 1)
    head = holder.i if holder is not None else -1
    return Raw((noun.i, noun.i + 1), head, source, (span,), STANCES.get(noun.lemma_, "says"), "noun", noun.lemma_)


def _is_that_clause(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def _holder(noun: Token) -> Token | None:
    """Whose statement it is: its possessor, "by X", or who issues or makes it."""
    holder = next((child for child in noun.children if child.dep_ == "poss"), None)
    if holder is not None:
        return holder
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.lemma_ in ISSUING:
        return subject_of(noun.head)
    return None
