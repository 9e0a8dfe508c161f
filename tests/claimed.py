"""The register of claims, ``book/claims``, as the book's build reads it."""

from reference.claims import COUNTS, planned_chapters, read_claims, read_counts
from tests.paths import ROOT

FOLDER = ROOT / "book" / "claims"
CASES = FOLDER / COUNTS
CLAIMS = read_claims(FOLDER)
PLANNED = planned_chapters(FOLDER)
LISTED = {test for claim in CLAIMS for test in claim.tests}


def counts() -> dict[str, int]:
    """Return the committed number of cases of each test, by its node."""
    return read_counts(FOLDER)
