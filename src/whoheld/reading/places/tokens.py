"""The tokens of a page as plain lists: attributes of spaCy's tokens are slow to ask for one by one."""

from dataclasses import dataclass

from spacy.tokens import Doc

from whoheld.gazetteer.keys import word_key

_DASHES = frozenset("-–‐‑")


@dataclass(slots=True)
class Tokens:
    """What recognition needs of each token.

    Attributes:
        text: as written.
        lower: in lower case.
        key: folded; "" for punctuation.
        cap: it starts like a name.
        proper: the tagger takes it for a proper noun.
        first: it starts a sentence.
        shout: its sentence is in title case or capitals, so that a capital tells nothing.
        joined: no blank follows it.
    """

    text: list[str]
    lower: list[str]
    key: list[str]
    cap: list[bool]
    proper: list[bool]
    first: list[bool]
    shout: list[bool]
    joined: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    def dash(self, at: int) -> bool:
        """Whether a hyphen stands there that joins two words."""
        return 0 < at < len(self.text) - 1 and self.text[at] in _DASHES and self.joined[at] and self.joined[at - 1]


def tokens_of(doc: Doc) -> Tokens:
    """The lists of a parse."""
    pairs = [(token.text, not token.whitespace_) for token in doc]
    text, joined = [word for word, _ in pairs], [glued for _, glued in pairs]
    tags = doc.to_array("POS").tolist() if len(doc) else []
    proper = doc.vocab.strings["PROPN"]
    cap = [word[:1].isupper() or (word[:1] in "‘’'ʻ" and word[1:2].isupper()) for word in text]
    found = Tokens(
        text=text,
        lower=[word.lower() for word in text],
        key=[word_key(word) if any(map(str.isalnum, word)) else "" for word in text],
        cap=cap,
        proper=[tag == proper for tag in tags],
        first=[False] * len(text),
        shout=[False] * len(text),
        joined=joined,
    )
    for sentence in doc.sents:
        _mark(found, sentence.start, sentence.end)
    return found


def _mark(found: Tokens, start: int, end: int) -> None:
    opening = next((i for i in range(start, end) if found.key[i]), start)
    found.first[opening] = True
    content = [i for i in range(start, end) if len(found.text[i]) > 3 and found.text[i].isalpha()]
    capitals = sum(found.cap[i] for i in content)
    if len(content) >= 4 and capitals >= 0.8 * len(content):
        found.shout[start:end] = [True] * (end - start)
