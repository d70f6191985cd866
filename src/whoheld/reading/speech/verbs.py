"""Acts that a verb tells: active, passive, put in as an aside, or before a quotation."""

from spacy.tokens import Token

from whoheld.codebooks.speech import SpeechVerb, words
from whoheld.reading.speech.acts import Raw, Span
from whoheld.reading.speech.contents import Contents, after_phrase, aside, governed
from whoheld.reading.speech.parts import (
    DASHES,
    bare_phrase,
    letters,
    noun_after,
    noun_phrase,
    subject_before,
    subject_of,
    verb_group,
)

TOLD = {"tell", "quote", "ask", "inform"}  # in the passive their subject is not what is said
TO_COLON = 12
LONGEST_LAST = 8  # tokens of a speaker who ends the sentence


def of_verb(verb: Token, entry: SpeechVerb) -> Raw | None:
    """The act of a verb of speech or thought, None where it reports nothing here."""
    if verb.lower_ in words("phrases", "participles"):
        return _of_citing(verb)
    if verb.dep_ == "amod":
        return None
    participle = verb.tag_ == "VBN" and verb.dep_ == "acl"  # "an attack blamed on them"
    if participle or any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return _of_passive(verb, entry)
    cue = verb_group(verb)
    subject = _subject(verb, entry, cue)
    if subject is None or subject.i == verb.i:
        return None
    source = noun_phrase(subject, cue[0] if subject.i < verb.i else verb.i)
    after = max(cue[1], source[1]) if subject.i > verb.i else cue[1]
    contents = None if _between_commas(verb, source, cue) else governed(verb, entry, after)
    if contents is None and (entry.say or verb.lemma_ in words("asides", "verbs")):
        source = _unrun(verb, subject, source, cue)
        if _as_aside(verb, entry, source, cue):
            contents = aside(verb.doc, verb, source, cue)
    if contents is None and not _open_ended(verb, entry):
        return None
    spans, rule = (contents.spans, contents.rule) if contents else ((), "open")
    vouched = entry.factive or (entry.stance == "plans" and not entry.say)
    return Raw(cue, subject.i, source, spans, entry.stance, rule, verb.lemma_, vouched)


def _between_commas(verb: Token, source: Span, cue: Span) -> bool:
    """Whether "..., two elders said, ..." stands aside of what comes before, whatever the parse makes of it."""
    doc = verb.doc
    if verb.lemma_ not in words("strong", "verbs") or source[1] != cue[0] or source[0] <= verb.sent.start + 3:
        return False
    if cue[1] >= len(doc) or doc[cue[1]].text != "," or doc[source[0] - 1].text != ",":
        return False
    return any(doc[at].tag_ in {"VBD", "VBZ", "VBP"} for at in range(verb.sent.start, source[0]))


def _subject(verb: Token, entry: SpeechVerb, cue: Span) -> Token | None:
    subject = (None if entry.object else _inverted(verb, cue)) or subject_of(verb)
    if subject is None and verb.tag_ == "VBG" and cue[0] > verb.sent.start and letters(verb.doc[cue[0] - 1]):
        return verb.doc[cue[0] - 1]  # "with the SOHR reporting that"
    if not (entry.say or entry.quote) or verb.tag_ in {"VBG", "VB"}:
        return subject
    near = subject is not None and subject.sent.start <= subject.i and abs(subject.i - verb.i) < 40
    own = near and subject is not None and subject.head.i == verb.i
    if own or verb.lemma_ not in words("strong", "verbs") | {"read", "believe", "think"}:
        return subject
    before = subject_before(verb, cue[0]) if verb.dep_ != "conj" or subject is None else None
    if before is not None:
        return before
    if subject is None and cue[0] > verb.sent.start and verb.doc[cue[0] - 1].is_punct:
        return noun_after(verb.doc, cue[1], verb.sent.end)
    return subject


def _inverted(verb: Token, cue: Span) -> Token | None:
    """The noun behind "says" in "81 dead, says the memorial": between punctuation on both sides."""
    doc, before, end = verb.doc, cue[0] - 1, verb.sent.end
    if verb.lemma_ not in words("strong", "verbs") or before <= verb.sent.start:
        return None
    if not (doc[before].text == "," or doc[before].is_quote):
        return _last_words(verb, cue)
    for child in verb.children:
        if child.i > verb.i and child.dep_ in {"dobj", "attr", "nsubj", "npadvmod"} and child.left_edge.i == cue[1]:
            close = child.right_edge.i + 1
            return child if close >= end or doc[close].is_punct else None
    return None


def _last_words(verb: Token, cue: Span) -> Token | None:
    """The speaker in "shells struck the embassy said the Syrian Observatory.", where the comma before it was lost."""
    doc, end = verb.doc, verb.sent.end
    while end > cue[1] and (doc[end - 1].is_space or doc[end - 1].text == "."):
        end -= 1
    rest = doc[cue[1] : end]
    if verb.lower_ != "said" or not 1 < len(rest) <= LONGEST_LAST or doc[cue[0] - 1].pos_ == "PRON":
        return None
    if rest[0].pos_ not in {"DET", "PROPN"} or any(t.pos_ in {"VERB", "AUX", "PRON"} or t.is_punct for t in rest):
        return None
    finite = any(doc[at].tag_ in {"VBD", "VBZ", "VBP"} for at in range(verb.sent.start, cue[0]))
    return noun_after(doc, cue[1], end) if finite else None


def _unrun(verb: Token, subject: Token, source: Span, cue: Span) -> Span:
    """The source without the words of the clause before it that run into it where commas were lost."""
    doc = verb.doc
    if subject.i > verb.i or source[1] != cue[0] or source[0] == verb.sent.start:
        return (
            source
            if source[0] != verb.sent.start or subject.i > verb.i or source[1] - source[0] < 5
            else (_shorter(subject, source))
        )
    return source if doc[source[0] - 1].is_punct else _shorter(subject, source)


def _shorter(subject: Token, source: Span) -> Span:
    bare = bare_phrase(subject)
    return (bare[0], source[1]) if bare[0] > source[0] else source


def _as_aside(verb: Token, entry: SpeechVerb, source: Span, cue: Span) -> bool:
    """A verb of saying with nothing behind it stands aside of what comes before it."""
    doc, first = verb.doc, min(source[0], cue[0])
    if first <= verb.sent.start:
        return False
    before = doc[first - 1]
    if before.is_punct:
        return before.text in {",", *DASHES} or before.is_quote
    if not entry.say:
        return False
    if any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children):
        return True
    beside = source[1] == cue[0] or cue[1] == source[0]
    return verb.lemma_ in words("strong", "verbs") and beside and verb.dep_ != "conj" and before.lower_ != "as"


def _open_ended(verb: Token, entry: SpeechVerb) -> bool:
    """What is said may follow: behind a colon, or in a quotation nearby."""
    if not (entry.say or entry.quote):
        return False
    doc, end = verb.doc, min(verb.i + TO_COLON, verb.sent.end)
    if entry.quote or verb.lemma_ in words("strong", "verbs"):
        return True
    return any(doc[at].text == ":" for at in range(verb.i + 1, end))


def _of_passive(verb: Token, entry: SpeechVerb) -> Raw | None:
    """Passives: "it was reported by X that", "the raid was confirmed by X"."""
    if not (entry.say or entry.object):
        return None
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    source = next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None
    cue = verb_group(verb)
    contents = governed(verb, entry, cue[1])
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    spans = list(contents.spans) if contents else []
    if subject is not None and verb.lemma_ not in TOLD and subject.lower_ not in {"it", "who", "that", "which"}:
        spans.insert(0, (subject.left_edge.i, subject.right_edge.i + 1))
    if not spans or (contents is None and source is None):
        return None
    span = noun_phrase(source, verb.i) if source is not None else None
    head = source.i if source is not None else -1
    return Raw(cue, head, span, tuple(spans), entry.stance, "passive", verb.lemma_, entry.factive)


def _of_citing(verb: Token) -> Raw | None:
    """In "..., citing officials" the cited say what the clause says."""
    cited = next((child for child in verb.children if child.dep_ in {"dobj", "npadvmod"}), None)
    cited = cited if cited is not None else noun_after(verb.doc, verb.i + 1, verb.sent.end)
    if cited is None:
        return None
    source = noun_phrase(cited, verb.i)
    contents: Contents | None = after_phrase(verb.doc, verb.head, (verb.i, source[1]))
    if contents is None:
        return None
    return Raw((verb.i, verb.i + 1), cited.i, source, contents.spans, "says", "citing", verb.lemma_)
