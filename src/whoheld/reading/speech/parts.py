"""Parts of a clause of speech: its subject, the noun phrase of its source, the group of its verb."""

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import words
from whoheld.reading.speech.acts import Span

LONGEST_SOURCE = 30
VERB_SUBJECTS = {"nsubj", "nsubjpass"}
GROUP_DEPS = {"aux", "auxpass", "neg", "advmod"}
NOMINAL = {"NOUN", "PROPN", "PRON"}
VERBAL = {"VERB", "AUX"}
DASHES = {"–", "—", "-"}
DEPTH = 4


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The noun that a verb is said of, looked for up the tree where the verb has none itself."""
    for child in verb.children:
        if child.dep_ in VERB_SUBJECTS:
            return child
        if child.dep_ == "expl":
            return None
    return _borrowed_subject(verb, depth) if depth < DEPTH else None


def _borrowed_subject(verb: Token, depth: int) -> Token | None:
    head, dep = verb.head, verb.dep_
    if dep in {"acl", "relcl"} and head.pos_ in NOMINAL:
        return head
    if dep == "xcomp" and verb.tag_ == "VB":
        for child in head.children:  # "urged the group to say"
            if child.dep_ == "dobj" and child.i < verb.i:
                return child
    if dep in {"conj", "xcomp", "advcl", "ccomp", "dep"} and head.pos_ in VERBAL and _unfinished(verb):
        return subject_of(head, depth + 1)
    if dep == "pcomp" and head.lower_ == "as" and head.head.pos_ == "VERB":
        for child in head.head.children:  # "quoted a source as saying"
            if child.dep_ == "dobj":
                return child
    if dep in {"pcomp", "prep"} and head.i != verb.i:
        return subject_of(head, depth + 1) if head.pos_ in VERBAL else _borrowed_subject(head, depth + 1)
    return None


def _unfinished(verb: Token) -> bool:
    """Participles, infinitives and second halves of a coordination take the subject of what governs them."""
    return verb.dep_ in {"conj", "xcomp"} or verb.tag_ in {"VBG", "VBN", "VB"}


def subject_before(verb: Token, start: int) -> Token | None:
    """The noun that stands right before a verb, by position, where the parse has none there."""
    doc, at = verb.doc, start - 1
    floor = verb.sent.start
    if at < floor:
        return None
    if doc[at].text == ",":  # "the mayor, Ali Hadi, said": the name between the commas
        opening = next((n for n in range(at - 1, max(floor, at - 12), -1) if doc[n].text == ","), None)
        if opening is None or at - opening < 2:
            return None
        at -= 1
    token = doc[at]
    body = token.lower_ in words("speakers", "organs")  # "the Israeli military": taken for an adjective
    return token if token.pos_ in NOMINAL or body or letters(token) else None


def letters(token: Token) -> bool:
    """An abbreviation, whatever the parse takes it for: "SOHR reported"."""
    return token.text.isupper() and len(token.text) > 1 and token.is_alpha


def noun_after(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the noun phrase that begins at ``start``."""
    for at in range(start, min(end, start + 8)):
        token = doc[at]
        if token.pos_ in NOMINAL and token.dep_ not in {"compound", "poss", "nmod"}:
            return token
        if token.pos_ in VERBAL or token.is_punct:
            return None
    return None


def noun_phrase(head: Token, verb: int) -> Span:
    """The tokens of a noun phrase, cut where it would reach over ``verb``."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if head.i < verb:
        end = min(end, verb)
    elif start <= verb:
        start = verb + 1
    if end - start > LONGEST_SOURCE:
        start, end = max(start, head.i - 8), min(end, head.i + 12)
    return trimmed(head.doc, start, end)


def bare_phrase(head: Token) -> Span:
    """A noun with the words before it that can be its own, where lost commas have run clauses together."""
    doc, start = head.doc, head.i
    floor = max(head.left_edge.i, head.i - 12)
    while start > floor:
        token = doc[start - 1]
        if token.pos_ == "DET" or token.tag_ == "PRP$":
            return start - 1, head.i + 1
        if (token.is_punct and token.text not in {"-", "'s"}) or token.pos_ in {"VERB", "AUX", "SCONJ"}:
            break
        start -= 1
    start = head.i  # no article: only words that often stand before a speaker, and names
    while start > floor and _near(doc[start - 1], head):
        start -= 1
    return start, head.i + 1


def _near(token: Token, head: Token) -> bool:
    if head.pos_ == "PROPN":
        return token.pos_ == "PROPN" or token.lower_ in words("speakers", "titles") or token.text == "-"
    return token.lower_ in words("speakers", "near") or (token.pos_ == "ADJ" and token.text[:1].isupper())


def trimmed(doc: Doc, start: int, end: int) -> Span:
    """A span without spaces, commas and dashes at its ends; the comma that closes an apposition stays."""
    while start < end - 1 and ((doc[start].is_punct and not doc[start].is_quote) or doc[start].is_space):
        start += 1
    commas = sum(doc[at].text == "," for at in range(start, end))
    while end > start + 1 and (doc[end - 1].is_space or doc[end - 1].text in {*DASHES, ":", ";", "."}):
        end -= 1
    if end > start + 1 and doc[end - 1].text == "," and commas < 2:
        end -= 1
    return start, max(end, start + 1)


def verb_group(verb: Token) -> Span:
    """A verb with its auxiliaries, adverbs and particle, as far as they stand beside it."""
    start, end = verb.i, verb.i + 1
    doc = verb.doc
    while (
        start > 0
        and doc[start - 1].head.i == verb.i
        and doc[start - 1].dep_ in GROUP_DEPS
        and not letters(doc[start - 1])
    ):
        start -= 1
    if end < len(doc) and doc[end].head.i == verb.i and doc[end].dep_ == "prt":
        end += 1
    return start, end
