"""Measurements of trained networks that are too slow for a build: ``python -m tools.studies``."""
