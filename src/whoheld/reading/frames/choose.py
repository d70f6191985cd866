"""Which matches are claims: the best frame of each word, each happening told once in a clause."""

from collections import defaultdict
from dataclasses import dataclass, replace

from spacy.tokens import Token

from whoheld.reading.frames.candidates import Candidates
from whoheld.reading.frames.evidence import HARMED, evidence
from whoheld.reading.frames.features import features
from whoheld.reading.frames.match import Match, matches
from whoheld.reading.frames.places import WANTS_PLACE
from whoheld.reading.frames.scorer import Scorer
from whoheld.reading.frames.types import Typing
from whoheld.reading.page import Page

MEANS = frozenset({"airstrike", "shelling", "bombing", "chemical", "attack"})
CLIMB = 3  # steps up from "raid" to "killed" in "killed in an air raid on the town"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A match that is taken for a claim.

    Attributes:
        match: the match.
        start: first token of its evidence.
        end: token after its evidence.
        score: probability that it is a claim.
    """

    match: Match
    start: int
    end: int
    score: float


def choose(page: Page, scorer: Scorer, candidates: Candidates | None = None) -> list[Chosen]:
    """The candidates of a page that are claims, in the order of the text.

    Args:
        page: the page.
        scorer: how probable it is that a candidate is a claim.
        candidates: those of the page, where they have been looked for already.
    """
    candidates = candidates or Candidates.of(page)
    best: dict[int, Chosen] = {}
    for rivals in candidates.by_sentence():
        for match in rivals:
            score = scorer.score(features(page, candidates.typing, match, rivals))
            known = best.get(match.trigger.i)
            if score >= scorer.threshold and (known is None or known.score < score):
                start, end = evidence(match.trigger, match.slots.clause or match.trigger)
                best[match.trigger.i] = Chosen(match, start, end, score)
    return sorted(_once(list(best.values())), key=lambda c: (c.start, c.match.trigger.i))


def words_of(page: Page) -> list[tuple[int, str]]:
    """The words at which frames fit, each with the kind that it would state."""
    return Candidates.of(page).words()


def by_sentence(page: Page, typing: Typing) -> list[list[Match]]:
    """All matches of a page, those of one sentence together."""
    return Candidates(page, typing, list(matches(page, typing))).by_sentence()


def _once(chosen: list[Chosen]) -> list[Chosen]:
    """Each happening once: of two claims of one kind in a clause the surer one, and no killing beside its means."""
    by_kind: dict[str, list[Chosen]] = defaultdict(list)  # a long page has thousands: only one kind is compared
    for one in sorted(chosen, key=lambda c: -c.score):
        if not any(_same(one, other) for other in by_kind[one.match.frame.kind]):
            by_kind[one.match.frame.kind].append(one)
    for kind, listed in by_kind.items():
        by_kind[kind] = [one for one in listed if not any(_only_counts(one, other) for other in listed)]
    means = [one for kind in MEANS for one in by_kind.get(kind, [])]
    taken = {id(one): owner for one in by_kind["killing"] if (owner := _owner(one, means)) is not None}
    kept = [one for listed in by_kind.values() for one in listed if id(one) not in taken]
    killings = [(one, taken[id(one)]) for one in by_kind["killing"] if id(one) in taken]
    return [_with_toll(one, [killing for killing, owner in killings if owner is one]) for one in kept]


def _owner(killing: Chosen, means: list[Chosen]) -> Chosen | None:
    return next((one for one in means if _means(killing, one)), None)


def _with_toll(one: Chosen, killings: list[Chosen]) -> Chosen:
    """The claim with the clauses that tell its dead: "two were killed when a missile hit the hospital"."""
    if not killings:
        return one
    start, end = min(k.start for k in killings), max(k.end for k in killings)
    return replace(one, start=min(one.start, start), end=max(one.end, end))


def _only_counts(one: Chosen, other: Chosen) -> bool:
    """Whether "..., killing ten and wounding two" tells the numbers of the strike before it, not another strike."""
    kind, word = one.match.frame.kind, one.match.trigger
    if kind not in MEANS or one is other:
        return False
    verb, strike = word, other.match.trigger
    while verb.lemma_.lower() in HARMED and verb.dep_ in {"advcl", "conj"}:
        verb = verb.head
    return verb != word and verb.i in {strike.i, strike.head.i if strike.dep_ == "nsubj" else strike.i}


def _same(one: Chosen, other: Chosen) -> bool:
    if one.start < other.end and other.start < one.end:
        mine, theirs = _ground(one.match), _ground(other.match)
        return not (mine and theirs) or bool(mine & theirs)
    first, second = one.match.trigger, other.match.trigger
    return (
        one.match.frame.kind == "killing"
        and (first.head == second or second.head == first)
        and "conj" in {first.dep_, second.dep_}
    )


def _ground(match: Match) -> frozenset[int]:
    """The tokens that a word of taking, leaving or holding names as its place: "the loss of A, the recapture of B"."""
    if match.frame.kind not in WANTS_PLACE:
        return frozenset()
    for slot in match.frame.place:
        found = match.slots.get(slot)
        if found:
            return frozenset(head.i for head in found)
    return frozenset()


def _means(killing: Chosen, means: Chosen) -> bool:
    """People killed by a raid: the raid is the claim, and takes over their number."""
    verb, word = killing.match.slots.clause or killing.match.trigger, means.match.trigger
    carrier = word.head if word.dep_ == "nsubj" else word  # "when a missile hit"
    if carrier.head == verb and carrier != verb:
        return True
    if verb.head in {word, carrier} and verb.dep_ in {"advcl", "acl", "relcl", "conj"}:
        return True
    return word.head == verb or (word.dep_ in {"pobj", "compound"} and verb in _above(word))


def _above(word: Token) -> list[Token]:
    found = []
    for step, above in enumerate(word.ancestors):
        if step == CLIMB:
            break
        found.append(above)
    return found
