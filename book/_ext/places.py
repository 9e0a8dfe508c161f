"""Where the extensions find the project's files."""

from pathlib import Path

EXTENSIONS = Path(__file__).resolve().parent
BOOK = EXTENSIONS.parent
ROOT = BOOK.parent
BUILD = ROOT / "_build"
MODULES = ROOT / "node_modules"
TAKEN = ("embed", "slides")  # folders of a site that hold parts of its pages once more


def sources() -> list[Path]:
    """Return every file that can change what a cell prints: the package and the lock files."""
    package = [
        path for path in (ROOT / "src").rglob("*") if path.is_file() and path.suffix != ".pyc"
    ]
    return sorted([*package, *(ROOT / "requirements").glob("*.txt"), ROOT / "package-lock.json"])


def site_pages(site: Path) -> list[Path]:
    """Return the pages of a site, without those that are made of parts of them."""
    every = sorted(site.rglob("*.html"))
    return [path for path in every if path.relative_to(site).parts[0] not in TAKEN]
