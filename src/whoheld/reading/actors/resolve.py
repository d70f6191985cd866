"""Whom a role phrase stands for."""

from dataclasses import dataclass
from datetime import date

from whoheld.codebooks.actors import actor, forces_name, government_name, lifetime
from whoheld.codebooks.leaders import leader
from whoheld.codebooks.roles import RoleKind, Side, ids_of, sides
from whoheld.codebooks.states import State
from whoheld.codebooks.states import state as state_of
from whoheld.model import Actor, ActorKind
from whoheld.reading.actors.cast import Cast, clear_winner, of_side
from whoheld.reading.actors.defaults import UN, air_force, led_coalition, mission_in, usual
from whoheld.reading.actors.lexicon import plural
from whoheld.reading.actors.names import Entry, Form, Mark
from whoheld.reading.actors.phrases import Phrase
from whoheld.reading.actors.theatre import Theatre
from whoheld.reading.actors.words import Words

GOVERNING = frozenset({"government", "authority"})
KEPT = frozenset({"prisoners", "hostages", "detainees", "workers", "tribes", "protesters", "officials"})
UNTOLD = frozenset({"unidentified", "unknown", "unmarked", "unclaimed", "unspecified", "mystery"})
PEACEFUL = frozenset(
    {"peacekeeper", "blue helmet", "force", "troop", "soldier", "mission", "helicopter", "base", "contingent"}
)
TAKING = frozenset({"take", "takes", "took", "taken", "taking"})  # "took 40 prisoners" tells of those who lost them
TAKEN = frozenset({"prisoner", "prisoners", "hostage", "captive"})
BY_DEED = frozenset({"gunman", "suicide bomber"})  # a party's, where the text has told of one
REGULAR = frozenset({"troop", "soldier", "army", "armed force", "serviceman", "garrison"})
OF_A_PARTY = frozenset({"youth", "son", "official", "engineer", "doctor", "worker"})  # "youths of the X" are the X
SPELLED = {"NSAG": "non-state armed groups"}
VAGUE = frozenset({"militia", "militant", "jihadist", "terrorist", "paramilitary"})  # anybody's where no article points
MANY = 3  # so many rebel groups in one document: "rebels" is all of them


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a phrase stands for: a name, or None where it is left open, and why."""

    name: str | None
    actor: Actor | None = None
    reason: str = ""


class Resolver:
    """Resolves names that several bear, and role phrases, in one document."""

    def __init__(self, words: Words, theatre: Theatre, cast: Cast, published: date | None) -> None:
        self.words, self.theatre, self.cast, self.published = words, theatre, cast, published
        self.umbrellas, self.coalitions = ids_of("umbrellas"), ids_of("coalitions")

    def bearer(self, entry: Entry, token: int) -> Actor | None:
        """Which of its bearers a name means at a token."""
        if entry.form is Form.PERSON:
            person = leader(entry.name, self.published)
            return actor(person.actor) if person else None
        return choose(entry, self.theatre.at(token) if len(entry.bearers) > 1 else "", self.published)

    def phrase(self, phrase: Phrase) -> Found | None:
        """Whom a role phrase stands for; None where it is no phrase of a party."""
        if phrase.role.kind is RoleKind.GROUP and not self._owned_people(phrase):
            return self._group(phrase)
        if phrase.owners and phrase.stance != "anti":
            return self._owned(phrase, phrase.owners[0])
        if phrase.possessor is not None and (
            phrase.role.kind is not RoleKind.DESCRIPTION or phrase.role.noun in BY_DEED
        ):
            return Found(None, self._regular(phrase), "told by the possessive before it")
        if phrase.role.kind is not RoleKind.DESCRIPTION and UNTOLD & set(self.words.lower[phrase.start : phrase.head]):
            return Found(None, None, "the text says that they are unknown")
        return self._unowned(phrase)

    def _unowned(self, phrase: Phrase) -> Found | None:
        """A phrase that names no owner: by its own words, or by the side that they tell."""
        kind = phrase.role.kind
        if phrase.people:
            return Found(self._described(phrase, phrase.people[-1]), None, "described by its people")
        if phrase.backers and kind not in {RoleKind.DESCRIPTION, RoleKind.WEAPON}:
            return Found(self._described(phrase, phrase.backers[-1].start), None, "described by its backer")
        told = next((role.side for role in (*phrase.sides, phrase.role) if role.side), None)
        if told:
            return self.side(told, phrase)
        if phrase.role.noun in BY_DEED and (phrase.definite or phrase.role.noun != "gunman"):
            found = self.side(sides()["insurgent"], phrase)
            if found.actor:
                return found
        if kind is RoleKind.DESCRIPTION:
            return Found(self._counted(phrase), None, "described by what they do")
        return None if kind is RoleKind.WEAPON else Found(None, None, "whose it is, is not told here")

    def _regular(self, phrase: Phrase) -> Actor | None:
        """The army that "his troops" are where nobody can say who he is."""
        if phrase.role.noun not in REGULAR:
            return None
        return self._home(sides()["state"], phrase, self.theatre.at(phrase.head)).actor

    def _counted(self, phrase: Phrase) -> str:
        """What claims call people by what they do: acronyms in the plural where there are several."""
        name = phrase.role.name
        several = self.words.lower[phrase.head] == plural(phrase.role.noun.split()[-1])
        return SPELLED.get(name, name) if several else name

    def _owned_people(self, phrase: Phrase) -> bool:
        """Whether people are those of a party: "Wagner men", "his men", "youths of the X"."""
        if phrase.role.noun in OF_A_PARTY:
            return any(mark.entry.form is Form.NAME for mark in phrase.owners[:1])
        plural_men = self.words.lower[phrase.head] == "men"
        return plural_men and bool(phrase.owners or phrase.sides or phrase.possessor is not None)

    def _group(self, phrase: Phrase) -> Found | None:
        name, words = phrase.role.name, self.words
        if words.lower[phrase.head] in TAKEN and words.lower[words.head[phrase.head]] in TAKING:
            return None
        adjectives = [mark for mark in phrase.owners if mark.entry.form is Form.ADJECTIVE]
        if name in KEPT and adjectives:
            name = f"{adjectives[0].entry.name} {name}"
        return Found(name, None, "people who are no party")

    def _described(self, phrase: Phrase, start: int) -> str:
        """The phrase in its own words, in the plural, from a token on."""
        words = self.words
        parts = [words.text[i] for i in range(start, phrase.head)]
        noun = plural(phrase.role.noun.split()[-1])
        text = " ".join(parts).replace(" - ", "-").replace(" -", "-")
        return f"{text} {noun}"

    def _owned(self, phrase: Phrase, mark: Mark) -> Found:
        state = mark.entry.state
        if state and mark.entry.form is not Form.PEOPLE:
            return self._of_state(phrase, mark, state)
        owner = self.bearer(mark.entry, mark.start)
        if owner is None:
            return Found(mark.entry.name, None, f"of {mark.entry.name}")
        mission = mission_in(self.theatre.at(phrase.head), self.published) if owner.id == UN else None
        if mission and phrase.role.noun in PEACEFUL:
            return Found(mission.name, mission, "the mission in that country")
        army = force_of(owner) if phrase.role.noun not in GOVERNING else owner
        return Found(army.name, army, f"of {mark.entry.name}")

    def _of_state(self, phrase: Phrase, mark: Mark, state: State) -> Found:
        coalition = led_coalition(state) if phrase.led else None
        if coalition:
            return Found(coalition.name, coalition, f"led by {state.name}")
        nearest = next((role.side for role in (phrase.role, *phrase.sides) if role.side), None)
        told = next((role.side for role in phrase.sides if role.side and role.side.key != "state"), nearest)
        if told is None or told.key in {"state", "enemy"}:
            if phrase.stance == "pro" and self.theatre.at(phrase.head) != state.code:
                return Found(self._described(phrase, phrase.start), None, "described by whom it favours")
            return of_state(state.code, phrase.role.noun)
        return self._told_side(phrase, mark, state, told)

    def _told_side(self, phrase: Phrase, mark: Mark, state: State, told: Side) -> Found:
        """A side's words after a state's name: "Afghan police", "Syrian rebels", "Russian peacekeepers"."""
        if told.key == "police":
            return Found(f"{state.adjectives[0]} police", None, f"police of {state.name}")
        if told.key == "peacekeeper":  # a contingent is its state's
            return of_state(state.code, phrase.role.noun)
        if mark.entry.form is Form.ADJECTIVE and phrase.role.kind is not RoleKind.DESCRIPTION:
            found = self.side(told, phrase, state.code) if phrase.stance != "pro" else self.side(told, phrase)
            if found.actor:
                return found
            return Found(self._described(phrase, mark.start), None, f"{told.key} side of {state.name}")
        return Found(phrase.role.name or None, None, "described by what they do")

    def side(self, side: Side, phrase: Phrase, country: str = "") -> Found:
        """Whom the words of a side stand for at a phrase; ``country`` where the phrase names one."""
        token = phrase.head
        home = country or self.theatre.at(token)
        if side.home:
            return self._home(side, phrase, home)
        umbrella = actor(self.umbrellas.get(home, {}).get(side.key, ""))
        if umbrella:
            return Found(umbrella.name, umbrella, f"the {side.key} side in {home}, which has many groups")
        ranked = self.cast.ranked(token, self.words.sentence[token], of_side(side, home, strict=bool(country)))
        groups = [one for _, one in ranked if one.actor and one.actor.kind is side.kinds[0]]
        winner = clear_winner(ranked) if len(groups) < MANY or side.key not in {"rebel", "insurgent"} else None
        if winner:
            return Found(winner.name, winner.actor, f"the {side.key} side that the text has named")
        default = self._default(side, home) if not groups and (phrase.definite or side.key not in VAGUE) else None
        if default:
            return Found(default.name, default, f"the {side.key} side in {home}")
        return Found(side.name or None, None, f"{side.key} side, not named")

    def _default(self, side: Side, home: str) -> Actor | None:
        """Whom a side's words mean in a country where the text has named nobody of that kind."""
        if side.key == "coalition":
            return actor(self.coalitions.get(home, ""))
        if side.key == "peacekeeper":
            return mission_in(home, self.published)
        return usual(home, side.key, self.published)

    def _home(self, side: Side, phrase: Phrase, country: str) -> Found:
        if not country:
            return Found(side.name or None, None, "no country is told")
        if side.key == "police":
            one = state_of(country)
            known = one is not None and bool(one.adjectives)
            return Found(f"{one.adjectives[0]} police" if one and known else side.name, None, f"police in {country}")
        if phrase.role.noun not in GOVERNING:
            country = ids_of("armies").get(country, country)
        flying = "air force" in " ".join(self.words.lower[phrase.start : phrase.head])
        return of_state(country, "air force" if flying else phrase.role.noun)


def of_state(code: str, noun: str) -> Found:
    """A state's government or forces, by the role noun."""
    if noun in GOVERNING:
        return Found(government_name(code) or None, actor(code.lower()), f"government of {code}")
    one = state_of(code)
    if noun == "air force" and one:
        name, flyers = air_force(one)
        return Found(name, flyers, f"air force of {code}")
    army = actor(f"{code.lower()}-army") or actor(code.lower())
    return Found(forces_name(code) or None, army, f"forces of {code}")


def force_of(one: Actor) -> Actor:
    """The army of a state, or the actor itself."""
    return (actor(f"{one.id}-army") or one) if one.kind is ActorKind.STATE else one


def choose(entry: Entry, country: str, published: date | None) -> Actor | None:
    """Which bearer of a name is meant: of the war's country, alive at the time, the first of those left."""
    if len(entry.bearers) < 2:
        return entry.bearers[0] if entry.bearers else None

    def rank(one: Actor) -> tuple[bool, bool]:
        alive = published is None or published in lifetime(one.id)
        return one.country != country, not alive

    return min(entry.bearers, key=rank)
