"""Systems, least squares, decompositions and what they answer, in floating point."""
