"""Runs of capitalised words that make a name, and the full names and abbreviations that a text introduces."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import words
from whoheld.reading.speech.columns import hashes, places, proper

BRACKET = hashes(["("])
LINKS = {"-", "al", "el", "bin", "ibn", "de", "der", "van", "von", "da", "du", "ag", "ould"}
OF = {"of", "for", "the", "and", "&"}
LONGEST = 14
CAPITALISED = {"PROPN", "ADJ", "NOUN"}


def text_of(tokens: Sequence[Token]) -> str:
    """Tokens as they stand in the text."""
    return "".join(token.text_with_ws for token in tokens).strip()


def name_run(head: Token, floor: int = 0) -> tuple[int, int]:
    """The capitalised words around a head that make one name, not further left than ``floor``."""
    doc = head.doc
    start, end = head.i, head.i + 1
    while start > floor and _goes_on(doc, start - 1, -1):
        start -= 1
    while end < len(doc) and end - start < LONGEST and _goes_on(doc, end, 1):
        end += 1
    while start < head.i and not (doc[start].text[:1].isupper() or doc[start].lower_ in LINKS - {"-"}):
        start += 1
    while end > head.i + 1 and not doc[end - 1].text[:1].isupper():
        end -= 1
    return start, end


def _goes_on(doc: Doc, at: int, step: int) -> bool:
    token = doc[at]
    if token.is_space or (token.is_punct and token.text != "-") or token.ent_type_:
        return False
    if token.text[:1].isupper():
        if _breaks(token, step):
            return False
        return token.pos_ == "PROPN" or (token.pos_ in CAPITALISED and (step < 0 or doc[at - 1].text == "-"))
    if token.lower_ in LINKS:
        return 0 <= at + step < len(doc) and _name_part(doc, at + step, step)
    if token.lower_ not in OF or (step < 0 and token.lower_ not in {"of", "and"}):
        return False
    beyond = at + step
    while 0 <= beyond < len(doc) and doc[beyond].lower_ in OF and abs(beyond - at) < 2:
        beyond += step
    joined = 0 <= beyond < len(doc) and doc[beyond].text[:1].isupper() and doc[beyond].pos_ in CAPITALISED
    return joined and (token.lower_ not in {"and", "&"} or _inner(doc, at))


def _inner(doc: Doc, at: int) -> bool:
    """An "and" within a name, not between two: "Justice and Equality Movement"."""
    before = doc[at - 1]
    return before.dep_ in {"nmod", "compound", "pobj"} or doc[at].head.dep_ in {"nmod", "compound"}


def _name_part(doc: Doc, at: int, step: int) -> bool:
    return doc[at].text[:1].isupper() or (doc[at].lower_ in LINKS and _goes_on(doc, at, step))


def _breaks(token: Token, step: int) -> bool:
    """Days, months and the article of a sentence's first word do not belong to a name."""
    if token.pos_ == "DET" or (step < 0 and token.tag_ in {"DT", "PRP$"}):
        return True
    return token.lower_.rstrip(".") in words("speakers", "calendar")


NAMES_TOO = {"sheikh", "sheik", "sultan", "emir", "king", "prince", "justice", "marshal"}


def is_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of a run is a title; within a name some titles are names: "Hassan Sheikh Mohamud"."""
    word, titles = tokens[at].lower_, words("speakers", "titles")
    if word not in titles:
        return False
    before = tokens[at - 1] if at else None
    inner = before is not None and before.pos_ == "PROPN" and before.lower_ not in titles | {"crown"}
    return not (word in NAMES_TOO and inner and tokens[at].text[:1].isupper())


def proper_runs(doc: Doc) -> Iterator[list[Token]]:
    """Runs of proper nouns of a text, in order."""
    run: list[Token] = []
    for at in proper(doc):
        gap = at - run[-1].i if run else 0
        if run and not (gap == 1 or (gap == 2 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_)):
            yield run
            run = []
        if run and gap == 2:
            run.append(doc[at - 1])
        run.append(doc[at])
    if run:
        yield run


def people(doc: Doc) -> dict[str, str]:
    """Last word of a person's name, in small letters, to the whole name as it first stands."""
    found: dict[str, str] = {}
    first: dict[str, str] = {}
    organs, calendar = (words("speakers", key) for key in ("organs", "calendar"))
    for run in proper_runs(doc):
        cut = max((n for n in range(len(run) - 1) if is_title(run, n)), default=-1)
        name = run[cut + 1 :]
        lowered = {token.lower_ for token in name}
        if 2 <= len(name) <= 7 and not lowered & (organs | calendar) and not any(_acronym(t.text) for t in name):
            found.setdefault(name[-1].lower_, text_of(name))
            first.setdefault(name[0].lower_, text_of(name))
    return first | found


def abbreviations(doc: Doc) -> dict[str, str]:
    """Abbreviations that the text explains in brackets: "Arakan Army (AA)"."""
    found: dict[str, str] = {}
    for opening in places(doc, "ORTH", BRACKET):
        at = opening + 1
        if opening < 2 or at + 1 >= len(doc) or not _acronym(doc[at].text):
            continue
        token = doc[at]
        if doc[at + 1].text == ")" and doc[at - 2].text[:1].isupper():
            start, end = name_run(doc[at - 2])
            long = text_of(list(doc[start:end]))
            if long and long[0] == token.text[0] and " " in long:
                found.setdefault(token.text, long)
    return found


def _acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper() and text.isalpha()
