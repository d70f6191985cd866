"""What opens a sentence before it states anything: datelines, sources, circumstances."""

from spacy.tokens import Token

ASIDE = frozenset({
    "after", "before", "following", "during", "since", "until", "amid", "despite", "due", "because", "for", "including",
    "about", "ahead", "throughout", "between", "like", "as",
})  # fmt: skip
OPENERS = frozenset({"according", "with", "under", "by", "as", "while", "when", "although", "though", "since", "once"})
DASHES = frozenset({"-", "–", "—"})
LEAD = 12  # tokens of a dateline
LONG = 7  # tokens of a phrase that tells more than the day


def led_in(head: Token, start: int) -> int:
    """Past datelines and phrases that open a sentence before what it states: "According to a medic, ..."."""
    doc = head.doc
    for at in range(start, min(start + LEAD, head.i)):
        if doc[at].text in DASHES and doc[at].whitespace_ and start == head.sent.start and doc[at - 1].whitespace_:
            start = at + 1
    for child in sorted(head.children, key=lambda child: child.i):
        if child.dep_ not in {"prep", "advcl"} or child.left_edge.i != start or child.right_edge.i + 1 >= head.i:
            continue
        if doc[child.right_edge.i + 1].text == "," and _opens_only(child):
            start = child.right_edge.i + 2
    return start


def _opens_only(child: Token) -> bool:
    long = child.right_edge.i - child.left_edge.i > LONG
    return long or child.doc[child.left_edge.i].lower_ in ASIDE | OPENERS
