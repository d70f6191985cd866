"""For each kind of claim the words of a table's column, and a sentence with its parties and its place."""

import re

# short form, then the sentence: {a} actor, {r} recipient, {p} place; brackets go where their slot is empty,
# or give what stands after their bar
PHRASES = {
    "capture": ("took", "{a} took[ {p}][ from {r}]"),
    "handover": ("was given", "{a} was given[ {p}][ by {r}]"),
    "expulsion": ("drove out", "{a} drove[ {r}| others] out[ of {p}]"),
    "withdrawal": ("left", "{a} left[ {p}][ to {r}]"),
    "hold": ("holds", "{a} holds[ {p}][ against {r}]"),
    "siege": ("besieges", "{a} besieges[ {p}][ held by {r}]"),
    "siege_end": ("ended siege", "{a} ended the siege[ of {p}][ by {r}]"),
    "offensive": ("attacks", "{a} attacks[ {r}][ at {p}]"),
    "repulse": ("beat off", "{a} beat off an attack[ by {r}][ at {p}]"),
    "clash": ("fought", "{a} fought[ {r}][ at {p}]"),
    "attack": ("attacked", "{a} attacked[ {r}| people][ at {p}]"),
    "airstrike": ("struck from air", "{a} made air strikes[ on {r}][ at {p}]"),
    "shelling": ("shelled", "{a} fired shells[ at {r}][ in {p}]"),
    "bombing": ("set off bomb", "{a} set off a bomb[ against {r}][ at {p}]"),
    "chemical": ("used chemicals", "{a} used a chemical weapon[ on {r}][ at {p}]"),
    "killing": ("killed", "{a} killed[ {r}| people][ at {p}]"),
    "detention": ("detained", "{a} detained[ {r}| people][ at {p}]"),
    "release": ("freed", "{a} freed[ {r}| people][ at {p}]"),
    "displacement": ("drove to flee", "{a} made[ {r}| people] flee[ at {p}]"),
    "destruction": ("destroyed", "{a} destroyed something[ of {r}][ at {p}]"),
    "deployment": ("moved forces", "{a} moved forces[ to {p}][ for {r}]"),
    "support": ("backs", "{a} backs[ {r}| others][ at {p}]"),
    "agreement": ("agreed", "{a} made a deal[ with {r}][ on {p}]"),
    "violation": ("broke deal", "{a} broke a deal[ with {r}][ at {p}]"),
    "talks": ("talked", "{a} talked[ with {r}][ at {p}]"),
    "aid": ("relief", "{a} brought, kept back or took relief[ for {r}][ at {p}]"),
}
_OPTIONAL = re.compile(r"\[([^\]]*)\{([rp])\}([^\]|]*)(?:\|([^\]]*))?\]")


def done(kind: str) -> str:
    """What the actor of such a claim did, in a word or two."""
    return PHRASES.get(kind, (kind.replace("_", " "), ""))[0]


def sentence(kind: str, actor: str, recipient: str, place: str) -> str:
    """A claim as a sentence; what is empty is left out, an actor that is empty is somebody."""
    form = PHRASES.get(kind, ("", f"{{a}}: {kind}[ {{r}}][ at {{p}}]"))[1]
    slots = {"r": recipient, "p": place}

    def filled(found: re.Match[str]) -> str:
        before, slot, after, otherwise = found.groups()
        return before + slots[slot] + after if slots[slot] else otherwise or ""

    return _OPTIONAL.sub(filled, form).replace("{a}", actor or "Somebody", 1)
