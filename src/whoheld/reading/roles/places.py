"""Where it could be: the places that a claim's slots, its sentence and the story so far offer."""

from whoheld.model import Location
from whoheld.reading.frames.places import slot_places
from whoheld.reading.mentions import PlaceMention, overlapping
from whoheld.reading.places import place_at, running_place
from whoheld.reading.roles.options import Option, ask_encoder, before, beside, often, preferred, telling
from whoheld.reading.roles.site import Site


def place_options(site: Site) -> list[Option[Location]]:
    """The places that a claim could be at, and that it is none."""
    found: dict[str, Option[Location]] = {}
    for slot, rank, place in slot_places(site.page, site.match):
        option = found.setdefault(place.name, Option(place))
        option.names |= {f"slot={slot}", f"slot={slot}:{rank > 0}", "d=0", f"kind={_kind(place)}"}
        preferred(site.match.frame.place, slot, "place", option.names)
    _named_places(site, found)
    _told_places(site, found)
    most = max(site.story.places_told, key=lambda n: site.story.places_told[n], default=None)
    for name, option in found.items():
        option.names |= {often(site.story.places[name], site.story.most[1]), *telling(site, name)}
        if name == most:
            option.names.add("told most")
    near = sum("d=0" in option.names for option in found.values())
    nowhere = {"null", f"null:near={min(near, 4)}", f"null:{site.match.frame.id}"}
    options: list[Option[Location]] = [Option(None, nowhere), *found.values()]
    ask_encoder(site, options, "place")
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
        option.names |= _place_features(site, mention, place)
        option.names.add(f"asactor={bool(overlapping(site.page.actors, mention.start, mention.start + 1))}")


def _place_features(site: Site, mention: PlaceMention, place: Location) -> set[str]:
    names = {f"kind={_kind(place)}"}
    if mention.end <= site.sentence[0]:
        return names | before(site, mention.end) | {f"earlier:{_kind(place)}"}
    _, beside_it = beside(site, mention.start, mention.end)
    return names | beside_it | {f"kind={_kind(place)}:{site.start <= mention.start < site.end}"}


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
    running = running_place(site.page, site.trigger.i)
    if running is not None:
        found.setdefault(running.name, Option(running)).names.add("running")
    for name in site.story.frequent_places:
        found.setdefault(name, Option(Location(name, reason="named most in the text"))).names.add("frequent")
