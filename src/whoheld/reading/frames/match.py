"""Which words of a page state a kind of claim: frames against the slots of the parse."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from whoheld.codebooks.frames import Frame, frames_by_word
from whoheld.reading.frames.echo import echoes
from whoheld.reading.frames.forms import HYPHENS, lemma, verbal
from whoheld.reading.frames.grammar import DIRECTIONS, Slots, add_prepositions, conjuncts, heads
from whoheld.reading.frames.predicates import noun_slots, participle_slots, subject, verb_slots
from whoheld.reading.frames.types import ANY, Typing
from whoheld.reading.page import Page

MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
DECISIVE = frozenset({"aircraft", "artillery", "explosive", "aid", "truce", "event", "state", "road", "party"})
OPEN = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
OWNERS = frozenset({"ours", "theirs", "his", "hers", "mine", "yours", "its"})
MOVES = frozenset({"withdrawal", "displacement", "deployment", "offensive", "capture"})
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
        pos = token.pos_
        if pos not in OPEN or token.dep_ in {"aux", "auxpass"}:
            continue
        word = lemma(token)
        if token.i and token.lower_ in index["suffix"] and page.doc[token.i - 1].text in HYPHENS:
            found.extend(_suffix_matches(token, index["suffix"][token.lower_]))
        elif pos in {"VERB", "AUX"}:
            frames = index["verb"].get(word)
            if frames:
                found.extend(_verb_matches(token, word, frames, typing))
        else:
            found.extend(_nominal_matches(token, word, index, typing))
    found.extend(Match(*echo) for echo in echoes(page, found))
    return found


def _suffix_matches(word: Token, frames: tuple[Frame, ...]) -> Iterator[Match]:
    """The first part is the agent, the noun that it describes the object: "Turkish-backed fighters"."""
    if word.i < 2:
        return
    first, noun = word.doc[word.i - 2], word.head
    if noun.pos_ in {"VERB", "AUX"}:  # "the temple is Thai-held"
        noun = subject(noun) or noun
    if noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return
    for frame in frames:
        yield Match(frame, word, Slots(agent=[first], object=conjuncts(noun), clause=noun))


Index = dict[str, dict[str, tuple[Frame, ...]]]


def _nominal_matches(token: Token, word: str, index: Index, typing: Typing) -> Iterator[Match]:
    pos = token.pos_
    if pos == "ADJ" and word in index["adjective"]:
        yield from _adjective_matches(token, index["adjective"][word], typing)
    if pos == "ADJ" and token.dep_ in MODIFIERS and not _is_noun(token):
        if word not in index["adjective"]:
            yield from _participle_matches(token, typing)
        return
    frames = index["noun"].get(word)
    if frames:
        if not _inside_name(token, typing):
            yield from _noun_matches(token, frames, typing)
    elif pos != "PROPN":
        yield from _participle_matches(token, typing)


def _is_noun(word: Token) -> bool:
    """Whether what the tagger takes for an adjective ends its phrase: "an offensive south of the city"."""
    following = word.nbor() if word.i + 1 < len(word.doc) else word
    if following.lower_ in DIRECTIONS:
        return True
    return word.head.pos_ != "NOUN" or following.pos_ not in {"NOUN", "PROPN", "ADJ", "PUNCT"}


def _participle_matches(token: Token, typing: Typing) -> Iterator[Match]:
    """A form of a verb that the tagger takes for a noun or an adjective: "the clearing of the town", "twelve slain"."""
    frames = [f for f in verbal(token) if not (f.light or f.under or f.behind or f.in_hands or f.complement or f.owned)]
    if not frames:
        return
    if token.pos_ == "NOUN":
        slots = noun_slots(token, "object")
        _sort_modifiers(slots, typing)
    else:
        slots = participle_slots(token)
    for frame in frames:
        if _classes_fit(frame, slots, typing):
            yield Match(frame, token, slots)


def _inside_name(token: Token, typing: Typing) -> bool:
    """A word of a longer name states nothing: "attack" in "Attack Squadron"; nor does the month of March."""
    if token.text == "March" and token.pos_ == "PROPN":
        return True
    mention = typing.actors.get(token.i) or typing.places.get(token.i)
    return mention is not None and token.pos_ == "PROPN"


def _verb_matches(verb: Token, word: str, frames: tuple[Frame, ...], typing: Typing) -> Iterator[Match]:
    plain = verb_slots(verb)
    to_and_fro = _to_and_fro(plain)
    for frame in frames:
        if not _word_fits(word, plain.particles, frame) or (to_and_fro and frame.kind in MOVES):
            continue
        if "in" in frame.place and _in_hands(plain):
            continue  # "Kabul is in their hands" puts nobody into a place
        slots = _composed(verb, plain, frame)
        if slots is not None and _classes_fit(frame, slots, typing):
            yield Match(frame, verb, slots)


def _in_hands(slots: Slots) -> bool:
    return any(head.lemma_.lower() in HANDS for head in slots.get("in"))


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
    if frame.owned:
        return _owned(verb, plain)
    return plain


def _owned(verb: Token, plain: Slots) -> Slots | None:
    """The slots of "the town is theirs", "the bridge was the army's": the owner is the agent."""
    for child in verb.rights:
        if child.dep_ in {"attr", "acomp", "oprd"} or (child.dep_ == "poss" and child.head == verb):
            marked = any(c.dep_ == "case" for c in child.children)
            if child.lower_ in OWNERS or (marked and child.dep_ != "poss"):
                return Slots([child], plain.agent, plain.preps, False, verb, plain.particles)
    return None


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
        if (frame.modifier and not _modified(noun, frame.modifier)) or (frame.behind and not _behind(noun, frame)):
            continue
        slots = noun_slots(noun, frame.of)
        _sort_modifiers(slots, typing)
        if frame.needs and not any(slots.get(name) for name in frame.needs):
            continue
        if "party" not in frame.agent or fit(frame.agent, slots.agent, typing) > 0:  # "their city", not "Syria's city"
            yield Match(frame, noun, slots)


def _behind(noun: Token, frame: Frame) -> bool:
    """Whether a noun stands behind its preposition: "the town under rebel control"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in frame.behind


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
    if frame.strict:
        return fit(frame.agent, slots.agent, typing) == fit(frame.object, slots.object, typing) == 1
    return _must(frame.agent, slots.agent, typing) and _must(frame.object, slots.object, typing)


def _must(wanted: frozenset[str], filled: list[Token], typing: Typing) -> bool:
    """Classes that make the meaning must be there; for the others :func:`fit` tells the scorer how well they fit."""
    return not wanted or not wanted <= DECISIVE or fit(wanted, filled, typing) > 0


def fit(wanted: frozenset[str], filled: list[Token], typing: Typing) -> float:
    """How well what fills a slot fits what a frame wants there: 1, 0, or a half where nothing is known."""
    if not wanted:
        return 1.0
    if not filled:
        return 1.0 if "none" in wanted else 0.0
    classes = typing.classes(filled[0])
    return 0.5 if classes == ANY else float(bool(classes & wanted))
