"""Where the extensions find the project's files."""

from pathlib import Path

EXTENSIONS = Path(__file__).resolve().parent
BOOK = EXTENSIONS.parent
ROOT = BOOK.parent
MODULES = ROOT / "node_modules"
