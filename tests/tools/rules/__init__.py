"""Tests of the rules of chapters."""
