"""Who or where it could be: what a claim's sentence, slots and story offer, with what speaks for each."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from spacy.tokens import Token

from whoheld.codebooks.actors import actor as actor_of
from whoheld.codebooks.frames import noun_classes
from whoheld.codebooks.states import states_by_name
from whoheld.codebooks.tables import fold_name
from whoheld.model import Location, Party
from whoheld.reading.actors import parties_at
from whoheld.reading.frames.grammar import word_of
from whoheld.reading.frames.match import Match
from whoheld.reading.frames.places import slot_places
from whoheld.reading.mentions import ActorMention, PlaceMention, overlapping
from whoheld.reading.net.features import filler_features
from whoheld.reading.page import Page
from whoheld.reading.places import place_at, running_place
from whoheld.reading.roles.paths import path
from whoheld.reading.roles.sides import relations
from whoheld.reading.roles.story import Story

T = TypeVar("T", Party, Location)
FAR = 60  # tokens
BACK = 4  # sentences before the claim's own whose mentions are options


@dataclass(slots=True)
class Option(Generic[T]):
    """One possible filler: its value, and the names of the features that hold for it.

    Attributes:
        value: the party or location; None for "the text does not tell".
        names: features.
    """

    value: T | None
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Site:
    """A match on its page, with what the story told before it."""

    page: Page
    match: Match
    story: Story
    start: int
    end: int

    @property
    def trigger(self) -> Token:
        """The word that states the claim."""
        return self.match.trigger

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The sentence of the trigger: its first token, and the token after its last."""
        return self.page.sentence_of(self.trigger.i)

    @cached_property
    def first(self) -> int:
        """The first token whose mentions are options."""
        starts = self.page.sentence_starts()
        return starts[max(0, bisect_right(starts, self.trigger.i) - 1 - BACK)]

    @cached_property
    def named(self) -> list[tuple[Party, set[str]]]:
        """Parties named in the sentence and those before, with their features: asked for by each role of a party."""
        return list(_named(self))


def party_options(
    site: Site, place: Location | None = None, exclude: frozenset[str] = frozenset(), against: str | None = None
) -> list[Option[Party]]:
    """The parties that a role of a claim could be, and that it is none.

    Args:
        site: the match.
        place: where it happened, if known: armies fight at home more than abroad.
        exclude: names that it cannot be.
        against: the other party, where it is known.
    """
    found: dict[str, Option[Party]] = {}
    _slot_parties(site, found, exclude)
    _named_parties(site, found, exclude)
    _told_parties(site, found, exclude)
    for name, option in found.items():
        option.names |= {
            _often(site.story.parties[name], site.story.most[0]),
            _home(option.value, place),
            *_telling(site, name),
        }
        if against and against != name:
            option.names |= relations(site.story, name, against)
    options = [Option(None, _nobody(site, found)), *found.values()]
    _ask_encoder(site, options, "actor", "recipient")
    return options


def _ask_encoder(site: Site, options: "list[Option[T]]", *roles: str) -> None:
    """Add to each option how far the encoder takes it for the filler of these roles."""
    if site.page.signals is None:
        return
    for role in roles:
        shares = site.page.signals.fillers(site.start, site.end, site.match.frame.kind, role)
        for option in options:
            option.names.update(filler_features(shares, option.value.name if option.value else None, role))


def _often(mentions: int, most: int) -> str:
    """How often the text names it, beside what it names most: a share, so that short texts count as long ones do."""
    return f"often={4 * mentions // most if most else 0}"


def told_recipient(site: Site) -> str | None:
    """The party that a slot for the recipient names, before anything is weighed."""
    for slot in site.match.frame.recipient:
        for head in site.match.slots.get(slot):
            for party in parties_at(site.page, head.i):
                return party.name
    return None


def _telling(site: Site, name: str) -> set[str]:
    """How often the text has told of a name in each role, and whether it opens with it."""
    story = site.story
    told = (("actor", story.actors_told), ("recipient", story.recipients_told), ("place", story.places_told))
    found = {f"told:{role}={min(counter[name], 4)}" for role, counter in told if counter[name]}
    if name in story.opening:
        found.add("opening")
    return found


def _home(party: Party | None, place: Location | None) -> str:
    registered = actor_of(party.actor_id) if party and party.actor_id else None
    country = place.place.country if place and place.place else ""
    if registered is None or not registered.country or not country:
        return "home=?"
    return f"home={registered.country == country}:{registered.kind}"


def _nobody(site: Site, found: dict[str, Option[Party]]) -> set[str]:
    near = sum("d=0" in option.names for option in found.values())
    offered = {
        f"null:offered:{role}={name.rpartition('=')[2]}"
        for role in ("actor", "recipient")
        for option in found.values()
        for name in option.names
        if name.startswith(f"for:{role}=")
    }
    return offered | {
        "null", f"null:near={min(near, 4)}", f"null:{site.match.frame.id}",
        f"null:passive={site.match.slots.passive}", f"null:pos={site.trigger.pos_}", f"null:dep={site.trigger.dep_}",
    }  # fmt: skip


def _slot_parties(site: Site, found: dict[str, Option[Party]], exclude: frozenset[str]) -> None:
    frame, slots = site.match.frame, site.match.slots
    for slot in dict.fromkeys((*frame.actor, *frame.recipient, "agent", "object", *slots.preps)):
        heads = [site.trigger] if slot == "self" else slots.get(slot)[:4]
        for rank, head in enumerate(heads):
            parties = _first_part(site, slot, head) or parties_at(site.page, head.i, exclude=exclude)
            parties = parties or _described(site, head, exclude)
            for party in parties:
                option = _party(found, party)
                option.names |= {f"slot={slot}", f"slot={slot}:{rank > 0}", "d=0", f"headpos={head.pos_}"}
                _preferred(frame.actor, slot, "actor", option.names)
                _preferred(frame.recipient, slot, "recipient", option.names)


def _first_part(site: Site, slot: str, head: Token) -> list[Party]:
    """The backer in "Turkish-backed fighters" is Turkey, though the whole is the name of the fighters."""
    if slot != "agent" or not site.match.frame.suffix:
        return []
    for mention in overlapping(site.page.places, head.i, head.i + 1):
        known = states_by_name().get(fold_name(mention.name))
        name = known.name if known else mention.name
        return [Party(name, site.page.span(head.i, head.i + 1), known.code.lower() if known else "", "first part")]
    return []


def _described(site: Site, head: Token, exclude: frozenset[str]) -> list[Party]:
    """A force that the text leaves unnamed, as the text calls it: "gunmen", "the militants"."""
    if head.pos_ != "NOUN" or "force" not in noun_classes().get(head.lemma_.lower(), frozenset()):
        return []
    name = head.lower_ if head.tag_ == "NNS" else head.lemma_.lower()
    if name in exclude:
        return []
    reason = "as the text calls them; who they are, it does not tell"
    return [Party(name, site.page.span(head.i, head.i + 1), "", reason)]


def _preferred(wanted: tuple[str, ...], slot: str, role: str, names: set[str]) -> None:
    if slot in wanted:
        names.add(f"for:{role}={wanted.index(slot)}")


def _party(found: dict[str, Option[Party]], party: Party) -> Option[Party]:
    return found.setdefault(party.name, Option(party))


def _named_parties(site: Site, found: dict[str, Option[Party]], exclude: frozenset[str]) -> None:
    for party, names in site.named:
        if party.name not in exclude:
            _party(found, party).names |= names


def _named(site: Site) -> Iterator[tuple[Party, set[str]]]:
    for mention in overlapping(site.page.actors, site.first, site.sentence[1]):
        if mention.name:
            span, actor_id = site.page.span(mention.start, mention.end), mention.actor.id if mention.actor else ""
            party = Party(mention.name, span, actor_id, mention.reason)
            yield party, _mention_features(site, mention, site.sentence[0])


def _mention_features(site: Site, mention: ActorMention, sentence: int) -> set[str]:
    names = {f"basis={mention.basis}", f"kind={mention.actor.kind if mention.actor else 'none'}"}
    if mention.end <= sentence:
        return names | {"d=-1", f"d={_distance(site.page, mention.end, sentence)}"}
    head = _head(site.page, mention.start, mention.end)
    side = "before" if mention.end <= site.trigger.i else "after"
    inside = site.start <= mention.start < site.end
    names |= {
        "d=0", side, f"inside={inside}", f"{side}:inside={inside}", f"path={path(site.trigger, head)}",
        f"dep={head.dep_}", f"by={_governor(head)}", f"gap={min(abs(head.i - site.trigger.i) // 4, 6)}",
    }  # fmt: skip
    if head.i in site.page.speaking():
        names.add("speaks")
    return names


def _distance(page: Page, end: int, sentence: int) -> str:
    """How many sentences back something ends that ends before this sentence: 1, 2 or more."""
    if page.sentence_of(sentence - 1)[0] < end:
        return "1back"
    return "2back" if sentence - end < FAR else "far"


def _head(page: Page, start: int, end: int) -> Token:
    return page.doc[start:end].root


def _governor(head: Token) -> str:
    if head.dep_ == "pobj":
        return head.head.lower_
    if head.dep_ in {"compound", "amod", "poss", "nmod"}:
        return f"{head.dep_}"
    return f"{head.dep_}:{word_of(head.head)}"


def _told_parties(site: Site, found: dict[str, Option[Party]], exclude: frozenset[str]) -> None:
    for back, told in enumerate(site.story.recent()):
        same = told.kind == site.match.frame.kind
        close = "same" if told.sentence == site.sentence[0] else "earlier"
        for role, name in (("actor", told.actor), ("recipient", told.recipient)):
            if not name or name in exclude:
                continue
            option = found.setdefault(name, Option(Party(name, reason=f"{role} of the claim before")))
            option.names |= {f"was={role}", f"was={role}:{same}", f"was={role}:{close}", f"was={role}:{told.kind}"}
            if back == 0:
                option.names |= {f"last={role}", f"last={role}:{same}:{close}", f"last={role}:{told.kind}"}
    for name in site.story.frequent_parties:
        if name not in exclude:
            found.setdefault(name, Option(Party(name, reason="named most in the text"))).names.add("frequent")


def place_options(site: Site) -> list[Option[Location]]:
    """The places that a claim could be at, and that it is none."""
    found: dict[str, Option[Location]] = {}
    for slot, rank, place in slot_places(site.page, site.match):
        option = found.setdefault(place.name, Option(place))
        option.names |= {f"slot={slot}", f"slot={slot}:{rank > 0}", "d=0", f"kind={_kind(place)}"}
        _preferred(site.match.frame.place, slot, "place", option.names)
    _named_places(site, found)
    _told_places(site, found)
    most = max(site.story.places_told, key=lambda n: site.story.places_told[n], default=None)
    for name, option in found.items():
        option.names |= {_often(site.story.places[name], site.story.most[1]), *_telling(site, name)}
        if name == most:
            option.names.add("told most")
    near = sum("d=0" in option.names for option in found.values())
    nowhere = {"null", f"null:near={min(near, 4)}", f"null:{site.match.frame.id}"}
    options = [Option(None, nowhere), *found.values()]
    _ask_encoder(site, options, "place")
    return options


def _kind(place: Location) -> str:
    return place.place.kind if place.place else "unknown"


def _named_places(site: Site, found: dict[str, Option[Location]]) -> None:
    for mention in overlapping(site.page.places, site.first, site.sentence[1]):
        if mention.adjective:
            continue
        place = place_at(site.page, mention.end - 1)
        if place is None:
            continue
        option = found.setdefault(place.name, Option(place))
        option.names |= _place_features(site, mention, place, site.sentence[0])
        option.names.add(f"asactor={bool(overlapping(site.page.actors, mention.start, mention.start + 1))}")


def _place_features(site: Site, mention: PlaceMention, place: Location, sentence: int) -> set[str]:
    names = {f"kind={_kind(place)}"}
    if mention.end <= sentence:
        return names | {"d=-1", f"d={_distance(site.page, mention.end, sentence)}", f"earlier:{_kind(place)}"}
    head = _head(site.page, mention.start, mention.end)
    side = "before" if mention.end <= site.trigger.i else "after"
    inside = site.start <= mention.start < site.end
    return names | {
        "d=0", side, f"inside={inside}", f"{side}:inside={inside}", f"path={path(site.trigger, head)}",
        f"dep={head.dep_}", f"by={_governor(head)}", f"gap={min(abs(head.i - site.trigger.i) // 4, 6)}",
        f"kind={_kind(place)}:{inside}",
    }  # fmt: skip


def _told_places(site: Site, found: dict[str, Option[Location]]) -> None:
    for back, told in enumerate(site.story.recent()):
        if not told.place:
            continue
        same = told.kind == site.match.frame.kind
        close = "same" if told.sentence == site.sentence[0] else "earlier"
        option = found.setdefault(told.place, Option(Location(told.place, reason="place of the claim before")))
        option.names |= {"was", f"was:{same}", f"was:{close}"}
        if back == 0:
            option.names |= {"last", f"last:{same}:{close}"}
    before = running_place(site.page, site.trigger.i)
    if before is not None:
        found.setdefault(before.name, Option(before)).names.add("running")
    for name in site.story.frequent_places:
        found.setdefault(name, Option(Location(name, reason="named most in the text"))).names.add("frequent")
