"""Tests of the book's drawings."""
