"""The model's attribute ruler with its answers kept.

It sets parts of speech by trying some two hundred patterns on each token, which is a sixth of the whole parse. Nearly
all of them look at one token's tag, relation and word, and name few words: what matched once is kept by these.
"""

import re
from collections.abc import Iterator
from typing import cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

FACTORY = "whoheld_kept_ruler"
LOOKED_AT = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})

Spec = dict[str, object]  # what a pattern asks of a token
Found = tuple[int, int, int, int]  # number of the rule, its key, first token, token after the last


class KeptRuler(AttributeRuler):
    """Matches as the ruler that it is made from does, faster."""

    def __init__(self, vocab: Vocab, name: str = "attribute_ruler") -> None:
        super().__init__(vocab, name)
        self.longer = Matcher(vocab)  # patterns of several tokens: their answers are not kept
        self.words: frozenset[str] = frozenset()
        self.forms: tuple[re.Pattern[str], ...] = ()
        self._word: dict[int, int] = {}
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def take(self, ruler: AttributeRuler) -> None:
        """Take over the rules of a ruler."""
        self.add_patterns(ruler.patterns)
        patterns = list(_patterns(ruler))
        for pattern in patterns:
            if len(pattern) > 1:
                self.longer.add(str(len(self.longer)), [pattern])
        wanted = [spec["LOWER"] for pattern in patterns for spec in pattern if "LOWER" in spec]
        self.words = frozenset(word for one in wanted for word in _words(one))
        self.forms = tuple(re.compile(str(one["REGEX"])) for one in wanted if isinstance(one, dict) and "REGEX" in one)

    def match(self, doc: Doc) -> list[Found]:
        """The rules that match, in their order."""
        if self.longer and self.longer(doc, allow_missing=True):
            found: list[Found] = super().match(doc)
            return found
        rows = doc.to_array(["TAG", "DEP", "IS_SPACE", "LOWER"]).tolist()
        return sorted((*rule, at, at + 1) for at, row in enumerate(rows) for rule in self._rules(doc, at, row))

    def _rules(self, doc: Doc, at: int, row: list[int]) -> list[tuple[int, int]]:
        key = (row[0], row[1], row[2], self._named(row[3]))
        rules = self._known.get(key)
        if rules is None:
            token = cast("Doc", doc[at : at + 1])  # a matcher takes spans as well
            rules = self._known[key] = [(rule, name) for rule, name, _, _ in super().match(token)]
        return rules

    def _named(self, lower: int) -> int:
        """A word that some rule names, or 0: all others are alike."""
        named = self._word.get(lower)
        if named is None:
            word = self.vocab.strings[lower]
            told = word in self.words or any(form.search(word) for form in self.forms)
            named = self._word[lower] = lower if told else 0
        return named


def _patterns(ruler: AttributeRuler) -> Iterator[list[Spec]]:
    for row in ruler.patterns:
        yield from cast("list[list[Spec]]", row["patterns"])


def _words(wanted: object) -> list[str]:
    """The words that a pattern lists."""
    return [str(wanted)] if isinstance(wanted, str) else list(wanted.get("IN", ())) if isinstance(wanted, dict) else []


def fits(ruler: AttributeRuler) -> bool:
    """Whether the rules look at nothing but what answers are kept by."""
    specs = [spec for pattern in _patterns(ruler) for spec in pattern]
    words = [spec["LOWER"] for spec in specs if "LOWER" in spec]
    plain = all(isinstance(word, str) or (isinstance(word, dict) and set(word) <= {"IN", "REGEX"}) for word in words)
    return plain and all(set(spec) <= LOOKED_AT for spec in specs)


@Language.factory(FACTORY)
def _made(nlp: Language, name: str) -> KeptRuler:
    return KeptRuler(nlp.vocab, name)


def keep_answers(nlp: Language) -> Language:
    """Put the faster ruler in the place of the pipeline's own, where it can stand for it."""
    own = nlp.get_pipe("attribute_ruler") if "attribute_ruler" in nlp.pipe_names else None
    if isinstance(own, AttributeRuler) and fits(own):
        cast("KeptRuler", nlp.replace_pipe("attribute_ruler", FACTORY)).take(own)
    return nlp
