"""Tests of ``linalg_book.scale``."""
