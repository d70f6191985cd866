"""Speakers set before a colon at the head of a line: "ISWAP: we burned the base", "Monitor: 12 killed"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from whoheld.codebooks.actors import actors_by_name
from whoheld.codebooks.sources import sources_by_name
from whoheld.codebooks.speech import words
from whoheld.codebooks.tables import fold_name
from whoheld.errors import CodebookError
from whoheld.reading.speech.acts import Raw
from whoheld.reading.speech.columns import lines
from whoheld.reading.speech.contents import shorn
from whoheld.reading.speech.statements import listed_under

LONGEST_LABEL = 14
MARKS = {"-", "•", "*", "–", "—", "·"}


def find_labels(doc: Doc) -> Iterator[Raw]:
    """Labels of a text's lines that name somebody who speaks."""
    start = 0
    for end in lines(doc):
        act = _of_line(doc, start, end)
        if act is not None:
            yield act
        start = end + 1


def _of_line(doc: Doc, start: int, end: int) -> Raw | None:
    while start < end and (doc[start].text in MARKS or doc[start].is_space or doc[start].like_num):
        start += 1
    colon = next((at for at in range(start, min(end, start + LONGEST_LABEL)) if doc[at].text == ":"), None)
    if colon is None or colon == start or end - 2 <= colon < end - 1:
        return None
    close = next((at for at in range(start, colon) if doc[at].text in {",", "("}), colon)
    if close == start or any(doc[at].pos_ in {"VERB", "AUX"} for at in range(start, close)):
        return None
    head = doc[close - 1]
    if not _speaks(doc, start, close, head):
        return None
    under = listed_under(doc, end + 1) if colon == end - 1 and end + 1 < len(doc) else None
    if under is None and colon == end - 1:
        return None
    content = under or shorn(doc, colon + 1, min(doc[colon + 1].sent.end, end))
    return Raw((colon, colon + 1), head.i, (start, close), (content,), "says", "label", ":")


def _speaks(doc: Doc, start: int, close: int, head: Token) -> bool:
    """A known party or source, a titled person, or a noun for one who speaks."""
    lemma = head.lemma_.lower()
    if head.pos_ == "NOUN":
        return lemma in words("speakers", "persons") or lemma in {
            "monitor",
            "army",
            "ministry",
            "police",
            "ngo",
        }
    if head.pos_ != "PROPN":
        return False
    name = fold_name(doc[start:close].text.removeprefix("The ").removeprefix("the "))
    titled = any(doc[at].lower_ in words("speakers", "titles") for at in range(start, close - 1))
    apposed = doc[close].text == "," and any(
        doc[at].lemma_ in words("speakers", "persons") for at in range(close, min(close + 5, len(doc)))
    )
    return titled or apposed or _known(name) or _known(fold_name(head.text))


def _known(name: str) -> bool:
    try:
        return name in sources_by_name() or name in actors_by_name()
    except CodebookError:
        return False
