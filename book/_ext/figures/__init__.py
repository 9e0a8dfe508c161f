"""Drawings inline in the pages, and as files to take away."""
