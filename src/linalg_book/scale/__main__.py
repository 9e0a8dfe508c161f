"""Run the command: ``python -m linalg_book.scale least-squares data.parquet --target y``."""

import sys

from linalg_book.scale.command import main

if __name__ == "__main__":
    sys.exit(main())
