"""Who it could be: the parties that a claim's slots, its sentence and the story so far offer."""

from collections.abc import Iterator

from spacy.tokens import Token

from whoheld.codebooks.actors import actor as actor_of
from whoheld.codebooks.frames import noun_classes
from whoheld.codebooks.states import states_by_name
from whoheld.codebooks.tables import fold_name
from whoheld.model import Location, Party
from whoheld.reading.actors import parties_at
from whoheld.reading.mentions import ActorMention, overlapping
from whoheld.reading.roles.options import Option, ask_encoder, before, beside, often, preferred, telling
from whoheld.reading.roles.sides import relations
from whoheld.reading.roles.site import Site


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
            often(site.story.parties[name], site.story.most[0]),
            _home(option.value, place),
            *telling(site, name),
        }
        if against and against != name:
            option.names |= relations(site.story, name, against)
    options: list[Option[Party]] = [Option(None, _nobody(site, found)), *found.values()]
    ask_encoder(site, options, "actor", "recipient")
    return options


def told_recipient(site: Site) -> str | None:
    """The party that a slot for the recipient names, before anything is weighed."""
    for slot in site.match.frame.recipient:
        for head in site.match.slots.get(slot):
            for party in parties_at(site.page, head.i):
                return party.name
    return None


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
                preferred(frame.actor, slot, "actor", option.names)
                preferred(frame.recipient, slot, "recipient", option.names)


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


def _party(found: dict[str, Option[Party]], party: Party) -> Option[Party]:
    return found.setdefault(party.name, Option(party))


def _named_parties(site: Site, found: dict[str, Option[Party]], exclude: frozenset[str]) -> None:
    if not site.named:
        site.named.extend(_named(site))
    for party, names in site.named:
        if party.name not in exclude:
            _party(found, party).names |= names


def _named(site: Site) -> Iterator[tuple[Party, set[str]]]:
    for mention in overlapping(site.page.actors, site.first, site.sentence[1]):
        if mention.name:
            span, actor_id = site.page.span(mention.start, mention.end), mention.actor.id if mention.actor else ""
            party = Party(mention.name, span, actor_id, mention.reason)
            yield party, _mention_features(site, mention)


def _mention_features(site: Site, mention: ActorMention) -> set[str]:
    names = {f"basis={mention.basis}", f"kind={mention.actor.kind if mention.actor else 'none'}"}
    if mention.end <= site.sentence[0]:
        return names | before(site, mention.end)
    head, beside_it = beside(site, mention.start, mention.end)
    if head.i in site.page.speaking():
        names.add("speaks")
    return names | beside_it


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
