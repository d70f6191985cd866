"""Role nouns by their forms in a text, and the small words that phrases are made with."""

from dataclasses import dataclass
from functools import lru_cache

from whoheld.codebooks.roles import Role, nouns_of, roles

IRREGULAR = {
    "children": "child",
    "women": "woman",
    "men": "man",
    "policemen": "policeman",
    "policewomen": "policewoman",
    "people": "people",
    "lives": "life",
    "wives": "wife",
    "aircraft": "aircraft",
    "personnel": "personnel",
    "mujahideen": "mujahideen",
    "peoples": "people",
    "chiefs": "chief",
    "staff": "staff",
    "headquarters": "headquarters",
    "corps": "corps",
    "crew": "crew",
    "series": "series",
    "staffs": "staff",
    "jihadis": "jihadi",
    "forces": "force",
    "troops": "troop",
    "barracks": "barracks",
    "police": "police",
    "authorities": "authority",
}

# nouns and adjectives that never head a phrase: they only say whose something is
MODIFIERS = frozenset(
    {
        "state",
        "federal",
        "pro-government",
        "pro-regime",
        "progovernment",
        "govt",
        "loyal",
        "terror",
        "allied",
        "hostile",
        "invading",
        "occupying",
        "occupation",
        "anti-government",
        "anti-regime",
        "antigovernment",
        "peacekeeping",
        "pro-independence",
        "opposition force",
        "anti-assad",
        "humanitarian",
        "displaced",
        "kidnapped",
        "militancy",
        "insurgency",
        "rebellion",
    }
)
LINKED = frozenset(
    {
        "led",
        "backed",
        "aligned",
        "allied",
        "supported",
        "affiliated",
        "linked",
        "sponsored",
        "trained",
        "funded",
        "armed",
        "dominated",
        "inspired",
        "financed",
        "run",
        "controlled",
        "held",
        "occupied",
        "mediated",
        "brokered",
    }
)
OWNING = frozenset({"led"})  # "US-led strikes" are the leader's; "US-backed fighters" are not the backer's
STATE_WORDS = frozenset({"government", "regime", "govt", "army", "military", "state"})


@lru_cache(maxsize=1)
def role_forms() -> dict[str, Role]:
    """Role nouns by form, singular and plural; two words joined by a space where they make one term."""
    found: dict[str, Role] = {}
    for noun, role in roles().items():
        for form in _forms(noun):
            found.setdefault(form, role)
    return found


@lru_cache(maxsize=1)
def two_word_roles() -> dict[str, dict[str, Role]]:
    """Role nouns of two words by the first and the second one."""
    found: dict[str, dict[str, Role]] = {}
    for form, role in role_forms().items():
        first, _, second = form.partition(" ")
        if second:
            found.setdefault(first, {})[second] = role
    return found


def _forms(noun: str) -> tuple[str, ...]:
    before, space, last = noun.rpartition(" ")
    return tuple(before + space + form for form in (last, plural(last)))


def plural(noun: str) -> str:
    """The plural of a lower-case noun."""
    for form, singular in IRREGULAR.items():
        if singular == noun:
            return form
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun if noun.endswith("s") else noun + "s"


def singular(word: str) -> str:
    """A role noun's or common noun's singular, from its lower-case form."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    role = role_forms().get(word)
    if role:
        return role.noun
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True)
class Sets:
    """The plain word lists of the codebook."""

    partitives: frozenset[str]
    belongings: frozenset[str]
    peoples: frozenset[str]
    groups: frozenset[str]
    attackers: frozenset[str]
    defenders: frozenset[str]
    sides: frozenset[str]


@lru_cache(maxsize=1)
def sets() -> Sets:
    """The plain word lists, loaded once."""
    return Sets(
        partitives=nouns_of("partitives"),
        belongings=nouns_of("belongings"),
        peoples=frozenset(word.lower() for word in nouns_of("peoples", "adjectives")),
        groups=nouns_of("anaphors", "group"),
        attackers=nouns_of("anaphors", "attackers") | nouns_of("anaphors", "captors"),
        defenders=nouns_of("anaphors", "defenders"),
        sides=nouns_of("anaphors", "sides"),
    )
