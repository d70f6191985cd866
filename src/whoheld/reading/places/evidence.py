"""What speaks for a run of words being a place where it stands."""

from spacy.tokens import Doc, Token

from whoheld.reading.places.runs import Run
from whoheld.reading.places.tokens import Tokens
from whoheld.reading.places.words import Words

_BEFORE = {
    "in": 1.0, "near": 1.0, "outside": 1.0, "around": 1.0, "inside": 0.8, "toward": 0.8, "towards": 0.8,
    "from": 0.5, "at": 0.8, "to": 0.4, "through": 0.7, "into": 0.8, "across": 0.5, "between": 0.4, "beyond": 0.6,
    "via": 0.6, "past": 0.4, "upon": 0.2,
}  # fmt: skip
_INTRODUCED, _TITLE, _SAYS, _GIVEN, _BODY, _CAPITALS, _ARTICLE, _SUBJECT = 1.0, 3.0, 2.0, 3.0, 1.5, 1.5, 1.0, 0.5
_LISTED, _LISTED_BEFORE, _KIND, _LOOSE_KIND, _OPENER, _HEADING = 0.7, 0.5, 1.2, 0.9, 0.5, 0.4
_ABU, _LAST_GIVEN, _BESIDE = 0.5, 1.0, 0.6
_TAKEN, _HELD, _STRUCK, _MOVED, _FOUGHT, _FELL, _WHERE = 1.0, 0.8, 0.5, 0.4, 0.8, 0.8, 0.7
_CALLED = frozenset({"called", "named"})
_LOOSE_KINDS = frozenset({
    "front", "area", "areas", "road", "border", "axis", "positions", "position", "height", "sector", "massacre",
    "residents", "villagers",
})  # fmt: skip
_EVENTS = frozenset({"offensive", "airstrike", "airstrikes", "bombing", "campaign", "attack", "siege", "battle"})
_TAKEN_OVER = frozenset({"take", "free", "abandon", "hit"})
_AHEAD = 8  # tokens in which the word for the kind follows a list
_MARKS = frozenset("-–—•*·▪")


class Evidence:
    """Weighs the runs of one page.

    Args:
        doc: the parse.
        tokens: its lists.
        tables: the words.
        places: tokens of names that are known to be places; more are added as runs are accepted.
    """

    def __init__(self, doc: Doc, tokens: Tokens, tables: Words, places: set[int]) -> None:
        self._doc, self._tokens, self._words, self.places = doc, tokens, tables, places
        self._of = tables.of_nouns | tables.event_nouns

    def of(self, run: Run) -> float:
        """The sum of what speaks for and against."""
        return self._before(run) + self._after(run) + self._inside(run) + self._role(run)

    def _before(self, run: Run) -> float:
        tokens, start = self._tokens, run[0]
        before = tokens.lower[start - 1] if start else ""
        further = tokens.lower[start - 2] if start > 1 else ""
        if before in self._words.titles:
            return -_TITLE
        if self._introduced(start, before, further):
            return _INTRODUCED
        if before == "the":
            return 0.0 if self._told(run[1]) else -_ARTICLE
        if before in {",", "and", "or", "&"}:
            return _LISTED * self._follows_place(start, before)
        if before in _MARKS or not before.strip():
            return self._heading(run)
        return _BEFORE.get(before, 0.0)

    def _introduced(self, start: int, before: str, further: str) -> bool:
        """``the town X``, ``the fall of X``, ``an area called X``."""
        if before in self._of and (further in {"the", "a", "an", "of", "'s", "in"} or before in self._words.of_nouns):
            return True
        if before == "of":
            return further in self._of
        return before in _CALLED and self._doc[start - 1].head.lower_ in self._words.of_nouns

    def _follows_place(self, start: int, before: str) -> bool:
        """Whether a place stands before the comma or "and": ``Taiz, Mocha, and X``."""
        tokens = self._tokens
        if start - 2 in self.places:
            return True
        return before == "and" and start > 2 and tokens.text[start - 2] == "," and start - 3 in self.places

    def _heading(self, run: Run) -> float:
        """A name that opens a paragraph by itself: ``- Mboro. Soldiers burned the market.``."""
        start, end = run
        tokens = self._tokens
        at = start - 1
        while at >= 0 and (tokens.text[at] in _MARKS or not tokens.text[at].strip(" \t")):
            at -= 1
        opens = at < 0 or "\n" in tokens.text[at]
        if not opens or end >= len(tokens) or tokens.text[end] not in {":", ".", "–", "-", "—"}:
            return 0.0
        goes_on = end + 1 < len(tokens) and bool(tokens.text[end + 1].strip())
        return _LISTED if goes_on and tokens.text[end] == "." else _HEADING

    def _after(self, run: Run) -> float:
        tokens, end = self._tokens, run[1]
        after = tokens.lower[end] if end < len(tokens) else ""
        kind = self._kind(end)
        if kind:
            return _KIND if kind not in _LOOSE_KINDS else _LOOSE_KIND
        weight = _LISTED_BEFORE * (after in _EVENTS) + _LISTED * self._labelled(end)
        if after in self._words.bodies or after in self._words.outlets:
            weight -= _BODY
        if after in self._words.saying and self._doc[end - 1].dep_ != "pobj":
            weight -= _SAYS
        if after in {",", "("}:
            weight += _LISTED * (end + 1 in self.places or self._bearing(end + 1))
            weight += _WHERE * ("where" in tokens.lower[end + 1 : end + 3])
        elif after in {"and", "or", "&", "in"} and self._place_at(end + 1):
            weight += _LISTED_BEFORE
        elif after == "a" and any(word in self._words.of_nouns for word in tokens.lower[end + 1 : end + 3]):
            weight += _LISTED
        return weight

    def _told(self, at: int) -> bool:
        """Whether the word after the name makes the article before it right: ``the X area``, ``the X offensive``."""
        event = at < len(self._tokens) and self._tokens.lower[at] in _EVENTS
        return event or self._labelled(at) or bool(self._kind(at))

    def _labelled(self, at: int) -> bool:
        """A word for a kind with a capital, as part of the name: ``X Bridge``."""
        found = self._words.generic.get((self._tokens.lower[at],)) if at < len(self._tokens) else None
        return found is not None and self._tokens.cap[at] and found.group in {"site", "terrain", "street"}

    def _place_at(self, at: int) -> bool:
        return at in self.places or (at + 1 in self.places and self._tokens.lower[at] == "the")

    def _kind(self, at: int) -> str:
        """The word in lower case that says what kind of place is named: ``X village``, ``X and Y districts``."""
        tokens = self._tokens
        if at >= len(tokens) or tokens.cap[at]:
            return ""
        word = tokens.lower[at]
        if word in {"and", ","}:
            return self._kind_of_list(at)
        if (word,) in self._words.generic or word in self._words.of_nouns or word in _LOOSE_KINDS:
            return word
        return word if word.endswith("s") and (word[:-1],) in self._words.generic else ""

    def _kind_of_list(self, at: int) -> str:
        """``the X and Y districts``: the plural tells of both."""
        tokens = self._tokens
        for here in range(at + 1, min(at + _AHEAD, len(tokens))):
            word = tokens.lower[here]
            if not tokens.cap[here] and word not in {"and", ",", "-"} and word not in self._words.particles:
                found = self._words.generic.get((word,)) or self._words.generic.get((word.removesuffix("s"),))
                return word if found and word.endswith("s") and tokens.cap[here - 1] else ""
        return ""

    def _bearing(self, at: int) -> bool:
        """``X, south of Y``; ``X, a town in Y``."""
        ahead = self._tokens.lower[at : at + 4]
        if ahead[:1] in (["a"], ["the"], ["an"]):
            return any(word in self._words.of_nouns for word in ahead[1:])
        return any(word in self._words.directions or word in {"km", "kilometres", "miles"} for word in ahead[:2])

    def _inside(self, run: Run) -> float:
        tokens, (start, end) = self._tokens, run
        words = [tokens.lower[i] for i in range(start, end) if tokens.key[i]]
        if words[0] == "operation" or (words[0] in self._words.titles and words[0] != "abu"):
            return -_TITLE
        weight = -_ABU if words[0] == "abu" else 0.0
        if words[0] in self._words.openers and len(words) > 1:
            weight += _OPENER
        elif words[0] in self._words.given:
            weight -= _GIVEN
        elif any(word in self._words.given for word in words):
            weight -= _LAST_GIVEN
        if words[-1] in self._words.bodies:
            weight -= _BODY
        if end - start == 1 and tokens.text[start].isupper():
            weight -= _CAPITALS
        return weight

    def _role(self, run: Run) -> float:
        last = self._doc[run[1] - 1]
        head, role = last.head, last.dep_
        if role == "pobj":
            return self._governed(head.lower_, head.head)
        if role in {"dobj", "nsubjpass"}:
            return self._acted_on(head.lemma_, role)
        if role == "attr":
            return _INTRODUCED * any(c.dep_ == "nsubj" and c.lower_ in self._words.of_nouns for c in head.children)
        if role == "nsubj":
            placed = run[0] > 0 and self._tokens.lower[run[0] - 1] in _BEFORE
            return _FELL if head.lemma_ == "fall" else -_SUBJECT * (not placed)
        if role == "appos":
            return _BESIDE * (head.lower_ in self._of)
        return _BESIDE * any(child.dep_ == "appos" and child.lower_ in self._of for child in last.children)

    def _acted_on(self, verb: str, role: str) -> float:
        if verb in self._words.taking:
            return _TAKEN
        if verb in self._words.held or (role == "nsubjpass" and verb in _TAKEN_OVER):
            return _HELD
        return _STRUCK if verb in self._words.struck else 0.0

    def _governed(self, preposition: str, head: Token) -> float:
        """After a preposition, by what it hangs on: ``an assault on X``, ``fled to X``, ``villages including X``."""
        governor = head.lemma_
        if preposition == "including":
            return _INTRODUCED * (head.lower_ in self._words.of_nouns)
        fought = governor in self._words.fought
        if fought and preposition in {"on", "upon", "for", "over", "against", "of"}:
            return _FOUGHT
        if preposition in {"from", "to", "on", "over", "off", "for", "by"} and governor in self._words.motion:
            return _MOVED
        return 0.0
