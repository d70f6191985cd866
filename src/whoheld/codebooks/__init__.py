"""Tables that say what the words of the field mean, and their loaders."""
