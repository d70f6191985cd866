"""Words that report speech, and words for those who speak."""

from dataclasses import dataclass
from functools import cache, lru_cache

from whoheld.codebooks.tables import read_toml

TABLE = "speech.toml"


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """What a verb needs to report something, and how its speaker stands to it.

    Attributes:
        say: it reports with a clause, a quotation or as an aside.
        object: it reports by its object alone.
        of: prepositions under which it tells what is said; "" where its direct object alone does, too.
        mind: it thinks, wishes or undertakes, with a clause or an infinitive.
        quote: it reports with quotation marks.
        factive: what it governs is so by the author's own word.
        stance: of the speaker.
    """

    say: bool = False
    object: bool = False
    of: frozenset[str] = frozenset()
    mind: bool = False
    quote: bool = False
    factive: bool = False
    stance: str = "says"

    @property
    def clause(self) -> bool:
        """It may govern a clause."""
        return self.say or self.object or self.mind


@lru_cache(maxsize=1)
def speech_verbs() -> dict[str, SpeechVerb]:
    """Verbs of speech and thought by lemma, the parser's mistaken lemmas included."""
    table = read_toml(TABLE)
    classes = {name: _lemmas(groups) for name, groups in table["verbs"].items()}
    pairs = [entry.partition(" ") for entry in classes.pop("of")]
    stances = {lemma: stance for stance, lemmas in table["stances"].items() for lemma in lemmas}
    factive = set(table["factive"]["verbs"])
    found = {
        lemma: SpeechVerb(
            say=lemma in classes["say"],
            object=lemma in classes["object"],
            of=frozenset(prep for verb, _, prep in pairs if verb == lemma),
            mind=lemma in classes["mind"],
            quote=lemma in classes["quote"],
            factive=lemma in factive,
            stance=stances.get(lemma) or _stance(lemma, classes),
        )
        for lemma in set().union(*classes.values(), (verb for verb, _, _ in pairs))
    }
    return found | {wrong: found[right] for wrong, right in table["lemmas"].items()}


def _lemmas(groups: dict[str, list[str]]) -> dict[str, str]:
    """Stance by lemma; the first group that lists it counts."""
    return {lemma: stance for stance, lemmas in reversed(groups.items()) for lemma in lemmas}


def _stance(lemma: str, classes: dict[str, dict[str, str]]) -> str:
    for name in ("object", "say", "mind"):
        if lemma in classes[name]:
            return classes[name][lemma]
    return "says"


@cache
def words(section: str, key: str) -> frozenset[str]:
    """A list of the table as a set: ``words("speakers", "titles")``."""
    return frozenset(read_toml(TABLE)[section][key])


@lru_cache(maxsize=1)
def phrases() -> tuple[tuple[str, ...], ...]:
    """Phrases that a source follows, as words."""
    return tuple(tuple(phrase.split()) for phrase in read_toml(TABLE)["phrases"]["prefixes"])
