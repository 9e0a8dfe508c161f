"""Sentences of the judge that the chapters' answers name more than once."""

LONGER = "Right direction, wrong length: yours is {} times too long"
OTHER = "This solves the system, but it is not the "
