"""Acts of speech before names and quotations are told: cue, source, contents."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import SpeechVerb, phrases, speech_verbs, words
from whoheld.reading.speech.contents import Contents, after_phrase, aside, governed
from whoheld.reading.speech.parts import noun_phrase, subject_of, verb_group

Span = tuple[int, int]
STRONG = {  # these alone are put in as asides without a comma
    "say", "add", "tell", "report", "announce", "note", "write", "state", "claim", "explain", "tweet", "continue",
    "confirm", "warn", "reply", "declare", "insist", "admit", "acknowledge", "recall", "comment", "argue", "stress",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Raw:
    """A cue with what it governs; ``head`` is the token index of the source's noun, -1 where there is no source."""

    cue: Span
    head: int
    source: Span | None
    contents: tuple[Span, ...]
    stance: str
    rule: str
    lemma: str


def find_raw(doc: Doc) -> list[Raw]:
    """All acts of a parse, in order of their cues."""
    verbs, found = speech_verbs(), []
    nouns = words("nouns", "clause")
    starts = {phrase[0] for phrase in phrases()}
    for token in doc:
        act = None
        pos = token.pos_
        if pos == "VERB" and token.lemma_ in verbs and token.lower_ != "according":
            act = _of_verb(token, verbs[token.lemma_])
        elif pos == "NOUN" and token.lemma_ in nouns:
            act = _of_noun(token)
        if act is None and token.lower_ in starts:
            act = _of_phrase(token)
        if act is not None:
            found.append(act)
    return found


def _of_verb(verb: Token, entry: SpeechVerb) -> Raw | None:
    if verb.dep_ == "amod" or (verb.lower_ in {"citing", "quoting"}):
        return _of_citing(verb)
    deps = {child.dep_ for child in verb.children}
    if "auxpass" in deps or "nsubjpass" in deps:
        return _of_passive(verb, entry)
    subject = subject_of(verb)
    cue = verb_group(verb)
    if subject is None or subject.i == verb.i:
        return None
    source = noun_phrase(subject, cue[0] if subject.i < verb.i else verb.i)
    after = max(cue[1], source[1]) if subject.i > verb.i else cue[1]
    contents = governed(verb, entry, after)
    if entry.say and _as_aside(verb, source, cue, contents):
        contents = aside(verb.doc, verb, source, cue) or contents
    if contents is None and not (entry.say and _open_ended(verb)):
        return None
    spans = contents.spans if contents else ()
    rule = contents.rule if contents else "open"
    return Raw(cue, subject.i, source, spans, entry.stance, rule, verb.lemma_)


def _as_aside(verb: Token, source: Span, cue: Span, contents: Contents | None) -> bool:
    """A verb of saying with nothing behind it stands aside of what comes before it."""
    if contents is not None:
        return False
    doc, first = verb.doc, min(source[0], cue[0])
    before = doc[first - 1] if first > verb.sent.start else None
    if before is None:
        return False
    if before.is_punct:
        return before.text in {",", "-", "–", "—"} or before.is_quote
    if any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children):
        return True
    return verb.lemma_ in STRONG and source[1] == cue[0] and verb.dep_ != "conj" and before.lower_ != "as"


def _open_ended(verb: Token) -> bool:
    """The verb stands before a colon, or ends its sentence: what is said may follow."""
    end = min(verb.i + 12, verb.sent.end)
    return any(verb.doc[at].text == ":" for at in range(verb.i + 1, end)) or verb.lemma_ in STRONG


def _of_passive(verb: Token, entry: SpeechVerb) -> Raw | None:
    """ "It was reported by X that", "the raid was confirmed by X", "he was quoted as saying"."""
    if not (entry.say or entry.object):
        return None
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    source = next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None
    cue = verb_group(verb)
    contents = governed(verb, entry, cue[1])
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    spans = list(contents.spans) if contents else []
    if subject is not None and verb.lemma_ not in {"tell", "quote", "ask", "inform"}:
        spans.insert(0, (subject.left_edge.i, subject.right_edge.i + 1))
    if not spans or (contents is None and source is None):
        return None
    span = noun_phrase(source, verb.i) if source is not None else None
    return Raw(
        cue, source.i if source is not None else -1, span, tuple(spans), entry.stance, "passive", verb.lemma_
    )


def _of_citing(verb: Token) -> Raw | None:
    """ "..., citing officials": the cited one says what the clause says."""
    cited = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if verb.lower_ not in words("phrases", "participles") or cited is None:
        return None
    source = noun_phrase(cited, verb.i)
    contents = after_phrase(verb.doc, verb.head, (verb.i, source[1]))
    if contents is None:
        return None
    return Raw((verb.i, verb.i + 1), cited.i, source, contents.spans, "says", "citing", verb.lemma_)


def _of_phrase(token: Token) -> Raw | None:
    doc = token.doc
    for phrase in phrases():
        end = token.i + len(phrase)
        if end < len(doc) and all(doc[token.i + n].lower_ == word for n, word in enumerate(phrase)):
            last = doc[end - 1]
            source = next((child for child in last.children if child.dep_ in {"pobj", "pcomp"}), None)
            source = source if source is not None else _next_noun(doc, end, token.sent.end)
            if source is None:
                return None
            span = noun_phrase(source, end - 1)
            contents = after_phrase(doc, token.head, (token.i, span[1]))
            if contents is None:
                return None
            return Raw((token.i, end), source.i, span, contents.spans, "says", "phrase", " ".join(phrase))
    return None


def _next_noun(doc: Doc, start: int, end: int) -> Token | None:
    return next((token for token in doc[start:end] if token.pos_ in {"NOUN", "PROPN", "PRON"}), None)


def _of_noun(noun: Token) -> Raw | None:
    """ "the claim that ...", "the army's denial that ...": nouns that hold a clause."""
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp"} and _is_that_clause(c)), None)
    if clause is None:
        return None
    holder = next((child for child in noun.children if child.dep_ == "poss"), None)
    if holder is None:
        by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from"}), None)
        holder = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if holder is None:
        holder = _maker(noun)
    source = noun_phrase(holder, noun.i) if holder is not None else None
    span = (clause.left_edge.i, clause.right_edge.i + 1)
    stance = {"denial": "denies", "claim": "claims", "allegation": "claims", "threat": "threatens"}.get(
        noun.lemma_, "says"
    )
    cue = (noun.i, noun.i + 1)
    return Raw(cue, holder.i if holder is not None else -1, source, (span,), stance, "noun", noun.lemma_)


def _is_that_clause(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def _maker(noun: Token) -> Token | None:
    """Who issues, repeats or makes a statement: the subject of the verb whose object it is."""
    if (
        noun.dep_ == "dobj"
        and noun.head.pos_ == "VERB"
        and noun.head.lemma_ in {"issue", "make", "repeat", "release", "publish", "give"}
    ):
        return subject_of(noun.head)
    return None


def with_contents(act: Raw, spans: tuple[Span, ...], rule: str) -> Raw:
    """The same act saying something else."""
    return replace(act, contents=spans, rule=rule)
