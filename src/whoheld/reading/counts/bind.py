"""Which counts belong to which claim."""

from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from whoheld.model import Count, CountKind
from whoheld.reading.counts.find import EITHER
from whoheld.reading.counts.numbers import rows, words_of
from whoheld.reading.counts.singles import PART
from whoheld.reading.mentions import CountMention, overlapping
from whoheld.reading.page import Page

CASUALTIES = frozenset({CountKind.KILLED, CountKind.WOUNDED, CountKind.MISSING})
BARE = frozenset({CountKind.FIGHTERS, CountKind.OTHER})
ATTACHED = frozenset({"advcl", "acl", "dobj", "pobj", "prep", "nummod", "pcomp", "oprd", "xcomp", "ccomp", "nsubj"})
HARM = frozenset({"kill", "wound", "injure", "hurt", "maim"})
STRIKES = frozenset({"airstrike", "shelling", "bombing", "attack", "clash", "chemical"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
STOPS = frozenset({";", ":", "."})
GAP = 14  # tokens between numbers of one tally
JOINED = 2  # tokens between numbers of one list
TELLING = frozenset({"say", "admit", "claim", "report", "put", "speak", "count", "insist", "concede", "state"})
NOBODY = "people"  # of whom a number without a noun counts
MAX_STEPS = 5


@lru_cache(maxsize=1)
def accepted() -> dict[str, frozenset[CountKind]]:
    """The fates that each kind of claim takes."""
    table = rows()["bind"]
    kinds: dict[str, set[CountKind]] = {}
    for kind in table["casualties"]:
        kinds.setdefault(kind, set()).update(CASUALTIES)
    for kind in table["fighters"]:
        kinds.setdefault(kind, set()).add(CountKind.FIGHTERS)
    kinds["detention"] = {CountKind.CAPTURED, CountKind.FIGHTERS, CountKind.OTHER}
    kinds["release"] = {CountKind.CAPTURED, CountKind.FIGHTERS, CountKind.OTHER, CountKind.DISPLACED}
    kinds["displacement"] = {CountKind.DISPLACED, CountKind.FIGHTERS, CountKind.OTHER}
    kinds["siege"] |= {CountKind.OTHER}
    kinds["aid"] = {CountKind.OTHER}
    return {kind: frozenset(found) for kind, found in kinds.items()}


BECOMES = {"detention": CountKind.CAPTURED, "release": CountKind.OTHER, "displacement": CountKind.DISPLACED}


def counts_of(page: Page, trigger: int, start: int, end: int, kind: str) -> tuple[Count, ...]:
    """The counts of the claim that the token ``trigger`` states with tokens ``start`` up to ``end``.

    ``page.counts`` must have been found before.
    """
    wanted = accepted().get(kind)
    if not wanted:
        return ()
    first, last = page.sentence_of(trigger)
    near = [mention for mention in overlapping(page.counts, first, last) if _takes(mention, wanted)]
    own = [m for m in near if start <= m.head < end or attached(page.doc[m.head], trigger, kind)]
    own += _further(page.doc, near, own)
    if not own and kind in STRIKES:
        own = [mention for mention in near if mention.what in CASUALTIES and _nearest(page.doc, mention, trigger)]
    found: dict[tuple[CountKind, int | None, int | None], Count] = {}
    for mention in own:
        what = BECOMES.get(kind, mention.what)
        found.setdefault((what, mention.low, mention.high), Count(what, mention.of, mention.low, mention.high))
    return tuple(found.values())


def _takes(mention: CountMention, wanted: frozenset[CountKind]) -> bool:
    return mention.what in wanted or (mention.of.endswith(EITHER) and CountKind.KILLED in wanted)


def _further(doc: Doc, near: list[CountMention], own: list[CountMention]) -> list[CountMention]:
    """The numbers that go on from one of a claim's own: "ten were killed and 12 wounded"."""
    casualties = [mention for mention in near if mention.what in CASUALTIES]
    taken = {at for at, mention in enumerate(casualties) if mention in own}
    if not taken:
        return []
    whole = set(taken)
    for at in range(max(taken) + 1, len(casualties)):
        if at in whole or not _goes_on(doc, casualties[at - 1], casualties[at]):
            break
        whole.add(at)
    for at in range(min(taken) - 1, -1, -1):
        if casualties[at].what is casualties[at + 1].what or not _goes_on(doc, casualties[at], casualties[at + 1]):
            break
        whole.add(at)
    return [_told_of(casualties, at) for at in sorted(whole - taken)]


def _goes_on(doc: Doc, one: CountMention, other: CountMention) -> bool:
    """Whether two numbers of a sentence are of one tally: of another fate, part of it, or joined by "and" alone."""
    between = doc[one.end : other.start]
    if len(between) > GAP or any(token.text in STOPS or token.lemma_.lower() in TELLING for token in between):
        return False
    part = any(token.lower_ in PART for token in doc[one.end : other.start + 1]) or any(
        token.lower_ in {"them", "whom"} for token in doc[other.start : other.end + 2]
    )
    return part or one.what is not other.what or len(between) <= JOINED


def _told_of(casualties: list[CountMention], at: int) -> CountMention:
    """A number without its noun counts those of the number before: "ten soldiers dead and 50 wounded"."""
    mention = casualties[at]
    bare = mention.head < mention.end and mention.of == NOBODY
    return replace(mention, of=casualties[at - 1].of) if bare and at else mention


def _nearest(doc: Doc, mention: CountMention, trigger: int) -> bool:
    """Whether no other word of a strike stands between a number of dead and the trigger."""
    low, high = sorted((trigger, mention.head))
    own = doc[trigger].head
    return not any(
        token.pos_ == "VERB" and token != own and token.lemma_.lower() in words_of("bind", "strikes")
        for token in doc[low + 1 : high]
    )


def attached(head: Token, trigger: int, kind: str) -> bool:
    """Whether a count outside the evidence hangs on the trigger: "bombed the market, killing 12"."""
    if kind not in STRIKES:
        word = head.doc[trigger]
        verb = word.head if word.dep_ in {"acomp", "oprd", "advmod", "dobj", "xcomp"} else word  # "shot dead 48 people"
        return word.head.i == head.i or (head.head.i in {trigger, verb.i} and head.dep_ in {*SUBJECTS, "dobj"})
    if not trigger < head.i <= trigger + 40:
        return trigger - 40 <= head.i < trigger and _harmed_when(head, head.doc[trigger])
    word, node = head.doc[trigger], head
    roots = {trigger, word.head.i} if word.dep_ in SUBJECTS else {trigger}  # "a missile hit the market, killing 12"
    for _ in range(MAX_STEPS):
        if node.i in roots:
            return True
        if node.dep_ not in ATTACHED and not (node.dep_ == "conj" and node.lemma_.lower() in HARM):
            return False
        node = node.head
    return node.i in roots


def _harmed_when(head: Token, word: Token) -> bool:
    """Whether the clause of the trigger tells when people were harmed: "two were killed when a missile hit"."""
    clause = word.head if word.dep_ in SUBJECTS else word
    if clause.dep_ != "advcl" or clause.head.lemma_.lower() not in HARM | {"die"}:
        return False
    verb, harm = head.head, clause.head
    joined = (verb.dep_ == "conj" and verb.head == harm) or (harm.dep_ == "conj" and harm.head == verb)
    return head.dep_ in SUBJECTS and (verb == harm or joined)
