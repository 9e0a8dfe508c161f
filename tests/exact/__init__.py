"""Tests of ``linalg_book.exact``."""
