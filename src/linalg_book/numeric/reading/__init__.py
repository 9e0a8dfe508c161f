"""Arrays of floats from what a caller gave, checked before any work starts."""
