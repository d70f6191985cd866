"""All acts of speech of a parse, each from its cue."""

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import phrases, speech_verbs, words
from whoheld.reading.speech.acts import Raw
from whoheld.reading.speech.labels import find_labels
from whoheld.reading.speech.nouns import count_nouns, of_count, of_noun, of_phrase
from whoheld.reading.speech.verbs import of_verb


INWARD = {"expects", "plans"}
SELF = {"i", "we", "you"}  # what "I" think tells of no other speaker


def _mistagged(token: Token) -> bool:
    """A verb that was taken for a plural: "the army states that"."""
    if token.tag_ != "NNS" or token.i + 1 >= len(token.doc) or token.i == 0:
        return False
    after, before = token.doc[token.i + 1], token.doc[token.i - 1]
    return after.lower_ == "that" and before.pos_ in {"NOUN", "PROPN", "ADJ"}


def find_acts(doc: Doc) -> list[Raw]:
    """All acts of a parse, in order of their cues."""
    verbs, nouns, counts = speech_verbs(), words("nouns", "clause"), count_nouns()
    starts = {phrase[0] for phrase in phrases()}
    found = list(find_labels(doc))
    for token in doc:
        act = None
        pos = token.pos_
        if pos == "VERB":
            entry = verbs.get(token.lemma_)
            if entry is not None and token.lower_ != "according":
                act = of_verb(token, entry)
        elif pos == "NOUN":
            lemma = token.lemma_
            if lemma in counts:
                act = of_count(token)
            if act is None and lemma in verbs and _mistagged(token):
                act = of_verb(token, verbs[lemma])
            if act is None and lemma in nouns:
                act = of_noun(token)
        if act is None and token.lower_ in starts:
            act = of_phrase(token)
        if act is not None and not (act.stance in INWARD and doc[act.head].lower_ in SELF):
            found.append(act)
    return sorted(found, key=lambda act: act.cue)
