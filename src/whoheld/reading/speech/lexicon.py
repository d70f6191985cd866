"""What a text itself tells of names: its persons, abbreviations and states, and bodies named by them."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from whoheld.codebooks.speech import words
from whoheld.reading.mentions import ActorMention, Basis, overlapping
from whoheld.reading.speech.bodies import (
    Homeland,
    adjective_of,
    listed_source,
    public_person,
    regular,
    seat,
    seat_in,
    standing_for,
)
from whoheld.reading.speech.known import Known
from whoheld.reading.speech.proper import abbreviations, is_title, name_run, people, text_of

TOLD_BY = frozenset({Basis.NAME, Basis.PLACE, Basis.ROLE})


@dataclass
class Lexicon:
    """The names of one text."""

    doc: Doc
    actors: list[ActorMention]

    def person(self, tokens: list[Token], lemmas: frozenset[str]) -> Known:
        """A person without title, by the whole name where the text or the table of leaders has it."""
        titles = words("speakers", "titles")
        cut = max((n for n in range(len(tokens) - 1) if is_title(tokens, n)), default=-1)
        before = self.doc[tokens[0].i - 1].lower_ if tokens[0].i else ""
        named = tokens[cut + 1 :]
        if len(named) == 1 and named[0].lower_ in self.people and not named[0].text.isupper():
            return Known(self.people[named[0].lower_], True, False, lemmas)
        titled = cut >= 0 or before in titles or before in words("speakers", "persons")
        name = text_of(named)
        office = public_person(name) if len(named) == 1 and (titled or not name.isupper()) else None
        if office:
            return Known(office, True, False, lemmas)
        if not titled and len(named) == 1:
            return Known(self.abbreviations.get(name) or seat(name) or name, False, False, lemmas)
        person = titled or (len(named) >= 2 and not any(t.text.isupper() and len(t.text) > 2 for t in named))
        return Known(name, person, False, lemmas | {before})

    def body(self, tokens: list[Token]) -> str | None:
        """The body that words before a noun name: "army" of "army spokesman", "Turkish army" of its statement."""
        if not tokens:
            return None
        text = text_of(tokens)
        named = self.abbreviations.get(text) or listed_source(tokens) or standing_for(text)
        if named is None and tokens[-1].lower_ != "government":
            named = self.mentioned(tokens[-1])
        if named is None and text.lower() in words("speakers", "national"):
            named = self.homeland.named(regular(text), tokens[-1].i)
        return named

    def owned(self, tokens: list[Token], head: Token) -> str:
        """A body with whose it is: "Turkey's defence ministry", "the army" of the country told of."""
        holder = next((c for c in head.children if c.dep_ == "poss" and c.pos_ != "PRON"), None)
        text = text_of(tokens)
        listed = listed_source(tokens)
        if listed:
            return listed
        if holder is not None and holder not in tokens and holder.pos_ == "PROPN":
            owner = adjective_of(text_of(list(self.doc[slice(*name_run(holder))])))
            return regular(f"{owner} {text}")
        bare = text.lower()
        if bare.endswith("ministry") and self._homeless(tokens):
            home = seat_in(head)
            if home:
                return regular(f"{home} {regular(text)}")
        if bare in words("speakers", "national") or (bare.endswith("ministry") and self._homeless(tokens)):
            return regular(self.homeland.named(regular(text), head.i) or text)
        return regular(text)

    def _homeless(self, tokens: list[Token]) -> bool:
        """A ministry that the phrase gives no country: "the Defence Ministry", "the ministry"."""
        return len(tokens) <= 3 and regular(text_of(tokens)).split()[0].lower() in words("speakers", "portfolios")

    def mentioned(self, head: Token, run: int = 1) -> str | None:
        """The actor that was found at a token; a place's name within a longer name is none: "Israel Katz"."""
        for mention in overlapping(self.actors, head.i, head.i + 1):
            if mention.basis is Basis.ROLE and head.lemma_.lower() in {"ministry", "spokesman"}:
                return None
            if (
                mention.basis is Basis.PLACE
                and mention.end - mention.start < run
                and head.lower_ not in words("speakers", "organs")
            ):
                return None
            told = mention.name if mention.basis in TOLD_BY else None
            return regular(told) if told else None
        return None

    @cached_property
    def people(self) -> dict[str, str]:
        """Persons by the words of their names."""
        return people(self.doc)

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Abbreviations that the text explains."""
        return abbreviations(self.doc)

    @cached_property
    def homeland(self) -> Homeland:
        """Which state "the army" is of."""
        return Homeland(self.doc)
