"""Persons whom the text itself gives a side: "M23 spokesman X", "X, a commander of the Y Brigade"."""

from collections.abc import Iterable, Iterator

from whoheld.codebooks.roles import nouns_of
from whoheld.reading.actors.lexicon import singular
from whoheld.reading.actors.words import DATES, HYPHENS, Words
from whoheld.reading.mentions import ActorMention, Basis

LONGEST = 5  # tokens of a person's name
SHORTEST = 4  # letters of a surname that stands alone


class Persons:
    """Finds the persons beside role phrases, and their surnames further on."""

    def __init__(self, words: Words, mentions: list[ActorMention], blocked: Iterable[int]) -> None:
        self.words, self.mentions = words, mentions
        self.blocked = {token for one in mentions for token in range(one.start, one.end)} | set(blocked)
        self.nouns = nouns_of("persons")

    def __iter__(self) -> Iterator[ActorMention]:
        surnames: dict[str, ActorMention] = {}
        for mention in self.mentions:
            if mention.basis is not Basis.ROLE or not mention.name:
                continue
            if singular(self.words.lower[mention.end - 1]) not in self.nouns:
                continue
            for start, end in self._beside(mention):
                found = self._person(start, end, mention)
                yield found
                self.blocked.update(range(start, end))
                surname = self.words.text[end - 1]
                if len(surname) >= SHORTEST:
                    surnames.setdefault(surname, found)
        yield from self._again(surnames)

    def _person(self, start: int, end: int, side: ActorMention) -> ActorMention:
        name = " ".join(self.words.text[start:end]).replace(" - ", "-")
        return ActorMention(start, end, side.name, side.actor, Basis.PERSON, f"{name} stands for {side.name}")

    def _beside(self, mention: ActorMention) -> Iterator[tuple[int, int]]:
        """Names right after the phrase, or before it across a comma."""
        words, at = self.words, mention.end
        if at < len(words) and words.text[at] == ",":
            at += 1
        end = self._run(at)
        if end > at:
            yield at, end
            return
        before = mention.start - 1
        while before >= 0 and words.lower[before] in {
            "a",
            "an",
            "the",
            "its",
            "their",
            "who",
            "is",
            "former",
            "deputy",
        }:
            before -= 1
        if before > 0 and words.text[before] == ",":
            start = before
            while start > 0 and start > before - LONGEST and self._named(start - 1):
                start -= 1
            if start < before:
                yield start, before

    def _run(self, at: int) -> int:
        end = at
        while end < min(at + LONGEST, len(self.words)) and self._named(end):
            end += 1
        return end

    def _named(self, token: int) -> bool:
        words = self.words
        if token in self.blocked:
            return False
        if words.text[token] in HYPHENS or words.lower[token] in {
            "al",
            "el",
            "bin",
            "ibn",
            "abu",
            "de",
            "van",
            "von",
        }:
            return 0 < token < len(words) - 1 and (words.capital(token + 1) or words.text[token + 1] in HYPHENS)
        return words.pos[token] == "PROPN" and words.capital(token) and words.lower[token] not in DATES

    def _again(self, surnames: dict[str, ActorMention]) -> Iterator[ActorMention]:
        for token, text in enumerate(self.words.text):
            first = surnames.get(text)
            if first and token not in self.blocked and token > first.end:
                yield ActorMention(token, token + 1, first.name, first.actor, Basis.PERSON, first.reason)
