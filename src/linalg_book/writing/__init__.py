"""How formulas and sentences are made and shown."""
