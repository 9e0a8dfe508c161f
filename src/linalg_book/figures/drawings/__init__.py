"""The drawings, by subject."""
