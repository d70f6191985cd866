"""Where things live and how large an input may be, read once from the environment."""

import os
from dataclasses import dataclass, field
from pathlib import Path


def _default_cache() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415  (not needed where the variable is set)

    return user_cache_path("whoheld")


def _cache_folder() -> Path:
    named = os.environ.get("WHOHELD_CACHE")
    return Path(named).expanduser() if named else _default_cache()


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one run.

    Attributes:
        cache: folder for what is built once (the gazetteer); ``WHOHELD_CACHE`` names another.
        max_bytes: the largest single input that is read, in bytes; ``WHOHELD_MAX_BYTES`` names another.
        model: name of an installed spaCy pipeline to prefer; ``WHOHELD_MODEL``.
    """

    cache: Path = field(default_factory=_cache_folder)
    max_bytes: int = field(default_factory=lambda: int(os.environ.get("WHOHELD_MAX_BYTES", "20000000")))
    model: str | None = field(default_factory=lambda: os.environ.get("WHOHELD_MODEL") or None)
