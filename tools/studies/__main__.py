"""Measure again what the datasets ``width_study`` and ``product_study`` hold: minutes of work.

``python -m tools.studies widths`` or ``products`` writes the file into the package's data and
prints its checksum, which belongs into the loader.
"""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

from tools.studies import products, widths
from tools.tasks.base import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADS = {
    "width_study": "activation,width,draw,distance,change,weights,weight,gap",
    "product_study": "factors,coordinates,examples,draw,method,error",
}
STUDIES = {"widths": ("width_study", widths), "products": ("product_study", products)}


def table(head: str, rows: Iterable[list[float]]) -> str:
    """Return lines of numbers, rounded to four digits."""
    lines = [",".join(f"{number:.4g}" for number in row) for row in rows]
    return "\n".join([head, *lines]) + "\n"


def main(name: str) -> None:
    """Measure, write the file, and print its checksum."""
    file, study = STUDIES[name]
    text = table(HEADS[file], study.rows())
    path = ROOT / "src" / "linalg_book" / "datasets" / "data" / f"{file}.csv"
    path.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{file} {hashlib.sha256(text.encode()).hexdigest()}\n")


if __name__ == "__main__":
    main(sys.argv[1])
