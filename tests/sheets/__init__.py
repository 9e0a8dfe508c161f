"""Tests of problem sheets."""
