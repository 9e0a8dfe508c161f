"""What moves and computes in the page, and Python in the page."""
