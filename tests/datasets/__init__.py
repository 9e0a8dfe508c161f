"""Tests of ``linalg_book.datasets``."""
