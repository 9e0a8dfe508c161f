"""Exact values from numbers and text, with errors that say what was expected."""
