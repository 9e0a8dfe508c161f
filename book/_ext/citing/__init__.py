"""How each statement is cited."""
