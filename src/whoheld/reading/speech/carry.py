"""Speech that goes on: quotations over several sentences, and what follows "said:"."""

from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc, Token

from whoheld.reading.speech.acts import Raw, Span
from whoheld.reading.speech.quotes import find_quotes

TELLING = {"clause", "aside", "sentence end"}
NEAR_BEFORE = 14  # tokens between a cue and the quotation that it opens
NEAR_AFTER = 10  # tokens between a quotation and the cue that closes it


def carried(doc: Doc, acts: list[Raw]) -> list[Raw]:
    """The acts with quotations given to them; some say nothing, and only tell who is spoken of."""
    quotes = find_quotes(doc)
    acts = [_after_colon(doc, act) if act.rule == "open" else act for act in acts]
    for quote in quotes:
        _give(doc, acts, quote)
    acts.extend(_backshifted(doc, acts))
    return sorted(acts, key=lambda act: act.cue)


def _backshifted(doc: Doc, acts: list[Raw]) -> list[Raw]:
    """Sentences told on by whoever spoke in the one before: "Two died, he said. Six had been shot there"."""
    found = []
    telling = [act for act in acts if act.contents and act.source and act.rule in TELLING]
    for act in telling:
        end = max(act.cue[1], *(span[1] for span in act.contents))
        sentence = doc[min(end, len(doc) - 1)].sent if end < len(doc) and not doc[end - 1].is_space else None
        if sentence is None:
            continue
        if sentence.start < end:  # the full stop
            if sentence.end >= len(doc) or doc[sentence.end - 1].is_space:
                continue
            sentence = doc[sentence.end].sent
        if doc[act.cue[1] - 1].tag_ != "VBD" or not _in_past_perfect(sentence.root):
            continue
        if not any(_touches(other, sentence.start, sentence.end) for other in acts):
            found.append(replace(act, contents=((sentence.start, sentence.end),), rule="told on"))
    return found


def _in_past_perfect(verb: Token) -> bool:
    """Told in the past perfect, from the first word on: with a date in front it is the author who goes on."""
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if verb.tag_ != "VBN" or subject is None or subject.left_edge.i != verb.sent.start:
        return False
    children = {child.lower_ for child in verb.children}
    return "had" in children and not children & {"reportedly", "already"}


def _touches(act: Raw, start: int, end: int) -> bool:
    return any(_overlap(span, (start, end)) for span in (act.cue, *act.contents))


def _give(doc: Doc, acts: list[Raw], quote: Span) -> None:
    """Finds the act that a quotation belongs to: around it, beside it, or before it in the paragraph."""
    for at, act in enumerate(acts):
        if _inside(act.cue, quote):
            continue
        if act.rule not in {"noun", "citing"} and any(_overlap(span, quote) for span in act.contents):
            acts[at] = replace(act, contents=tuple(_united(span, quote) for span in act.contents))
            return
    near = _beside(doc, acts, quote)
    if near is not None:
        acts[near] = replace(acts[near], contents=(*acts[near].contents, quote), rule="quotation")
        return
    before = _speaker_before(doc, acts, quote)
    if before is not None:
        acts.append(replace(before, contents=(quote,), rule="quotation goes on"))
        acts.sort(key=lambda act: act.cue)


def _inside(span: Span, quote: Span) -> bool:
    return quote[0] <= span[0] and span[1] <= quote[1]


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _united(span: Span, quote: Span) -> Span:
    return (min(span[0], quote[0]), max(span[1], quote[1])) if _overlap(span, quote) else span


def _beside(doc: Doc, acts: list[Raw], quote: Span) -> int | None:
    """The nearest act whose cue stands just before or after a quotation, in a sentence that touches it."""
    best: int | None = None
    distance = 99
    for at, act in enumerate(acts):
        if _inside(act.cue, quote) or act.rule in {"noun", "object"}:
            continue
        if act.cue[1] <= quote[0]:
            gap = quote[0] - act.cue[1]
            near = gap <= NEAR_BEFORE and not _stops(doc, act.cue[1], quote[0])
        else:
            gap = act.cue[0] - quote[1]
            near = gap <= NEAR_AFTER and not _stops(doc, quote[1], act.cue[0])
        if near and gap < distance:
            best, distance = at, gap
    return best


def _stops(doc: Doc, start: int, end: int) -> bool:
    return any(doc[at].text in {".", "!", "?"} or doc[at].is_space for at in range(start, end))


def _speaker_before(doc: Doc, acts: list[Raw], quote: Span) -> Raw | None:
    """The last speaker of the same paragraph, where a quotation has no cue of its own."""
    at = bisect_right([act.cue[0] for act in acts], quote[0]) - 1
    while at >= 0:
        act = acts[at]
        if any(doc[n].is_space and "\n" in doc[n].text for n in range(act.cue[1], quote[0])):
            return None
        if act.source and act.rule not in {"noun", "object", "passive"}:
            return act
        at -= 1
    return None


def _after_colon(doc: Doc, act: Raw) -> Raw:
    """What "X said:" opens stands behind the colon, in this paragraph or as the next one."""
    end = min(act.cue[1] + 14, len(doc))
    for at in range(act.cue[1], end):
        token = doc[at]
        if token.text == ":":
            span = _paragraph_after(doc, at + 1)
            return replace(act, contents=(span,), rule="colon") if span else act
        if token.text == "." or token.is_space:
            break
    return act


def _paragraph_after(doc: Doc, start: int) -> Span | None:
    while start < len(doc) and doc[start].is_space:
        start += 1
    end = start
    while end < len(doc) and not (doc[end].is_space and "\n" in doc[end].text):
        end += 1
    return (start, end) if end > start else None
