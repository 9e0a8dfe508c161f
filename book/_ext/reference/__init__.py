"""Pages that are made from the package and its tests."""
