"""Common nouns for those who speak: the words that tell who it is, and those that do not."""

from spacy.tokens import Token

from whoheld.codebooks.speech import words

RELATIVE = {"who", "which", "that"}


def antecedent(head: Token) -> Token:
    """What "who", "which" and "that" stand for."""
    if head.lower_ in RELATIVE and head.tag_ in {"WDT", "WP"}:
        verb = head.head
        for _ in range(4):
            if verb.dep_ in {"relcl", "acl"}:
                return verb.head
            verb = verb.head
    return head


def described(head: Token, floor: int = 0) -> list[Token]:
    """A common noun with the words before it that tell whose and what it is."""
    doc, start = head.doc, head.i
    floor = max(head.left_edge.i, head.i - 7, min(floor, head.i))
    while start > floor and _modifies(doc[start - 1], start, head):
        start -= 1
    while start < head.i and doc[start].text == "-":
        start += 1
    if start < head.i and doc[start].lower_ == "local" and head.lemma_ not in words("speakers", "locals"):
        start += 1
    return list(doc[start : head.i + 1])


def name_within(tokens: list[Token]) -> list[Token]:
    """The person's name that an office follows where commas were lost: "Rami Hadi director of the hospital"."""
    end = next((n for n, token in enumerate(tokens) if token.pos_ != "PROPN"), 0)
    plain = end == len(tokens) - 1 and not tokens[-1].text[:1].isupper()
    office = plain and tokens[-1].lemma_ in words("speakers", "persons") | words("speakers", "spokes")
    organs = words("speakers", "organs")
    if not office or end < 2 or any(token.text.isupper() or token.lower_ in organs for token in tokens[:end]):
        return []
    return tokens[:end]


def _modifies(token: Token, start: int, head: Token) -> bool:
    if token.text == "-":
        return not token.whitespace_ and token.i > 0 and not head.doc[token.i - 1].whitespace_
    hyphened = head.doc[start].text == "-"
    if token.dep_ == "case" and token.i > 0:
        return head.doc[token.i - 1].pos_ == "NOUN"
    if token.lower_ in words("speakers", "calendar"):
        return False
    if token.is_punct or token.is_space or token.lower_ in words("speakers", "dropped"):
        return hyphened and not token.is_space and not token.is_punct
    if token.lower_ in words("speakers", "near") and token.dep_ not in {"prep", "mark"}:
        return True
    return hyphened or token.pos_ in {"ADJ", "NOUN", "PROPN"} or token.dep_ in {"amod", "compound", "poss"}


def where(head: Token) -> list[Token]:
    """The body that a source is in: "the ministry" of "a source at the ministry"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"at", "in", "from", "within", "inside"}:
            place = next((c for c in child.children if c.dep_ == "pobj"), None)
            if place is not None and place.pos_ in {"NOUN", "PROPN"}:
                return [t for t in place.doc[place.left_edge.i : place.i + 1] if t.pos_ != "DET"]
    return []


def is_person(lemma: str) -> bool:
    """Nouns that are not known for a body, a medium or a document are taken for persons."""
    if lemma in words("speakers", "persons"):
        return True
    bodies = (words("speakers", key) for key in ("organs", "bodies", "national", "mediums"))
    return lemma not in words("nouns", "documents") and not any(lemma in group for group in bodies)


def object_of(head: Token, prepositions: set[str]) -> Token | None:
    """The noun behind one of a word's prepositions."""
    for child in head.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
