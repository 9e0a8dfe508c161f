"""Formulas, typeset when the book is built, and their fonts."""
