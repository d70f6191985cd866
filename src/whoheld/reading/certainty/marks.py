"""What a clause or a noun phrase says itself about whether its event happened."""

from dataclasses import dataclass

from spacy.tokens import Token

from whoheld.model import Status
from whoheld.reading.certainty.operators import table

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
CLAUSE = frozenset({"VERB", "AUX"})
PRESENT = frozenset({"VBZ", "VBP"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PERCEIVED = frozenset({"hear", "see", "feel", "smell", "document", "find"})  # "could" here is a past "can"
WILL, LIKELY = "will", "likely"  # lemmas under which futures and hedges are marked
AT = frozenset({"at", "on", "in", "by", "from"})
FIRST_PERSON = frozenset({"we", "i"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One operator on the way up from a trigger; a status of None negates."""

    status: Status | None
    word: str
    lemma: str = ""


def by(status: Status, word: Token) -> Mark:
    """The mark that an operator word brings."""
    return Mark(status, word.text, word.lemma_.lower())


def infinitive(token: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(child.tag_ == "TO" for child in token.children if child.i < token.i)


def no_noun(token: Token) -> bool:
    """Whether a noun phrase is "no X", "not a single X", "nobody"."""
    if token.lower_ in NOBODY or (token.lower_ == "one" and token.i and token.nbor(-1).lower_ == "no"):
        return True
    for child in token.children:
        low = child.lower_
        if (
            low in {"no", "neither"}
            and child.dep_ != "advmod"
            and child.nbor(1).lower_ not in {"longer", "more", "fewer", "less"}
        ):
            return True
        if low == "not" and child.i < token.i and child.nbor(1).lower_ in {"a", "one", "any"}:
            return True
    return False


def nominal(token: Token) -> list[Mark]:
    """Marks of a noun phrase: "a planned offensive", "no attack"."""
    found = [Mark(None, f"no {token.text}")] if no_noun(token) else []
    attributes = table().attributes
    for child in token.children:
        if child.dep_ in {"amod", "compound", "nmod"} and child.i < token.i and child.lower_ in attributes:
            found.append(Mark(attributes[child.lower_], child.text))
    return found


def clause(verb: Token, skip: Token | None = None) -> list[Mark]:
    """Marks of a predicate: negation first, then auxiliaries, adverbs and conditions; ``skip`` is its child on the path."""
    negative: list[Mark] = []
    others: list[Mark] = []
    for child in verb.children:
        dep = child.dep_
        if child is skip or child == skip:
            continue
        if dep in {"neg", "advmod", "preconj", "cc"}:
            negative += negation(child, verb)
            others += hedge(child, verb)
        elif dep == "aux" or dep == "auxpass":
            others += auxiliary(child, verb)
        elif dep in {"nsubj", "nsubjpass", "dobj", "attr", "dative"}:
            negative += [Mark(None, child.text)] if no_noun(child) else []
        elif dep == "prep" and child.lower_ in AT:
            negative += [Mark(None, inner.text) for inner in child.children if no_noun(inner)]
        elif dep == "advcl":
            others += condition(child, verb)
        elif dep == "npadvmod":
            others += coming(child, verb)
    if len(negative) > 1:
        negative = negative[:1]  # "nobody ever", "never ... any": English negates once
    return negative + likely_future(others)


def likely_future(marks: list[Mark]) -> list[Mark]:
    """ "will probably" is a forecast, whoever does it."""
    if any(mark.lemma == WILL for mark in marks) and any(mark.lemma == LIKELY for mark in marks):
        kept = [mark for mark in marks if mark.lemma not in {WILL, LIKELY}]
        return [Mark(Status.FORECAST, "will, likely", WILL), *kept]
    return marks


def negation(word: Token, verb: Token) -> list[Mark]:
    """The negation that an adverb brings, if it does."""
    low = word.lower_
    words = table()
    if words.adverbs.get(low) is Status.DENIED:
        following = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
        if following in {"only", "just", "merely", "least"} or until(verb):
            return []
        return [Mark(None, word.text)]
    if low == "longer" and word.i and word.nbor(-1).lower_ == "no":
        return [Mark(None, "no longer")]
    if (
        low == "yet"
        and verb.lemma_ in {"have", "be", "remain"}
        and any(c.dep_ == "xcomp" for c in verb.children)
    ):
        return [Mark(None, "yet to")]
    return []


def until(verb: Token) -> bool:
    """Whether "not ... until" tells that it happened then: past only."""
    if any(child.dep_ == "aux" and child.lower_ in table().modals for child in verb.children):
        return False
    for child in verb.children:
        if child.lower_ in {"until", "till"} and child.i > verb.i:
            return True
        if child.dep_ == "advcl" and any(c.lower_ in {"until", "till"} for c in child.children):
            return True
    return False


def hedge(word: Token, verb: Token) -> list[Mark]:
    """What an adverb says of probability or of the time to come."""
    words = table()
    status = words.adverbs.get(word.lower_)
    if status and status is not Status.DENIED:
        return [Mark(status, word.text, LIKELY)]
    return coming(word, verb)


def coming(word: Token, verb: Token) -> list[Mark]:
    """A present tense with "tomorrow" or "next week" speaks of a plan."""
    words = table().words
    ahead = word.lower_ in words["adverbs.future"] or (
        any(c.lower_ in words["adverbs.next"] for c in word.children) and word.dep_ == "npadvmod"
    )
    if not ahead or any(
        c.tag_ == "VBD" or c.lower_ in {"has", "have"} for c in verb.children if c.dep_ in {"aux", "auxpass"}
    ):
        return []
    present = verb.tag_ in PRESENT or any(
        c.tag_ in PRESENT for c in verb.children if c.dep_ in {"aux", "auxpass"}
    )
    return [Mark(Status.PLANNED, word.text)] if present else []


def auxiliary(aux: Token, verb: Token) -> list[Mark]:
    """What a modal verb says."""
    low = aux.lower_
    group = table().modals.get(low)
    if group is None or aux.tag_ != "MD":
        return []
    if group in {"should", "would"} and inverted(aux, verb):
        return [Mark(Status.CONDITIONAL, f"{aux.text}, inverted")]
    if group == "possible" and low == "could" and verb.lemma_ in PERCEIVED:
        return []
    if group == "possible":
        return [Mark(Status.POSSIBLE, aux.text)]
    if group == "must":
        return [Mark(Status.PLANNED, aux.text)]
    if group == "would":
        return would(aux, verb)
    return [Mark(Status.FORECAST if group == "should" else future(verb), aux.text, WILL)]


def would(aux: Token, verb: Token) -> list[Mark]:
    """Counterfactual, reported future, or a historian's future in the past, which is told as a fact."""
    if any(child.lower_ in {"have", "'ve"} and child.dep_ == "aux" for child in verb.children):
        return [Mark(Status.CONDITIONAL, f"{aux.text} have")]
    if reported(verb):
        return [Mark(future(verb), aux.text, WILL)]
    if any(
        child.dep_ == "advmod" and child.lower_ in {"later", "eventually", "soon", "subsequently", "go"}
        for child in verb.children
    ):
        return []
    return [Mark(future(verb), aux.text, WILL)]


def reported(verb: Token) -> bool:
    """Whether a clause is what somebody says or thinks."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ in {"ccomp", "acl"}


def future(verb: Token) -> Status:
    """A plan where somebody does it on purpose, else a forecast."""
    if any(child.dep_ == "nsubj" and child.lower_ in FIRST_PERSON for child in verb.children):
        return Status.PLANNED
    return Status.FORECAST if verb.lemma_ in table().words["modals.unwilled"] else Status.PLANNED


def inverted(aux: Token, verb: Token) -> bool:
    """Whether an auxiliary opens its clause before the subject ("Should Goma fall, ...")."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or not aux.i < subject.i:
        return False
    return aux.sent[-1].text != "?" and not any(t.text == "?" for t in aux.sent[-3:])


def condition(child: Token, verb: Token) -> list[Mark]:
    """Whether an adverbial clause puts the main clause under a condition."""
    words = table().words["conjunctions.conditional"]
    mark = next((c for c in child.children if c.dep_ in {"mark", "advmod"} and c.lower_ in words), None)
    if mark is None:
        turned = [
            c
            for c in child.children
            if c.dep_ in {"aux", "auxpass"} and c.lower_ in {"should", "had", "were"}
        ]
        if not turned or not inverted(turned[0], child):
            return []
        return [Mark(Status.CONDITIONAL, turned[0].text)]
    if verb.tag_ == "VBD" and not any(c.tag_ == "MD" for c in verb.children):
        return []  # "asked if": what is told in the past tense was no hypothesis
    return [Mark(Status.CONDITIONAL, mark.text)]
