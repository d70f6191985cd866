"""The smallest clause that states a claim."""

from spacy.tokens import Doc, Token

from whoheld.reading.frames.grammar import RELATIVE, words

# What hangs on a clause but states something of its own.
OWN_CLAUSE = frozenset({"conj", "cc", "parataxis", "ccomp", "preconj", "advcl", "relcl", "mark"})
OWN_CLAUSE_NOUN = frozenset({"relcl", "parataxis", "conj", "cc"})
EDGES = frozenset({"punct", "cc", "mark", "preconj"})
RAISERS = frozenset({"VERB", "AUX", "ADJ"})
CARRIED = frozenset({"nsubj", "nsubjpass", "dobj", "csubj", "csubjpass"})
HARMED = frozenset({"kill", "wound", "injure", "hurt", "die", "maim"})
MAX_CLIMB = 4


def clause_head(word: Token) -> Token:
    """The verb that carries the clause: "managed" in "managed to recapture"."""
    head = word
    for _ in range(MAX_CLIMB):
        above = head.head
        carried = head.dep_ == "xcomp" and above.pos_ in RAISERS
        if not carried or above.lemma_.lower() in words("speech") or any(c.dep_ == "dobj" for c in above.children):
            return head
        head = above
    return head


def evidence(trigger: Token, clause: Token) -> tuple[int, int]:
    """Tokens, half-open, of the clause that a trigger stands in."""
    head = _modified(clause)
    if head != clause:
        clause = head
    if clause.dep_ in CARRIED and _plain_verb(clause.head):
        head = clause.head
    if head.pos_ in {"VERB", "AUX"}:
        head, cut = clause_head(head), OWN_CLAUSE
    else:
        cut = OWN_CLAUSE_NOUN
    kept = _kept(head, trigger, cut)
    return _trim(head.doc, min([*kept, trigger.i]), max([*kept, trigger.i]) + 1, trigger.i)


def _modified(word: Token) -> Token:
    """The noun that a word only modifies: "rounds" of "mortar rounds", "town" of "the besieged town"."""
    for _ in range(MAX_CLIMB):
        if word.dep_ not in {"compound", "amod", "nmod"} or word.head.i < word.i:
            return word
        word = word.head
    return word


def _plain_verb(verb: Token) -> bool:
    return verb.pos_ in {"VERB", "AUX"} and verb.lemma_.lower() not in words("speech")


def _kept(head: Token, trigger: Token, cut: frozenset[str]) -> list[int]:
    path = {trigger.i}
    for above in trigger.ancestors:
        if above == head:
            break
        path.add(above.i)
    kept, queue = [], [head]
    while queue:
        here = queue.pop()
        if not (here.is_punct or here.is_space):  # the full stop hangs on the main verb, behind all that is cut
            kept.append(here.i)
        queue.extend(child for child in here.children if child.i in path or not _own(child, here, cut))
    return kept


def _own(child: Token, parent: Token, cut: frozenset[str]) -> bool:
    """A part that states something of its own, or only ties the clause to another."""
    if child.dep_ == "acl" and child.i > parent.i and child.doc[child.left_edge.i - 1].text == ",":
        return True
    if child.dep_ == "prep" and child.i > parent.i and any(c.dep_ == "pcomp" for c in child.children):
        return True
    if child.dep_ not in cut:
        return False
    if child.dep_ == "conj" and child.lemma_.lower() in HARMED and parent.lemma_.lower() in HARMED:
        return False  # "killed and wounded" is one statement
    if child.dep_ in {"conj", "cc"}:  # lists of nouns belong to the clause, further verbs do not
        return parent.pos_ in {"VERB", "AUX"}
    return True


def _trim(doc: Doc, start: int, end: int, trigger: int) -> tuple[int, int]:
    while start < trigger and _edge(doc[start]):
        start += 1
    while end - 1 > trigger and _edge(doc[end - 1]):
        end -= 1
    return start, end


def _edge(token: Token) -> bool:
    if token.tag_ in {"WDT", "WP", "WRB"} and (token.lower_ in RELATIVE or token.tag_ == "WRB"):
        return True
    return token.is_space or token.is_punct or token.dep_ in EDGES
