"""Who is counted, and what the clause says became of them."""

from functools import lru_cache

from spacy.tokens import Token

from whoheld.model import CountKind
from whoheld.reading.counts.numbers import rows

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "attr", "dative", "dep"})
MAX_STEPS = 6
NEAR = 4
HARMED = frozenset(
    {
        "killed",
        "wounded",
        "injured",
        "dead",
        "killing",
        "wounding",
        "injuring",
        "captured",
        "hurt",
        "missing",
        "died",
    }
)
BOUNDS = frozenset({"between", "over", "around", "about", "above", "under", "below", "up"})
HARM = frozenset({CountKind.KILLED, CountKind.WOUNDED})


@lru_cache(maxsize=1)
def fates() -> dict[str, dict[str, CountKind]]:
    """By role (``objects``, ``subjects``, ``states``, ``nouns``), the fate of each word."""
    found: dict[str, dict[str, CountKind]] = {"objects": {}, "subjects": {}, "states": {}, "nouns": {}}
    for name, row in rows()["fate"].items():
        for role, words in found.items():
            words.update(dict.fromkeys(row[role].split(), CountKind(name)))
    return found


def fate(head: Token, start: int, end: int) -> CountKind | None:
    """What becomes of those counted by the number in tokens ``start`` up to ``end``; None where the clause does not say."""
    words = fates()
    lemma = head.lemma_.lower()
    found = words["nouns"].get(lemma) if head.i >= end else None
    if found in HARM:
        return found
    found = beside(head, start, end) or after(head) or governed(head) or found or nearby(head)
    return found or words["states"].get(head.lower_)


def beside(head: Token, start: int, end: int) -> CountKind | None:
    """ "150 injured" with nothing between, or "wounded 30": the nearest word decides."""
    doc, words = head.doc, fates()
    if end < len(doc) and doc[end].lower_ in words["states"] and doc[end].dep_ != "amod":
        return words["states"][doc[end].lower_]
    before = doc[start - 1] if start else None
    if before is not None and before.pos_ == "VERB":
        if before.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in before.children):
            return None
        return words["objects"].get(before.lemma_.lower())
    return None


def after(head: Token) -> CountKind | None:
    """ "12 dead", "five wounded": a state right behind the noun."""
    states = fates()["states"]
    for child in head.children:
        if child.dep_ in {"amod", "acl", "advcl", "acomp"} and child.i > head.i and child.lower_ in states:
            return states[child.lower_]
    return None


def either(head: Token) -> bool:
    """ "killed or wounded": nobody can tell which."""
    doc, at = head.doc, head.i
    for token in doc[max(head.sent.start + 1, at - 8) : min(len(doc) - 1, at + 9)]:
        if token.lower_ == "or" and token.nbor(-1).lower_ in HARMED:
            return any(word.lower_ in HARMED for word in doc[token.i + 1 : token.i + 3])
    return False


def governed(head: Token) -> CountKind | None:
    """The fate from the verb, adjective or noun that governs the counted noun."""
    node = head
    for _ in range(MAX_STEPS):
        found = from_clause(node)
        if found:
            return found
        up, dep = node.head, node.dep_
        if dep == "ROOT":
            return None
        if dep in {"conj", "appos", "nummod", "quantmod", "compound", "nmod"}:
            node = up
            continue
        if dep == "pobj" and up.lower_ in BOUNDS and up.head.pos_ == "VERB":
            return fates()["objects"].get(up.head.lemma_.lower())
        if dep == "pobj":
            found = from_preposition(up)
            if found or up.head.pos_ not in {"NOUN", "NUM", "PROPN"} or up.lower_ not in {"of", "among"}:
                return found
            node = up.head
            continue
        return from_head(node, up)
    return None


def from_clause(node: Token) -> CountKind | None:
    """From a participle or relative clause that hangs on the noun: "12 people who were killed"."""
    words = fates()
    for child in node.children:
        if child.dep_ in {"acl", "relcl"} and child.i > node.i:
            lemma = child.lemma_.lower()
            passive = child.tag_ == "VBN"
            if passive and lemma in words["objects"]:
                return words["objects"][lemma]
            if lemma in words["subjects"] and child.dep_ == "relcl":
                return words["subjects"][lemma]
    return None


def from_preposition(prep: Token) -> CountKind | None:
    """ "the death of 12", "the toll to 30"."""
    if prep.head.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} and prep.lower_ in {"of", "to", "at", "among"}:
        noun = prep.head
        found = fates()["nouns"].get(noun.lemma_.lower())
        if found or noun.pos_ != "VERB":
            return found
        return next((fates()["nouns"].get(c.lemma_.lower()) for c in noun.children
                     if c.dep_ in {"dobj", "nsubjpass", "nsubj"} and c.lemma_.lower() in {"toll", "death", "dead"}), None)  # fmt: skip
    return None


def from_head(node: Token, up: Token) -> CountKind | None:
    """The fate that a verb or an adjective gives its subject or object."""
    words = fates()
    lemma = up.lemma_.lower()
    for child in up.children:
        if (
            child.dep_ in {"acomp", "oprd", "xcomp", "attr", "advmod", "dobj", "ccomp", "advcl"}
            and child != node
            and child.i > up.i
        ):
            state = words["states"].get(child.lower_)
            if state and (node.dep_ in OBJECTS or node.dep_ == "nsubj") and child.pos_ != "VERB":
                return state
    if node.dep_ == "nsubj" and lemma in {"sustain", "receive", "suffer"}:
        hurt = (words["nouns"].get(c.lemma_.lower()) for c in up.children if c.dep_ == "dobj")
        return next((one for one in hurt if one), None)
    if lemma in {"burn", "put", "cost", "starve", "freeze", "choke", "stone"} and deadly(up):
        return CountKind.KILLED
    if node.dep_ in SUBJECTS and up.lower_ in words["states"]:
        if up.pos_ == "ADJ" or node.dep_ == "nsubjpass" or up.tag_ == "VBN":
            return words["states"][up.lower_]
    if node.dep_ in SUBJECTS and (raised := from_infinitive(up)):
        return raised
    if node.dep_ in OBJECTS:
        return words["objects"].get(lemma)
    if node.dep_ == "nsubj":
        if lemma == "lose" and any(c.dep_ == "dobj" and c.lemma_ == "life" for c in up.children):
            return CountKind.KILLED
        if lemma in words["subjects"]:
            return words["subjects"][lemma]
        if up.tag_ == "VBN" or (up.tag_ == "VBD" and not any(c.dep_ == "dobj" for c in up.children)):
            return words["objects"].get(lemma)  # an elided auxiliary: "12 wounded"
    return None


def from_infinitive(verb: Token) -> CountKind | None:
    """ "are reported to have been killed", "were left to die"."""
    words = fates()
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ in {"VERB", "ADJ"}:
            role = words["objects"] if child.tag_ == "VBN" and has_passive(child) else words["subjects"]
            return role.get(child.lemma_.lower())
    return None


def has_passive(verb: Token) -> bool:
    """Whether a participle has "be" with it."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def deadly(verb: Token) -> bool:
    """ "burned to death", "cost 17 soldiers their lives"."""
    return any(
        word.lemma_.lower() in {"death", "life"}
        for child in verb.children
        for word in (child, *child.children)
    )


def nearby(head: Token) -> CountKind | None:
    """Failing the parse, a state right after the noun or a participle right before the number."""
    words = fates()
    doc = head.doc
    for token in doc[head.i + 1 : min(len(doc), head.i + 1 + NEAR)]:
        if token.text in {".", ";", ",", "\n"} or token.lower_ in {"and", "who", "that"}:
            break
        if token.lower_ in words["states"]:
            return words["states"][token.lower_]
    left = head.left_edge.i
    for token in reversed(doc[max(0, left - NEAR) : left]):
        if token.text in {".", ";", "\n"}:
            break
        if token.tag_ == "VBG" and token.lemma_.lower() in words["objects"]:
            return words["objects"][token.lemma_.lower()]
    return None
