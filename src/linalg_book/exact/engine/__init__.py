"""Exact algebra over the rational numbers and their roots: no sentences, no records."""
