"""Tests of ``linalg_book``."""
