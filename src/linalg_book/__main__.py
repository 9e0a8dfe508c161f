"""Run the package from a command line: ``python -m linalg_book closest-point "3x + 4y = 12"``."""

import sys

from linalg_book.cli import main

if __name__ == "__main__":
    sys.exit(main())
