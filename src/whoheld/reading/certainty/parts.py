"""Marks, and the small questions about tokens that all of certainty asks."""

from dataclasses import dataclass

from spacy.tokens import Token

from whoheld.model import Status

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
NOUNS = frozenset({"NOUN", "PROPN"})
HAVE = frozenset({"have", "had", "'ve"})
CLAUSE = frozenset({"VERB", "AUX"})
PRESENT = frozenset({"VBZ", "VBP"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PERCEIVED = frozenset({"hear", "see", "feel", "smell", "document", "find"})  # "could" here is a past "can"
ATTRIBUTIVE = frozenset({"amod", "compound", "nmod"})
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


Step = tuple[list[Mark], Token | None]  # marks of a step up, and where to go on from (None: nothing above matters)


def infinitive(token: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(child.tag_ == "TO" for child in token.children if child.i < token.i)


def perfect(verb: Token) -> bool:
    """Whether an infinitive is about what is over: "to have fled"."""
    return any(child.dep_ in {"aux", "auxpass"} and child.lower_ in HAVE for child in verb.children)
