"""What upstream packages do wrong, mended here: one file a fault."""
