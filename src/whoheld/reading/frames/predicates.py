"""Who did what to whom: the slots of a verb or an event noun, whatever the form of its clause.

Active and passive, relative and reduced clauses, infinitives under control and raising, and coordinations with parts
left out all come to the same slots, so that frames need to state an argument structure only once.
"""

from spacy.tokens import Token

from whoheld.reading.frames.grammar import Slots, add_prepositions, heads, lift, words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECTS = frozenset({"dobj", "obj", "oprd"})
REDUCED = frozenset({"acl", "amod", "relcl", "advcl"})  # "the town taken by rebels"
MAX_CLIMB = 6  # how many clauses up a missing subject is looked for


def is_passive(verb: Token) -> bool:
    """The verb is in the passive, full or reduced."""
    deps = {child.dep_ for child in verb.children}
    if deps & {"nsubjpass", "auxpass"}:
        return True
    if "nsubj" in deps:  # a headline leaves the auxiliary out: "Town captured by rebels", "Five killed in raid"
        return verb.tag_ == "VBN" and not deps & {"aux", "dobj"} and verb.dep_ != "relcl"
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in REDUCED:
        return not any(child.dep_ in OBJECTS or child.dep_ == "aux" for child in verb.children)
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head) and not _own_aux(verb)


def _own_aux(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass", "nsubj"} for child in verb.children)


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The noun or pronoun that is the verb's grammatical subject, told or understood."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.dep_ != "csubj":
            return child
    if depth >= MAX_CLIMB:
        return None
    return _understood(verb, depth + 1)


def subjects(verb: Token) -> list[Token]:
    """The subject, and the rest of its list where the parser hangs that on the verb: "Mosul, Tal Afar and Hawija"."""
    first = subject(verb)
    if first is None or first.head != verb or first.dep_ not in SUBJECTS:
        return [] if first is None else [first]
    rest = [c for c in verb.lefts if c.dep_ == first.dep_ and c.i > first.i and c.pos_ == first.pos_ == "PROPN"]
    return [first, *rest]


def _understood(verb: Token, depth: int) -> Token | None:
    head, dep = verb.head, verb.dep_
    if dep in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return _subject_of_modified(verb, head, depth)
    if dep == "amod":
        return head
    if dep in {"xcomp", "ccomp"} and head.lemma_.lower() in words("object_control"):
        passed = [c for c in head.children if c.dep_ in OBJECTS]
        if passed:
            return passed[0]
    if dep in {"conj", "xcomp", "advcl", "ccomp", "dep"} and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        return subject(head, depth) if head.pos_ != "NOUN" else None
    if dep == "pcomp":  # "after capturing the town, the army ..."
        above = head.head
        return subject(above, depth) if above.pos_ in {"VERB", "AUX"} else None
    return None


def _subject_of_modified(verb: Token, noun: Token, depth: int) -> Token | None:
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    if not infinitive:
        return noun
    owner = [c for c in noun.children if c.dep_ == "poss"]  # "their attempt to retake"
    if owner:
        return owner[0]
    if noun.dep_ in OBJECTS | {"attr", "pobj"}:
        above = noun.head if noun.dep_ != "pobj" else noun.head.head
        return subject(above, depth) if above.pos_ in {"VERB", "AUX"} else None
    return None


def object_of(verb: Token) -> Token | None:
    """The verb's direct object, its own or shared with a following conjunct."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            return child
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ in SUBJECTS for c in child.children):
            shared = object_of(child)
            return shared if shared is not None and not _prepositional(verb) else None
    return None


def _prepositional(verb: Token) -> bool:
    return any(child.dep_ in {"prep", "prt"} for child in verb.children)


def verb_slots(verb: Token) -> Slots:
    """The slots of a verb in any form."""
    slots = Slots(passive=is_passive(verb), clause=verb, particles=_particles(verb))
    add_prepositions(slots, verb)
    _fill_sides(slots, verb)
    _add_where(slots, verb)
    lift(slots)
    return slots


def _fill_sides(slots: Slots, verb: Token) -> None:
    who = [head for one in subjects(verb) for head in heads(one)]
    if slots.passive:
        slots.object = who
        slots.agent = slots.preps.get("by", [])
        extra = object_of(verb)
        if extra is not None and not slots.object:
            slots.object = heads(extra)
        return
    slots.agent = who + [sender for one in who for sender in _senders(one)]
    what = object_of(verb)
    if what is not None:
        slots.object = heads(what)
    elif verb.dep_ == "relcl" and verb.head not in slots.agent:  # "the town the army took"
        slots.object = [verb.head]


def _senders(means: Token) -> list[Token]:
    """Who sent what acts: "drones launched by the army hit"."""
    for child in means.rights:
        if child.dep_ == "acl" and child.lemma_.lower() in words("send"):
            return [h for c in child.children if c.dep_ == "agent" for o in c.children for h in heads(o)]
    return []


def _add_where(slots: Slots, verb: Token) -> None:
    """The place that "where" stands for: "the port, where troops attacked a convoy"."""
    clause = verb.head if verb.dep_ == "conj" else verb
    if clause.dep_ == "relcl" and any(child.lower_ == "where" for child in clause.lefts):
        slots.add("in", heads(clause.head))


def participle_slots(word: Token) -> Slots:
    """The slots of a participle that the parse takes for an adjective: "the uprooted families", "twelve were slain"."""
    if any(child.dep_ in SUBJECTS for child in word.children):
        return verb_slots(word)
    slots = Slots(passive=word.tag_ != "VBG", clause=word, particles=_particles(word))
    add_prepositions(slots, word)
    slots.agent = slots.preps.get("by", [])
    what = word.head if word.head.pos_ in {"NOUN", "PROPN", "PRON"} else subject(word.head)
    slots.object = heads(what) if what is not None else []
    return slots


def _particles(verb: Token) -> frozenset[str]:
    return frozenset(c.lower_ for c in verb.children if c.dep_ == "prt" or _directional(c))


def _directional(word: Token) -> bool:
    return word.dep_ in {"advmod", "prep"} and word.pos_ in {"ADP", "ADV"}


def noun_slots(noun: Token, of: str) -> Slots:
    """The slots of an event noun: possessors, modifiers, phrases, and what the verb that carries it lends.

    Args:
        noun: the head noun.
        of: the slot that its of-phrase fills ("agent", "object", "place" or "-").
    """
    slots = Slots(clause=noun)
    add_prepositions(slots, noun)
    _add_modifiers(slots, noun)
    target = {"agent": slots.agent, "object": slots.object}.get(of)
    if target is not None:
        target.extend(h for h in slots.preps.get("of", []) if h not in target)
    slots.agent.extend(h for h in slots.preps.get("by", []) if h not in slots.agent)
    if noun.dep_ == "pobj" and noun.head.lower_ == "under":
        _turn_round(slots, noun)
    _borrow(slots, noun)
    lift(slots)
    return slots


def _turn_round(slots: Slots, noun: Token) -> None:
    """What stands before "under" is the object, and "of" tells the agent: "the town under the control of the army"."""
    above = noun.head.head
    what = above if above.pos_ in {"NOUN", "PROPN"} else subject(above)
    slots.agent = [h for h in slots.preps.get("of", []) if h is not what] or slots.agent
    slots.object = heads(what) if what is not None else []


def _add_modifiers(slots: Slots, noun: Token) -> None:
    for child in noun.lefts:
        if child.dep_ == "poss":
            slots.agent.extend(heads(child))
        elif child.dep_ in {"amod", "compound", "nmod"}:
            slots.add("modifier", [child])
    for child in noun.rights:
        if child.dep_ == "acl" and child.tag_ == "VBN":  # "an offensive launched by the army"
            slots.agent.extend(h for c in child.children if c.dep_ == "agent" for o in c.children for h in heads(o))
            add_prepositions(slots, child)
        elif child.dep_ == "acl" and child.tag_ == "VBG":  # "an attack targeting the base"
            what = object_of(child)
            slots.add("against", heads(what) if what is not None else [])


def _borrow(slots: Slots, noun: Token) -> None:
    """What the verb that carries the noun lends it: "the army launched an assault on the town"."""
    carrier = noun.head
    if noun.dep_ == "conj":
        carrier = noun.head.head
    lemma = carrier.lemma_.lower()
    if carrier.pos_ not in {"VERB", "AUX"}:
        _borrow_phrase(slots, noun)
        return
    if noun.dep_ in OBJECTS | {"nsubjpass", "conj"} and lemma in words("light"):
        slots.clause = carrier
        add_prepositions(slots, carrier)
        lender = slots.preps.get("by", [None])[0] if is_passive(carrier) else subject(carrier)
        if lender is not None and not slots.agent and lender != noun:
            slots.agent = heads(lender)
    elif noun.dep_ in {"nsubj", "nsubjpass"} and lemma in words("happen"):
        slots.clause = carrier
        add_prepositions(slots, carrier)
        _take_harmed(slots, carrier)


def _borrow_phrase(slots: Slots, noun: Token) -> None:
    """The noun stands in a phrase of a verb of harm: "killed in an airstrike"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "by", "during", "from", "after", "when"}:
        return
    verb = noun.head.head
    if verb.lemma_.lower() in words("join") and noun.head.lower_ == "in" and not slots.agent:
        who = subject(verb)  # "took part in the assault"
        slots.agent = heads(who) if who is not None else []
    elif verb.pos_ == "VERB" and verb.lemma_.lower() in words("harm"):
        slots.clause = verb
        add_prepositions(slots, verb)
        _take_harmed(slots, verb)


def _take_harmed(slots: Slots, verb: Token) -> None:
    if verb.lemma_.lower() not in words("harm") or slots.object:
        return
    harmed = verb_slots(verb)
    victims = harmed.object or (harmed.agent if verb.lemma_.lower() in {"die", "perish"} else [])
    slots.object = [v for v in victims if v != slots.clause]
