"""Measured accuracy and speed: one script each, each printing one JSON line last."""
