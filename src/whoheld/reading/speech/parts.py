"""Parts of a clause of speech: its subject, the noun phrase of its source, the group of its verb."""

from spacy.tokens import Doc, Token

LONGEST_SOURCE = 30
VERB_SUBJECTS = {"nsubj", "nsubjpass"}
GROUP_DEPS = {"aux", "auxpass", "neg", "advmod"}
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
    if dep in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return head
    if dep == "xcomp":
        for child in head.children:  # "urged the group to say"
            if child.dep_ == "dobj" and child.i < verb.i:
                return child
    if (
        dep in {"conj", "xcomp", "advcl", "ccomp", "dep"}
        and head.pos_ in {"VERB", "AUX"}
        and _unfinished(verb)
    ):
        return subject_of(head, depth + 1)
    if dep in {"pcomp", "prep"} and head.i != verb.i:
        return (
            subject_of(head, depth + 1)
            if head.pos_ in {"VERB", "AUX"}
            else _borrowed_subject(head, depth + 1)
        )
    return None


def _unfinished(verb: Token) -> bool:
    """Participles, infinitives and second halves of a coordination take the subject of what governs them."""
    return verb.dep_ in {"conj", "xcomp"} or verb.tag_ in {"VBG", "VBN", "VB"}


def noun_phrase(head: Token, verb: int) -> tuple[int, int]:
    """The tokens of a noun phrase, cut where it would reach over ``verb``."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if head.i < verb:
        end = min(end, verb)
    elif start <= verb:
        start = verb + 1
    if end - start > LONGEST_SOURCE:
        start, end = max(start, head.i - 8), min(end, head.i + 12)
    return trimmed(head.doc, start, end)


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A span without spaces, commas and dashes at its ends; the comma that closes an apposition stays."""
    while start < end - 1 and (doc[start].is_punct and not doc[start].is_quote or doc[start].is_space):
        start += 1
    commas = sum(doc[at].text == "," for at in range(start, end))
    while end > start + 1 and (doc[end - 1].is_space or doc[end - 1].text in {"–", "—", "-", ":", ";", "."}):
        end -= 1
    if doc[end - 1].text == "," and commas < 2:
        end -= 1
    return start, max(end, start + 1)


def verb_group(verb: Token) -> tuple[int, int]:
    """A verb with its auxiliaries, adverbs and particle, as far as they stand beside it."""
    start, end = verb.i, verb.i + 1
    while start > 0 and verb.doc[start - 1].head.i == verb.i and verb.doc[start - 1].dep_ in GROUP_DEPS:
        start -= 1
    if end < len(verb.doc) and verb.doc[end].head.i == verb.i and verb.doc[end].dep_ == "prt":
        end += 1
    return start, end
