"""Tests of ``linalg_book.numeric``."""
