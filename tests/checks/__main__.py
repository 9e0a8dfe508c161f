"""``python -m tests.checks``: run the named checks, or all."""

import sys

from tests.checks import main

sys.exit(main(sys.argv[1:]))
