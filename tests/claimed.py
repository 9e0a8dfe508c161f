"""The register of claims, ``book/claims``, as the book's build reads it."""

import ast
import re
from functools import cache

from reference.claims import COUNTS, planned_chapters, read_claims, read_counts
from tests.paths import ROOT

FOLDER = ROOT / "book" / "claims"
CASES = FOLDER / COUNTS
CLAIMS = read_claims(FOLDER)
PLANNED = planned_chapters(FOLDER)
LISTED = {test for claim in CLAIMS for test in claim.tests}
STATED = {
    label
    for page in (ROOT / "book").rglob("*.md")
    for label in re.findall(
        r"^:label: ((?:thm|lem|cor)-[a-z0-9-]+)$", page.read_text(encoding="utf-8"), re.MULTILINE
    )
}


def counts() -> dict[str, int]:
    """Return the committed number of cases of each test, by its node."""
    return read_counts(FOLDER)


@cache
def functions(path):
    """Map the functions of a file to the names of their decorators."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {
        node.name: {ast.unparse(decorator).split("(")[0] for decorator in node.decorator_list}
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }
