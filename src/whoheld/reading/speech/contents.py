"""What is said: the clause, the object or the quotation that a word of speech governs, or the clause it stands aside of."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import SpeechVerb

CLAUSES = {"ccomp", "parataxis"}
ADDRESSED = {
    "tell",
    "inform",
    "remind",
    "assure",
    "reassure",
    "brief",
    "notify",
    "advise",
    "instruct",
    "ask",
    "warn",
}
ENDS = {";", ":"}
NOT_SAID = {"what", "as", "which", "that", "who", "how", "why"}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Contents:
    """Spans of what is said, and the rule that found them."""

    spans: tuple[Span, ...]
    rule: str


def governed(verb: Token, entry: SpeechVerb, after: int) -> Contents | None:
    """What follows a verb as its clause, object or phrase."""
    kids = [child for child in verb.children if child.i >= after]
    found = [child for child in kids if child.dep_ in CLAUSES and (entry.say or entry.mind or entry.object)]
    found += [child for child in kids if child.dep_ == "xcomp"]
    rule = "clause"
    if not found and (entry.object or entry.mind) and verb.lemma_ not in ADDRESSED:
        found = [child for child in kids if child.dep_ in {"dobj", "oprd", "attr"}]
        rule = "object"
    if entry.of:
        phrases = [child for child in kids if child.dep_ in {"prep", "agent"} and child.lower_ in entry.of]
        if phrases or "" in entry.of:
            objects = [child for child in kids if child.dep_ == "dobj"]
            found, rule = found + phrases + objects, "phrase"
    if not found:
        return None
    start = max(after, min(child.left_edge.i for child in found))
    end = max(child.right_edge.i for child in found) + 1
    return Contents((_shorn(verb.doc, start, end),), rule)


def aside(doc: Doc, verb: Token, source: Span | None, cue: Span) -> Contents | None:
    """What stands before (and after) a verb that is put in as an aside or at the end of a sentence."""
    sent = verb.sent
    first = min(source[0] if source else cue[0], cue[0])
    last = max(source[1] if source else cue[1], cue[1])
    start = _clause_start(doc, sent.start, first)
    before = _shorn(doc, start, first)
    if before[1] - before[0] < 3 or doc[before[1] - 1].lower_ in NOT_SAID:
        return None
    if last < sent.end and doc[last].text == "," and sent.root.i > last:
        return Contents((before, _shorn(doc, last + 1, sent.end)), "aside")
    return Contents((before,), "sentence end")


def _clause_start(doc: Doc, start: int, end: int) -> int:
    """After the last semicolon or colon, and after spaces."""
    for at in range(end - 2, start, -1):
        if doc[at].text in ENDS:
            return at + 1
    return start


def _shorn(doc: Doc, start: int, end: int) -> Span:
    """A span without spaces and commas at its ends, and without a full stop at the end."""
    while start < end - 1 and (doc[start].is_space or doc[start].text in {",", ":", "-", "–", "—"}):
        start += 1
    while end > start + 1 and (
        doc[end - 1].is_space or doc[end - 1].text in {",", ".", ";", ":", "-", "–", "—"}
    ):
        end -= 1
    return start, end


def after_phrase(doc: Doc, anchor: Token, phrase: Span) -> Contents | None:
    """What "according to" and its kin stand with: the rest of the clause, before or after."""
    sent = anchor.sent
    clause = _clause_of(anchor)
    left = max(sent.start, clause.left_edge.i)
    if clause.dep_ in {"ROOT", "conj"}:
        left = _clause_start(doc, sent.start, phrase[0])
    right = max(clause.right_edge.i + 1, sent.end if clause.dep_ == "ROOT" else 0)
    spans = []
    if phrase[0] - left >= 3:
        spans.append(_shorn(doc, left, phrase[0]))
    if right - phrase[1] >= 3 and (not spans or clause.i >= phrase[1]):
        spans.append(_shorn(doc, phrase[1], right))
    return Contents(tuple(spans), "phrase") if spans else None


def _clause_of(token: Token) -> Token:
    """The verb of the clause in which a token stands."""
    for _ in range(20):
        if token.dep_ == "ROOT" or (token.pos_ in {"VERB", "AUX"} and token.dep_ != "conj"):
            return token
        token = token.head
    return token
