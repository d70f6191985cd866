"""A small neural reader: what a transformer encoder says of kinds, evidence and roles, as features for the choices."""
