"""Tests of the book's theorems, one module a chapter."""
