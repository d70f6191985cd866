"""Who is counted, and what the clause says became of them."""

from functools import lru_cache

from spacy.tokens import Token

from whoheld.model import CountKind
from whoheld.reading.counts.numbers import rows

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "attr", "dative", "dep"})
MAX_STEPS = 6
NEAR = 4


@lru_cache(maxsize=1)
def fates() -> dict[str, dict[str, CountKind]]:
    """By role (``objects``, ``subjects``, ``states``, ``nouns``), the fate of each word."""
    found: dict[str, dict[str, CountKind]] = {"objects": {}, "subjects": {}, "states": {}, "nouns": {}}
    for name, row in rows()["fate"].items():
        for role, words in found.items():
            words.update(dict.fromkeys(row[role].split(), CountKind(name)))
    return found


@lru_cache(maxsize=1)
def nouns(name: str = "people") -> frozenset[str]:
    """A list of nouns of the table."""
    return frozenset(rows()["nouns"][name].split())


@lru_cache(maxsize=1)
def forces() -> frozenset[str]:
    """Nouns for people under arms."""
    return frozenset(rows()["nouns"]["force"].split())


@lru_cache(maxsize=1)
def things() -> frozenset[str]:
    """Nouns that are never people."""
    return frozenset(rows()["nouns"]["things"].split())


def fate(head: Token) -> CountKind | None:
    """What becomes of those counted, or None where the clause does not say."""
    return inherent(head) or governed(head) or nearby(head)


def inherent(head: Token) -> CountKind | None:
    """ "12 deaths", "five wounded", "dead" as a noun."""
    lemma = head.lemma_.lower()
    states = fates()["states"]
    for child in head.children:
        if child.dep_ in {"amod", "acl", "advcl", "acomp"} and child.i > head.i and child.lower_ in states:
            return states[child.lower_]
    return fates()["nouns"].get(lemma) or states.get(head.lower_)


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
    if node.dep_ in SUBJECTS and up.lower_ in words["states"]:
        if up.pos_ == "ADJ" or node.dep_ == "nsubjpass" or up.tag_ == "VBN":
            return words["states"][up.lower_]
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
