"""Tests of what counts as a right answer."""
