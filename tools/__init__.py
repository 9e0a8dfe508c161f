"""The tasks, and what they call: audit, rules of chapters, watching, accepting, stored cells.

These import what builds the book from ``book/_ext``, as the build does.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "book" / "_ext"))
