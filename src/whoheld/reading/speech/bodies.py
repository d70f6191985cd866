"""Bodies of states: "the army", "Turkey's defence ministry", "Khartoum", named as claims name them."""

from collections import Counter
from functools import lru_cache

from spacy.tokens import Doc, Token

from whoheld.codebooks.leaders import leaders_by_name
from whoheld.codebooks.sources import sources_by_name
from whoheld.codebooks.speech import words
from whoheld.codebooks.states import State, states_by_adjective, states_by_name, states_by_seat
from whoheld.codebooks.tables import fold_name
from whoheld.errors import CodebookError
from whoheld.reading.speech.columns import Hashes, hashes, places
from whoheld.reading.speech.descriptions import object_of
from whoheld.reading.speech.proper import text_of

MINISTRIES = {
    "ministry of defence": "Defence Ministry",
    "ministry of foreign affairs": "Foreign Ministry",
    "ministry of the interior": "Interior Ministry",
    "ministry of interior": "Interior Ministry",
    "ministry of health": "Health Ministry",
}
NEAR = 60  # tokens in which a state's name weighs more
NEARBY = 6
HYPHENS = 4  # tokens of a name in which its leaning stands
NO_ARMY = {"PS"}  # "the army" near their names is somebody else's


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, State], dict[str, State], dict[str, State]]:
    try:
        return states_by_adjective(), states_by_name(), states_by_seat()
    except CodebookError:
        return {}, {}, {}


def adjective_of(owner: str) -> str:
    """The demonym of a country, or the word itself: "Turkey" is "Turkish"."""
    state = _state_named(owner)
    return state.adjectives[0] if state and state.adjectives else owner


def _state_named(name: str) -> State | None:
    folded = fold_name(name)
    named = _tables()[1]
    return named.get(folded) or (named.get(folded[:-1]) if folded.endswith("s") else None)


def seat(name: str) -> str | None:
    """The country for which the seat of its government speaks: "Khartoum" is "Sudan"."""
    state = _tables()[2].get(fold_name(name))
    return state.name if state else None


def plain(name: str) -> str:
    """Without full stops in abbreviations, and without a possessive that lost its apostrophe: "SANAs correspondent"."""
    first, _, rest = name.replace("U.S.", "US").replace("U.N.", "UN").partition(" ")
    if rest and first.endswith("s") and first[:-1].isupper() and len(first) > len("UNs"):
        first = first[:-1]
    return f"{first} {rest}".strip()


def public_person(surname: str) -> str | None:
    """The person of public office whom a surname means: "Haftar" is "Khalifa Haftar"; None where it may be several."""
    try:
        found = leaders_by_name().get(fold_name(surname), ())
    except CodebookError:
        return None
    names = {one.name for one in found}
    return names.pop() if len(names) == 1 else None


def seat_in(head: Token) -> str | None:
    """The demonym of the state whose ministry is "the ministry in Moscow"."""
    capital = object_of(head, {"in"})
    found = _tables()[2].get(fold_name(capital.text)) if capital is not None else None
    return found.adjectives[0] if found and found.adjectives else None


def standing_for(text: str) -> str | None:
    """The state that a capital or a demonym stands for before "spokesman": "Cairo", "Israeli", "Israeli government"."""
    found = seat(text)
    if found is not None:
        return found
    state = _tables()[0].get(fold_name(text.removesuffix(" government")))
    return state.government if state else None


def regular(name: str) -> str:
    """As claims have it: "Turkish Ministry of Defense" is "Turkish Defence Ministry"."""
    name = name.replace("defense", "defence").replace("Defense", "Defence")
    lowered = name.lower()
    for long, short in MINISTRIES.items():
        if long in lowered:
            at = lowered.index(long)
            after = name[at + len(long) :].removeprefix(" of ").strip()
            before = name[:at].strip() or (adjective_of(after) if after else "")
            return f"{before} {short}".strip()
    first, _, rest = name.partition(" ")
    return f"{adjective_of(first)} {rest}" if rest and _state_named(first) and first[0].isupper() else name


@lru_cache(maxsize=1)
def _state_words() -> Hashes:
    """Names and adjectives of states, and last words of names of several words."""
    return hashes({name.rpartition(" ")[2] for table in _tables() for name in table})


def listed_source(tokens: list[Token], *, whole: bool = False) -> str | None:
    """The source that a name stands for, or that an abbreviation in it does: "state news agency SANA"."""
    try:
        table = sources_by_name()
    except CodebookError:
        return None
    short = [] if whole else [[token] for token in tokens if token.text.isupper() and len(token.text) > 2]
    for part in [tokens, *short, *_without_leaning(tokens)]:
        text = text_of(part).removeprefix("The ")
        found = table.get(fold_name(text))
        if found and found.name.endswith("Ministry"):
            return found.name
        if found and text[:1].isupper():
            inner = " " not in text or f" {fold_name(found.name)} " in f" {fold_name(text)} "
            return found.name if inner else text
    return None


def _without_leaning(tokens: list[Token]) -> list[list[Token]]:
    """A name without the side that it is told to take: "the pro-opposition Syrian Observatory"."""
    hyphens = [n for n, token in enumerate(tokens[:-1]) if token.text == "-" and n < HYPHENS]
    return [tokens[hyphens[-1] + 2 :]] if hyphens and hyphens[-1] + 2 < len(tokens) else []


class Homeland:
    """Which state "the army" is of, by the states named in the text, those near by first."""

    def __init__(self, doc: Doc) -> None:
        adjectives, named, seats = _tables()
        self._found: list[tuple[int, State]] = []
        for at in places(doc, "LOWER", _state_words()):
            token = doc[at]
            if token.text[:1].isupper():
                word = token.lower_
                state = adjectives.get(word) or named.get(word) or seats.get(word)
                if state is None and token.i:
                    state = named.get(f"{doc[token.i - 1].lower_} {word}")
                if state is not None and state.code not in NO_ARMY and not (word == "sadr" and token.text != "SADR"):
                    self._found.append((token.i, state))
        self._all = Counter[str](state.name for _, state in self._found)

    def at(self, token: int) -> State | None:
        """The state that a body without a name belongs to at a token."""
        if not self._found:
            return None
        tally = {name: float(count) for name, count in self._all.items()}
        for where, state in self._found:
            if token - NEAR < where <= token:
                tally[state.name] += NEARBY * (1 - (token - where) / NEAR) / 2
        best = max(tally, key=lambda name: tally[name])
        return next(state for _, state in self._found if state.name == best)

    def named(self, body: str, token: int) -> str | None:
        """A state's body with its state: "army" is "Sudanese Army", None where no state is told."""
        state = self.at(token)
        if state is None:
            return None
        lowered = body.lower()
        if lowered in words("speakers", "forces"):
            return state.forces
        if lowered in {"government", "authorities", "regime"}:
            return state.government
        return f"{state.adjectives[0]} {body}" if state.adjectives else body
