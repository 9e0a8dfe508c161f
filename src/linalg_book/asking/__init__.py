"""Functions of ``exact`` called from text: for the command line and the live pages."""
