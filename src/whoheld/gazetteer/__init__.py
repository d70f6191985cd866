"""Names of places and where they are: built once from packages and the project's own tables."""

from whoheld.gazetteer.keys import exact_key, loose_key
from whoheld.gazetteer.packs import load_pack
from whoheld.gazetteer.renamings import Renaming, name_on, renamings
from whoheld.gazetteer.store import Candidate, Gazetteer

__all__ = ["Candidate", "Gazetteer", "Renaming", "exact_key", "load_pack", "loose_key", "name_on", "renamings"]
