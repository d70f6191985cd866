"""Which counts belong to which claim."""

from functools import lru_cache

from spacy.tokens import Token

from whoheld.model import Count, CountKind
from whoheld.reading.counts.find import EITHER
from whoheld.reading.counts.numbers import rows
from whoheld.reading.page import Page

CASUALTIES = frozenset({CountKind.KILLED, CountKind.WOUNDED, CountKind.MISSING})
BARE = frozenset({CountKind.FIGHTERS, CountKind.OTHER})
ATTACHED = frozenset({"advcl", "acl", "dobj", "pobj", "prep", "nummod", "pcomp", "oprd", "xcomp", "ccomp", "nsubj"})
HARM = frozenset({"kill", "wound", "injure", "hurt", "maim"})
STRIKES = frozenset({"airstrike", "shelling", "bombing", "attack", "clash", "chemical"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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
    found: dict[tuple[CountKind, int | None, int | None], Count] = {}
    for mention in page.counts:
        if mention.what not in wanted and not (mention.of.endswith(EITHER) and CountKind.KILLED in wanted):
            continue
        if start <= mention.head < end or (kind in STRIKES and attached(page.doc[mention.head], trigger)):
            what = BECOMES.get(kind, mention.what)
            found.setdefault((what, mention.low, mention.high), Count(what, mention.of, mention.low, mention.high))
    return tuple(found.values())


def attached(head: Token, trigger: int) -> bool:
    """Whether a count outside the evidence hangs on the trigger: "bombed the market, killing 12"."""
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
