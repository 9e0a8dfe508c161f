"""The sentences of each derivation."""
