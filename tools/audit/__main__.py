"""``python -m tools.audit``: run the named checks, or all."""

import sys

from tools.audit import main

sys.exit(main(sys.argv[1:]))
