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
RESULTS = frozenset({"acomp", "oprd", "xcomp", "attr", "advmod", "dobj", "ccomp", "advcl"})
DEADLY = frozenset({"burn", "put", "cost", "starve", "freeze", "choke", "stone"})
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
    """What becomes of those whom the number in tokens ``start`` to ``end`` counts; None if not told."""
    words = fates()
    lemma = head.lemma_.lower()
    found = words["nouns"].get(lemma) if head.i >= end else None
    if found in HARM:
        return found
    found = beside(head, start, end) or after(head) or governed(head) or found or nearby(head)
    return found or words["states"].get(head.lower_)


def beside(head: Token, start: int, end: int) -> CountKind | None:
    """The word right at the number decides: "150 injured", "wounded 30"."""
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
    """A state right behind the noun: "12 men dead"."""
    states = fates()["states"]
    for child in head.children:
        if child.dep_ in {"amod", "acl", "advcl", "acomp"} and child.i > head.i and child.lower_ in states:
            return states[child.lower_]
    return None


def either(head: Token) -> bool:
    """Whether nobody can tell which: "killed or wounded", "killed and injured"."""
    doc, at = head.doc, head.i
    for token in doc[max(head.sent.start + 1, at - 8) : min(len(doc) - 1, at + 9)]:
        if token.lower_ == "and" and token.nbor(-1).lower_ in HARMED and token.nbor(1).lower_ in HARMED:
            return True
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
    """From the noun before "of" or "among": "the death of 12"."""
    if prep.lower_ not in {"of", "to", "at", "among"}:
        return None
    return fates()["nouns"].get(prep.head.lemma_.lower()) if prep.head.pos_ != "VERB" else None


def from_head(node: Token, up: Token) -> CountKind | None:
    """The fate that a verb or an adjective gives its subject or object."""
    subject = node.dep_ in SUBJECTS
    found = from_state(node, up) or (from_idiom(node, up) if up.pos_ == "VERB" else None)
    if found is None and subject:
        found = from_predicate(node, up) or from_infinitive(up)
    if found is None and node.dep_ in OBJECTS:
        found = fates()["objects"].get(up.lemma_.lower())
    if found is None and node.dep_ == "nsubj":
        found = from_subject(up)
    return found


def from_state(node: Token, up: Token) -> CountKind | None:
    """From the complement beside the counted noun: "left 12 dead", "took 41 prisoner"."""
    if node.dep_ not in OBJECTS and node.dep_ != "nsubj":
        return None
    states = fates()["states"]
    for child in up.children:
        if child.i > up.i and child.dep_ in RESULTS and child != node and child.pos_ != "VERB":
            state = states.get(child.lower_)
            if state:
                return state
    return None


def from_idiom(node: Token, up: Token) -> CountKind | None:
    """From a verb with its object: "sustained injuries", "lost their lives", "burned to death"."""
    lemma = up.lemma_.lower()
    objects = [child for child in up.children if child.dep_ == "dobj"]
    if node.dep_ == "nsubj" and lemma in {"sustain", "receive", "suffer"}:
        hurt = (fates()["nouns"].get(child.lemma_.lower()) for child in objects)
        return next((one for one in hurt if one), None)
    if node.dep_ == "nsubj" and lemma == "lose" and any(child.lemma_ == "life" for child in objects):
        return CountKind.KILLED
    return CountKind.KILLED if lemma in DEADLY and deadly(up) else None


def from_predicate(node: Token, up: Token) -> CountKind | None:
    """From a participle or adjective that is the predicate: "were wounded", "is missing"."""
    if up.pos_ == "ADJ" or node.dep_ == "nsubjpass" or up.tag_ == "VBN":
        return fates()["states"].get(up.lower_)
    return None


def from_subject(up: Token) -> CountKind | None:
    """From what the counted do, or what is done to them with the auxiliary left out: "12 wounded"."""
    words, lemma = fates(), up.lemma_.lower()
    if lemma in words["subjects"]:
        return words["subjects"][lemma]
    elided = up.tag_ == "VBN" or (up.tag_ == "VBD" and not any(c.dep_ == "dobj" for c in up.children))
    return words["objects"].get(lemma) if elided else None


def from_infinitive(verb: Token) -> CountKind | None:
    """The fate that an infinitive tells: "are reported to have been killed", "were left to die"."""
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
    """Whether a verb kills: "burned to death", "cost 17 soldiers their lives"."""
    return any(word.lemma_.lower() in {"death", "life"} for child in verb.children for word in (child, *child.children))


def nearby(head: Token) -> CountKind | None:
    """Failing the parse, a state right after the noun or a participle right before the number."""
    words = fates()
    doc = head.doc
    for token in doc[head.i + 1 : min(len(doc), head.i + 1 + NEAR)]:
        if token.text in {".", ";", ",", "\n"} or token.lower_ in {"and", "who", "that"}:
            break
        if token.lower_ in words["states"]:
            if token.head != head and any(child.dep_ == "dobj" for child in token.children):
                break  # "a bomber killed five": the counted do it
            return words["states"][token.lower_]
    left = head.left_edge.i
    for token in reversed(doc[max(0, left - NEAR) : left]):
        if token.text in {".", ";", "\n"}:
            break
        if token.tag_ == "VBG" and token.lemma_.lower() in words["objects"]:
            return words["objects"][token.lemma_.lower()]
    return None
