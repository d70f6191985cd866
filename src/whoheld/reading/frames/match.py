"""Which words of a page state a kind of claim: frames against the slots of the parse."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from whoheld.codebooks.frames import Frame, frames_by_word
from whoheld.reading.frames.grammar import Slots, add_prepositions, conjuncts, heads
from whoheld.reading.frames.predicates import noun_slots, subject, verb_slots
from whoheld.reading.frames.types import ANY, Typing
from whoheld.reading.page import Page

MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
DECISIVE = frozenset({"aircraft", "artillery", "explosive", "aid", "truce", "event", "state", "road", "party"})
HANDS = frozenset({"hand", "grip", "grasp", "possession", "clutch"})


@dataclass(slots=True)
class Match:
    """A frame that fits at a word.

    Attributes:
        frame: the frame.
        trigger: the word that states the kind.
        slots: what fills the word's slots.
    """

    frame: Frame
    trigger: Token
    slots: Slots


def matches(page: Page, typing: Typing) -> list[Match]:
    """Every frame that fits at every word of a page, in order of the words."""
    index = frames_by_word()
    found: list[Match] = []
    for token in page.doc:
        if token.i and token.lower_ in index["suffix"] and page.doc[token.i - 1].text == "-":
            found.extend(_suffix_matches(token, index["suffix"][token.lower_]))
            continue
        pos = token.pos_
        if pos in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            frames = index["verb"].get(token.lemma_.lower())
            if frames:
                found.extend(_verb_matches(token, frames, typing))
        elif pos in {"NOUN", "PROPN", "ADJ"}:
            found.extend(_nominal_matches(token, pos, index, typing))
    return found


def _suffix_matches(word: Token, frames: tuple[Frame, ...]) -> Iterator[Match]:
    """The first part is the agent, the noun that it describes the object: "Turkish-backed fighters"."""
    first, noun = word.doc[word.i - 2] if word.i > 1 else word, word.head
    if first is word or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    for frame in frames:
        yield Match(frame, word, Slots(agent=[first], object=conjuncts(noun), clause=noun))


Index = dict[str, dict[str, tuple[Frame, ...]]]


def _nominal_matches(token: Token, pos: str, index: Index, typing: Typing) -> Iterator[Match]:
    lemma = token.lemma_.lower()
    if pos == "ADJ" and lemma in index["adjective"]:
        yield from _adjective_matches(token, index["adjective"][lemma], typing)
    if pos == "ADJ" and token.dep_ in MODIFIERS:
        return
    frames = index["noun"].get(lemma)
    if frames and not _inside_name(token, typing):
        yield from _noun_matches(token, frames, typing)


def _inside_name(token: Token, typing: Typing) -> bool:
    """A word of a longer name states nothing: "attack" in "Attack Squadron"."""
    mention = typing.actors.get(token.i) or typing.places.get(token.i)
    return mention is not None and token.pos_ == "PROPN"


def _verb_matches(verb: Token, frames: tuple[Frame, ...], typing: Typing) -> Iterator[Match]:
    plain = verb_slots(verb)
    if _to_and_fro(plain):
        return
    for frame in frames:
        if not _word_fits(verb.lemma_.lower(), plain.particles, frame):
            continue
        slots = _composed(verb, plain, frame)
        if slots is not None and _classes_fit(frame, slots, typing):
            yield Match(frame, verb, slots)


def _to_and_fro(slots: Slots) -> bool:
    """Whether it leaves and reaches no place: "from house to house"."""
    starts = {head.lemma_.lower() for head in slots.get("from")}
    return any(head.lemma_.lower() in starts for head in slots.get("to"))


def _word_fits(lemma: str, particles: frozenset[str], frame: Frame) -> bool:
    return lemma in frame.verbs or any(f"{lemma}_{particle}" in frame.verbs for particle in particles)


def _composed(verb: Token, plain: Slots, frame: Frame) -> Slots | None:
    """The slots of "take control of", "be under siege by", "be in the hands of"; None where the noun is missing."""
    if frame.light:
        return _with_noun(plain, [h for h in plain.object if h.lemma_.lower() in frame.light])
    if frame.under:
        return _with_noun(plain, [h for h in plain.preps.get("under", []) if h.lemma_.lower() in frame.under])
    if frame.in_hands:
        nouns = [h for p in ("in", "into") for h in plain.preps.get(p, []) if h.lemma_.lower() in HANDS]
        return _with_noun(plain, nouns)
    if frame.complement:
        return plain if any(c.lower_ in frame.complement for c in verb.children) else None
    return plain


def _with_noun(plain: Slots, nouns: list[Token]) -> Slots | None:
    if not nouns:
        return None
    others = [h for h in plain.object if h not in nouns]
    slots = Slots(plain.agent, others, {}, plain.passive, plain.clause, plain.particles)
    for name, found in plain.preps.items():
        slots.add(name, [h for h in found if h not in nouns])
    for noun in nouns:
        add_prepositions(slots, noun)
        for child in noun.lefts:
            if child.dep_ in MODIFIERS:
                slots.add("of", heads(child) if child.dep_ == "poss" else [child])
    return slots


def _noun_matches(noun: Token, frames: tuple[Frame, ...], typing: Typing) -> Iterator[Match]:
    for frame in frames:
        if frame.modifier and not _modified(noun, frame.modifier):
            continue
        slots = noun_slots(noun, frame.of)
        _sort_modifiers(slots, typing)
        if frame.needs and not any(slots.get(name) for name in frame.needs):
            continue
        if "party" not in frame.agent or fit(frame.agent, slots.agent, typing) > 0:  # "their city", not "Syria's city"
            yield Match(frame, noun, slots)


def _modified(noun: Token, wanted: frozenset[str]) -> bool:
    return any(
        child.lemma_.lower() in wanted or child.lower_ in wanted
        for child in noun.lefts
        if child.dep_ in {"amod", "compound", "nmod", "poss", "npadvmod", "punct"}
    )


def _sort_modifiers(slots: Slots, typing: Typing) -> None:
    """A modifier is the agent or the place by what it names: "Russian airstrikes", "the Palmyra offensive"."""
    for word in slots.preps.pop("modifier", []):
        if word.i in typing.actors and word.i not in typing.places:
            slots.agent.append(word)
        elif word.i in typing.places:
            slots.add("modifier_place", [word])


def _adjective_matches(word: Token, frames: tuple[Frame, ...], typing: Typing) -> Iterator[Match]:
    carrier = word.head
    slots = Slots(clause=carrier)
    if carrier.pos_ in {"AUX", "VERB"}:
        who = subject(carrier)
        slots.agent = conjuncts(who) if who is not None else []
        add_prepositions(slots, carrier)
    elif carrier.pos_ in {"NOUN", "PROPN", "NUM"}:  # "six civilians dead"
        slots.agent = conjuncts(carrier)
    add_prepositions(slots, word)
    for frame in frames:
        if _classes_fit(frame, slots, typing):
            yield Match(frame, word, slots)


def _classes_fit(frame: Frame, slots: Slots, typing: Typing) -> bool:
    if frame.needs and not any(slots.get(name) for name in frame.needs):
        return False
    return _must(frame.agent, slots.agent, typing) and _must(frame.object, slots.object, typing)


def _must(wanted: frozenset[str], filled: list[Token], typing: Typing) -> bool:
    """Classes that make the meaning must be there; for the others :func:`fit` tells the scorer how well they fit."""
    return not wanted & DECISIVE or fit(wanted, filled, typing) > 0


def fit(wanted: frozenset[str], filled: list[Token], typing: Typing) -> float:
    """How well what fills a slot fits what a frame wants there: 1, 0, or a half where nothing is known."""
    if not wanted:
        return 1.0
    if not filled:
        return 1.0 if "none" in wanted else 0.0
    classes = typing.classes(filled[0])
    return 0.5 if classes == ANY else float(bool(classes & wanted))
