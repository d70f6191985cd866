"""The ruler that keeps its answers says what the model's own says."""

import pytest
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

from whoheld.reading.ruler import KeptRuler, fits, keep_answers

RULES = [
    {"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "NOUN"}},
    {"patterns": [[{"TAG": "NN", "LOWER": {"IN": ["nothing", "anything"]}}]], "attrs": {"POS": "PRON"}},
    {"patterns": [[{"LOWER": {"REGEX": "^n[ou]thin'$"}}]], "attrs": {"LEMMA": "nothing"}},
    {"patterns": [[{"DEP": "expl"}, {"LOWER": "was"}]], "attrs": {"POS": "VERB"}, "index": 1},
    {"patterns": [[{"IS_SPACE": True}]], "attrs": {"POS": "SPACE"}},
]


def ruler(vocab: Vocab, rules=RULES) -> AttributeRuler:
    made = AttributeRuler(vocab)
    made.add_patterns(rules)
    return made


def told(doc: Doc) -> list[tuple[str, str]]:
    return [(token.pos_, token.lemma_) for token in doc]


@pytest.mark.parametrize(
    "words",
    [
        ["Nothing", "fort", "nothin'", "\n", "fort"],
        ["there", "was", "fort"],
        ["fort", "anything", "Nuthin'", "was"],
    ],
)
def test_same_as_the_ruler_that_it_is_made_from(words):
    vocab = Vocab()
    plain, kept = ruler(vocab), KeptRuler(vocab)
    kept.take(plain)
    for _ in range(2):  # once learning, once from what is kept
        docs = [
            Doc(vocab, words=words, tags=["NN"] * len(words), deps=["expl" if w == "there" else "dep" for w in words])
            for _ in range(2)
        ]
        assert told(kept(docs[0])) == told(plain(docs[1]))
        assert any(pos for pos, _ in told(docs[0]))


def test_rules_that_look_at_more_are_left_alone():
    assert fits(ruler(Vocab()))
    assert not fits(ruler(Vocab(), [{"patterns": [[{"SHAPE": "dddd"}]], "attrs": {"POS": "NUM"}}]))
    assert not fits(ruler(Vocab(), [{"patterns": [[{"LOWER": {"NOT_IN": ["of"]}}]], "attrs": {"POS": "NUM"}}]))


def test_pipelines_without_a_ruler_are_left_alone():
    assert keep_answers(Language()).pipe_names == []
