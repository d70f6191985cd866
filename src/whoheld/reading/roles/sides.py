"""Friend or foe: what the registry's sides, and the claims told so far, say of two parties."""

from functools import lru_cache

from whoheld.codebooks.actors import actors_by_name, fold_name
from whoheld.model import Actor
from whoheld.reading.roles.story import Story


@lru_cache(maxsize=4096)
def registered(name: str) -> Actor | None:
    """The actor of the registry that bears a name first of all."""
    bearers = actors_by_name().get(fold_name(name))
    return bearers[0] if bearers else None


@lru_cache(maxsize=4096)
def relation(one: str, other: str) -> str:
    """``friend`` or ``foe`` where the registry has both on sides of one war, else ``unknown``."""
    first, second = registered(one), registered(other)
    if first is None or second is None:
        return "unknown"
    if second.id in {first.id, first.parent} or second.parent == first.id:
        return "own"
    shared = [(side, second.sides[war]) for war, side in first.sides.items() if war in second.sides]
    if not shared:
        return "unknown"
    return "friend" if any(mine == theirs for mine, theirs in shared) else "foe"


def relations(story: Story, one: str, other: str) -> set[str]:
    """Features of two names as the parties of one claim."""
    return {f"sides={relation(one, other)}", *story.dealings.get(frozenset((one, other)), ())}
