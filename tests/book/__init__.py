"""Tests of the book's pages, of its style rules and of its build."""
