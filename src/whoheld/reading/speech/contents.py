"""What is said: the clause, object or phrase that a word of speech governs, or that it stands aside of."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import SpeechVerb, words
from whoheld.reading.speech.acts import Span

CLAUSES = {"ccomp", "parataxis"}
ADDRESSED = frozenset({
    "tell", "inform", "remind", "assure", "reassure", "brief", "notify", "advise", "instruct", "ask", "warn",
})  # fmt: skip
TELLING_GERUND = {
    "deny",
    "admit",
    "recall",
    "suggest",
    "describe",
    "report",
    "mention",
    "consider",
    "propose",
}
ENDS = {";", ":"}
EDGES = {",", ".", ";", ":", "-", "–", "—"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
NOT_SAID = {"what", "as", "which", "that", "who", "how", "why", "and", "but"}
BETWEEN = {"prep", "npadvmod", "advmod", "tmod", "prt", "punct", "dative"}
TO_TOLL = {"at", "between", "to"}
TO_THAT = 9  # tokens between a verb and the "that" of its clause


@dataclass(frozen=True, slots=True)
class Contents:
    """Spans of what is said, and the rule that found them."""

    spans: tuple[Span, ...]
    rule: str


def governed(verb: Token, entry: SpeechVerb, after: int) -> Contents | None:
    """What follows a verb as its clause, object or phrase."""
    kids = [child for child in verb.children if child.i >= after]
    found = [child for child in kids if entry.clause and _clausal(verb, child)]
    rule = "clause"
    if verb.lemma_ in words("strong", "verbs"):
        placed = _placed(verb, after, bool(found))
        if placed is not None:
            end = max((child.right_edge.i + 1 for child in found), default=placed[1])
            end = _past_colon(verb, end)
            return Contents((shorn(verb.doc, placed[0], max(end, placed[0] + 1)),), "clause")
    if not found and (entry.object or entry.mind) and verb.lemma_ not in ADDRESSED:
        found = [child for child in kids if child.dep_ in {"dobj", "oprd", "attr"}]
        rule = "object"
    if entry.of:
        phrases = [child for child in kids if child.dep_ in {"prep", "agent"} and child.lower_ in entry.of]
        if not phrases and verb.lemma_ == "put":
            phrases = _toll(verb, after)
        if phrases or "" in entry.of:
            found, rule = found + phrases + [child for child in kids if child.dep_ == "dobj"], "phrase"
    if not found:
        return None
    start = max(after, min(child.left_edge.i for child in found))
    end = max(child.right_edge.i for child in found) + 1
    if rule != "clause" and any(token.like_num for token in verb.doc[start:end]):
        end = _past_number(verb, end)
    return Contents((shorn(verb.doc, start, _past_colon(verb, end)),), rule)


def _past_number(verb: Token, end: int) -> int:
    """Words that the parse hangs elsewhere behind a number told: "counted 40 | dead in the market"."""
    doc, last = verb.doc, verb.sent.end
    while end < last and not (doc[end].is_punct or doc[end].tag_ in FINITE or doc[end].pos_ in {"CCONJ", "SCONJ"}):
        end += 1
        if end + 1 < last and doc[end].lower_ == "and" and doc[end + 1].like_num:  # "12 dead and 57 wounded"
            end += 2
    return end


def _past_colon(verb: Token, end: int) -> int:
    """What a colon adds to something said is said, too, up to the next semicolon."""
    doc, last = verb.doc, verb.sent.end
    if end < last and (doc[end].text == ":" or doc[end - 1].text == ":"):
        return clause_end(doc, end + 1, last)
    return end


def _toll(verb: Token, after: int) -> list[Token]:
    """The "at" of "put the toll at 30", wherever the parse hangs it."""
    doc, end = verb.doc, min(verb.sent.end, after + 16)
    return [doc[at] for at in range(after, end - 1) if doc[at].lower_ in TO_TOLL and doc[at + 1].like_num][:1]


def _clausal(verb: Token, child: Token) -> bool:
    if child.dep_ in CLAUSES:
        return True
    return child.dep_ == "xcomp" and (child.tag_ != "VBG" or verb.lemma_ in TELLING_GERUND)


def _placed(verb: Token, after: int, clause: bool) -> Span | None:
    """The clause behind a verb of saying by position: from "that", or from a noun taken for its object."""
    doc, end = verb.doc, verb.sent.end
    for at in range(after, min(end, after + TO_THAT)):
        token = doc[at]
        if token.lower_ == "that" and token.tag_ in {"IN", "WDT", "DT"} and at + 2 < end:
            return (at, end) if not clause or at == after else None
        if token.is_punct or token.pos_ in {"VERB", "AUX"}:
            break
    if after < end and verb.lemma_ != "tell":
        first = next((child for child in verb.children if child.i >= after), None)
        taken = first is not None and first.dep_ == "dobj" and (clause or verb.lemma_ == "say")
        if first is not None and taken and _has_verb(doc, first.i + 1, end):
            return max(after, first.left_edge.i), end
    return None


def _has_verb(doc: Doc, start: int, end: int) -> bool:
    return any(doc[at].tag_ in FINITE for at in range(start, end))


def aside(doc: Doc, verb: Token, source: Span | None, cue: Span) -> Contents | None:
    """What stands before (and after) a verb that is put in as an aside or at the end of a sentence."""
    first = min(source[0] if source else cue[0], cue[0])
    last = max(source[1] if source else cue[1], cue[1])
    return around(doc, (verb.sent.start, verb.sent.end), (first, last), verb.sent.root.i)


def around(doc: Doc, sentence: Span, put_in: Span, root: int) -> Contents | None:
    """The sentence but for the words put in; only what stands before them where the main verb does."""
    start = clause_start(doc, sentence[0], put_in[0])
    if put_in[1] < sentence[1] and doc[put_in[1]].text == ",":
        start = _last_half(doc, start, put_in[0])
    before = shorn(doc, start, put_in[0])
    if before[1] <= before[0] or doc[before[1] - 1].lower_ in NOT_SAID:
        return None
    if put_in[1] < sentence[1] and doc[put_in[1]].text == "," and (root > put_in[1] or _no_verb(doc, before)):
        end = clause_end(doc, put_in[1] + 1, sentence[1])
        return Contents((before, shorn(doc, put_in[1] + 1, end)), "aside")
    return Contents((before,), "sentence end") if before[1] - before[0] >= 3 else None


def _last_half(doc: Doc, start: int, end: int) -> int:
    """After the last "and" or "but" of a stretch, where no verb stands between it and the end."""
    for at in range(end - 1, start, -1):
        if doc[at].tag_ in FINITE:
            return start
        if doc[at].pos_ == "CCONJ" and doc[at].dep_ == "cc" and not _no_verb(doc, (start, at)):
            return at + 1
    return start


def _no_verb(doc: Doc, span: Span) -> bool:
    return not any(doc[at].tag_ in FINITE for at in range(*span))


def clause_start(doc: Doc, start: int, end: int) -> int:
    """After the last semicolon or colon of a stretch."""
    return next((at + 1 for at in range(end - 2, start, -1) if doc[at].text in ENDS), start)


def clause_end(doc: Doc, start: int, end: int) -> int:
    """Before the next semicolon of a stretch."""
    return next((at for at in range(start, end) if doc[at].text == ";"), end)


def shorn(doc: Doc, start: int, end: int) -> Span:
    """A span without spaces and commas at its ends."""
    while start < end - 1 and (doc[start].is_space or doc[start].text in EDGES - {"."}):
        start += 1
    while end > start + 1 and (doc[end - 1].is_space or doc[end - 1].text in EDGES):
        end -= 1
    return start, end


def after_phrase(doc: Doc, anchor: Token, phrase: Span) -> Contents | None:
    """What "according to" and its kin stand with: the rest of the clause, before or after."""
    sent = anchor.sent
    clause = _clause_of(anchor)
    whole = clause.dep_ in {"ROOT", "conj", "ccomp", "advcl"} or clause.left_edge.i >= phrase[0]
    left = clause_start(doc, sent.start, phrase[0]) if whole else max(sent.start, clause.left_edge.i)
    right = clause_end(doc, phrase[1], sent.end)
    if phrase[1] < sent.end and doc[phrase[1]].text == ",":
        left = _last_half(doc, left, phrase[0])
    comma = phrase[1] < sent.end and doc[phrase[1]].text == ","
    spans = []
    if phrase[0] - left >= 3 and not _opens(doc, left, phrase[0]):
        spans.append(shorn(doc, left, phrase[0]))
    if right - phrase[1] >= 3 and (not spans or (comma and clause.i >= phrase[1])):
        spans.append(shorn(doc, phrase[1], right))
    return Contents(tuple(spans), "phrase") if spans else None


def _opens(doc: Doc, start: int, end: int) -> bool:
    """The words before a phrase make no clause: "On Saturday, according to"."""
    return _no_verb(doc, (start, end)) and doc[end - 1].text == ","


def _clause_of(token: Token) -> Token:
    """The verb of the clause in which a token stands."""
    for _ in range(20):
        if token.dep_ == "ROOT" or (token.pos_ in {"VERB", "AUX"} and token.dep_ != "conj"):
            return token
        token = token.head
    return token
