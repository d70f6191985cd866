"""The smallest clause that states a claim."""

from spacy.tokens import Doc, Token

from whoheld.reading.frames.grammar import RELATIVE, words
from whoheld.reading.frames.openings import ASIDE, led_in

# What hangs on a clause but states something of its own.
OWN_CLAUSE = frozenset({"conj", "cc", "parataxis", "ccomp", "preconj", "advcl", "relcl", "mark"})
OWN_CLAUSE_NOUN = frozenset({"relcl", "parataxis", "conj", "cc"})
EDGES = frozenset({"punct", "cc", "mark", "preconj"})
RAISERS = frozenset({"VERB", "AUX", "ADJ"})
CARRIED = frozenset({"nsubj", "nsubjpass", "dobj", "csubj", "csubjpass"})
HARMED = frozenset({"kill", "wound", "injure", "hurt", "die", "maim"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# What leads from a noun or an adjective up to the verb that states what it names.
CARRYING = frozenset(
    {"pobj", "prep", "conj", "compound", "nmod", "amod", "oprd", "attr", "acomp", "advcl", "agent", "dobj"}
)
TRAILING = frozenset({"according", "amid", "despite", "following"})
LAUNCH = frozenset({"launch", "begin", "start", "open", "mount", "attempt", "send", "deploy"})
# Verbs that say nothing of how the event went: their subject alone names it.
WEAK = frozenset({
    "appear", "seem", "allow", "give", "mean", "show", "mark", "overshadow", "help", "result", "force", "enable",
    "prompt", "cause", "lead",
})  # fmt: skip
STATES = frozenset({"stronghold", "bastion", "support", "backing", "territory", "holdout", "backer", "ally", "enclave"})
MAX_CLIMB = 4


def clause_head(word: Token) -> Token:
    """The verb that carries the clause: "managed" in "managed to recapture"."""
    head = word
    for _ in range(MAX_CLIMB):
        above = head.head
        carried = head.dep_ == "xcomp" and above.pos_ in RAISERS
        told = any(c.dep_ == "auxpass" for c in above.children)  # "are reported to have fled"
        if not carried or (above.lemma_.lower() in words("speech") and not told):
            return head
        if any(c.dep_ == "dobj" for c in above.children):
            return head
        head = above
    return head


def evidence(trigger: Token, clause: Token) -> tuple[int, int]:
    """Tokens, half-open, of the clause that a trigger stands in."""
    if clause == trigger:
        clause = _carrier(trigger)
    head = _modified(clause)
    if _backed(trigger):
        return _trim(head.doc, *_plain(head, trigger), trigger.i)
    if head != clause:
        clause = head
    if clause.dep_ in CARRIED and _tells(clause.head, clause):
        head = clause.head
    if head.pos_ in {"VERB", "AUX"}:
        head, cut = clause_head(head), OWN_CLAUSE
        if head.lemma_.lower() in HARMED and head.dep_ == "conj" and head.head.lemma_.lower() in HARMED:
            head = head.head  # "two were killed and ten hurt in the raid"
    else:
        cut = OWN_CLAUSE_NOUN
    kept = _kept(head, trigger, cut)
    if head.dep_ in {"acl", "relcl"} and head.head.pos_ in NOMINAL and not any(c.dep_ == "mark" for c in head.children):
        kept += _phrase(head.head)
    start = min([*kept, trigger.i])
    if cut is OWN_CLAUSE:
        start = min(led_in(head, start), trigger.i)
    return _trim(head.doc, start, max([*kept, trigger.i]) + 1, trigger.i)


def _backed(trigger: Token) -> bool:
    """The second half of "rebel-held", "US-backed": its noun phrase says it all."""
    return trigger.dep_ == "amod" and trigger.i > 0 and trigger.nbor(-1).text == "-"


def _plain(noun: Token, trigger: Token) -> tuple[int, int]:
    """A noun phrase up to its noun, and the place that it names: "the rebel-held town of X"."""
    last = max(noun.i, trigger.i)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "in"} and child.i == last + 1:
            last = next((c.i for c in child.children if c.dep_ == "pobj"), last)
    return min(trigger.left_edge.i, *_phrase(noun)), last + 1


def _phrase(noun: Token) -> list[int]:
    """A noun with the words before it: whom a relative clause tells of."""
    before = [c.left_edge.i for c in noun.children if c.i < noun.i and c.dep_ not in {"cc", "punct", "conj"}]
    return [noun.i, *before]


def _carrier(trigger: Token) -> Token:
    """The verb whose clause states what a noun or adjective only names: "came under shelling", "left ten dead"."""
    word = trigger
    if word.pos_ in {"VERB", "AUX"} or word.dep_ in CARRIED or word.lemma_.lower() in STATES:
        return word
    for _ in range(MAX_CLIMB * 2):
        above = word.head
        if above == word or above.i == word.i:
            break
        if above.pos_ in {"VERB", "AUX"}:
            said = word.dep_ == "prep" and above.lemma_.lower() in words("speech")  # "spoke of the liberation of"
            return above if word.dep_ in CARRYING and not (said or _aside(word)) else trigger
        if word.dep_ not in CARRYING or _aside(word):
            break
        word = above
    return trigger


def _aside(word: Token) -> bool:
    """A phrase that only says when or why: "after weeks of fighting"."""
    prep = word if word.dep_ == "prep" else word.head
    return prep.dep_ == "prep" and prep.lower_ in ASIDE


def _modified(word: Token) -> Token:
    """The noun that a word only modifies: "rounds" of "mortar rounds", "town" of "the besieged town"."""
    for _ in range(MAX_CLIMB):
        if word.dep_ not in {"compound", "amod", "nmod"} or word.head.i < word.i:
            return word
        word = word.head
    return word


def _tells(verb: Token, subject: Token) -> bool:
    """Whether a verb says of its subject or object what happened, not who says so."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    if subject.dep_ == "nsubj" and verb.lemma_ in WEAK:
        return False
    return subject.dep_ == "nsubjpass" or verb.lemma_.lower() not in words("speech")


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
    if child.i > parent.i and _apart(child):
        return True
    if child.dep_ not in cut or _purpose(child, parent):
        return False
    if child.dep_ == "conj" and child.lemma_.lower() in HARMED and parent.lemma_.lower() in HARMED:
        return False  # "killed and wounded" is one statement
    if child.dep_ in {"conj", "cc"}:  # lists of nouns belong to the clause, further verbs do not
        return parent.pos_ in {"VERB", "AUX"}
    return True


def _apart(child: Token) -> bool:
    """A participle behind a comma, a phrase with a verb of its own, or one that tells who says so or meanwhile."""
    if child.dep_ == "acl":
        return child.doc[child.left_edge.i - 1].text == ","
    return child.dep_ == "prep" and (child.lower_ in TRAILING or any(c.dep_ == "pcomp" for c in child.children))


def _purpose(child: Token, parent: Token) -> bool:
    """What an attack is launched for."""
    return child.dep_ == "advcl" and child.i > parent.i and child.tag_ == "VB" and parent.lemma_.lower() in LAUNCH


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
