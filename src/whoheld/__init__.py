"""whoheld reads reporting on armed conflicts and keeps a ledger of who held what, since when, according to whom."""

__version__ = "0.1.0"
