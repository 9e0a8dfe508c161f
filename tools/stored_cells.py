"""Run the stored cells of another program again and compare, or store what they print now.

``python tasks.py test-torch`` installs what is needed and calls this; ``--renew`` stores. Cells of
Python run in a kernel, those of Octave and R in one call of their program. The cell ``versions``
says what ran and is not compared. In a cell's metadata ``compare`` may hold ``tolerance``, a
relative one, and ``signs: "any"`` for vectors that may come with the other sign.
"""

# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = {"octave": ["octave-cli", "--norc", "--quiet"], "R": ["R", "--vanilla", "--no-echo"]}
MARKS = {"octave": 'disp("{mark}"); fflush(stdout);', "R": 'cat("{mark}\\n")'}
MARK = "@@ cell {number} @@"
VERSIONS = "versions"
NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w.])")
FEWEST_PLACES = 3  # with fewer decimals, the last one decides and has to be equal


class StoredCellsError(Exception):
    """A notebook cannot be run; the message says what to do."""


def name_of(cell: Any) -> str:
    """Return the name by which chapters show a cell."""
    return str(cell.metadata.get("name", ""))


def output_of(cell: Any) -> str:
    """Return what a cell printed and its value, as text."""
    for output in cell.outputs:
        if output.get("name") == "stderr":
            raise StoredCellsError(f"cell {name_of(cell)} writes to stderr: {output.text}")
    texts = [o.text if "text" in o else o.data["text/plain"] + "\n" for o in cell.outputs]
    return "".join(texts)


def code_cells(notebook: Any) -> list[Any]:
    """Return the cells that run; each needs a name, and the first prints the versions."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    names = [name_of(cell) for cell in cells]
    if not all(names) or len(set(names)) < len(names) or names[:1] != [VERSIONS]:
        raise StoredCellsError(
            f"expected different names in the metadata of the cells, the first {VERSIONS!r}, "
            f"received {names}: give each cell a name"
        )
    return cells


# Running


def run(notebook: Any) -> list[str]:
    """Return what each cell prints now."""
    language = notebook.metadata.kernelspec.language
    if language == "python":
        return run_kernel(notebook)
    if language in COMMANDS:
        return run_program(language, [cell.source for cell in code_cells(notebook)])
    known = ", ".join(["python", *COMMANDS])
    raise StoredCellsError(f"expected a notebook in one of {known}, received {language}")


def run_kernel(notebook: Any) -> list[str]:
    """Run the cells in a kernel of this Python."""
    KernelManager.transport_encryption.default_value = "auto"  # else it warns on stderr
    again = nbformat.from_dict(notebook)
    try:
        NotebookClient(again, timeout=120, kernel_name="python3").execute()
    except CellExecutionError as error:
        raise StoredCellsError(f"a cell fails: {error}") from error
    return [output_of(cell) for cell in code_cells(again)]


def run_program(language: str, sources: list[str]) -> list[str]:
    """Run all cells in one call of a program, with a mark before each."""
    marks = [MARK.format(number=number) for number in range(len(sources) + 1)]
    lines = [MARKS[language].format(mark=mark) for mark in marks]
    parts = [part for pair in zip(lines, [*sources, ""], strict=True) for part in pair]
    done = subprocess.run(
        COMMANDS[language],
        input="\n".join(parts) + "\n",
        env={**os.environ, "LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or marks[-1] not in done.stdout:
        raise StoredCellsError(f"a cell fails; {COMMANDS[language][0]} said:\n{done.stdout}")
    ends = [(done.stdout.index(m), done.stdout.index(m) + len(m) + 1) for m in marks]
    return [done.stdout[one[1] : other[0]] for one, other in pairwise(ends)]


# Comparing


def agree(stored: str, now: str, *, tolerance: float | None = None, signs: str = "") -> bool:
    """Tell whether two outputs say the same.

    Words have to be equal, spaces and line breaks may differ. Numbers of three or more decimals
    may differ by one in the last; others have to be equal. A relative tolerance replaces this.
    """
    if ["".join(words.split()) for words in NUMBER.split(stored)] != [
        "".join(words.split()) for words in NUMBER.split(now)
    ]:
        return False
    pairs = zip(NUMBER.findall(stored), NUMBER.findall(now), strict=True)
    return all(_near(one, other, tolerance, signs) for one, other in pairs)


def _near(stored: str, now: str, tolerance: float | None, signs: str) -> bool:
    one, other = float(stored), float(now)
    if signs == "any":
        one, other = abs(one), abs(other)
    if tolerance is not None:
        return abs(one - other) <= tolerance * max(abs(one), abs(other))
    return abs(one - other) <= max(_last_place(stored), _last_place(now)) * 1.000001


def _last_place(number: str) -> float:
    """Return the value of one in the last decimal; zero for a number of few decimals."""
    digits, _, exponent = number.lower().partition("e")
    places = len(digits.partition(".")[2])
    return 0.0 if places < FEWEST_PLACES else 10.0 ** (int(exponent or 0) - places)


def differences(notebook: Any, outputs: list[str]) -> list[str]:
    """Return what to say of each cell that does not print what is stored."""
    found = []
    for cell, now in zip(code_cells(notebook), outputs, strict=True):
        stored, name = output_of(cell), name_of(cell)
        if name != VERSIONS and not agree(stored, now, **cell.metadata.get("compare", {})):
            found.append(f"cell {name} differs\nexpected:\n{stored}\nreceived:\n{now}")
    return found


def renew(path: Path, notebook: Any, outputs: list[str]) -> None:
    """Store what each cell printed."""
    for number, (cell, text) in enumerate(zip(code_cells(notebook), outputs, strict=True), start=1):
        if not text.strip():
            raise StoredCellsError(f"cell {name_of(cell)} prints nothing: let it print a result")
        cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=text)]
        cell.execution_count = number
    nbformat.validate(notebook)
    nbformat.write(notebook, path)


def check(path: Path, *, store: bool) -> bool:
    """Run one notebook; store or compare, and say what came out."""
    notebook = nbformat.read(path, as_version=4)
    outputs = run(notebook)
    print(f"{path.relative_to(ROOT)}, now run with:\n{outputs[0]}", end="")
    if store:
        renew(path, notebook, outputs)
        print(f"Stored {len(outputs)} outputs: read what git shows.")
        return True
    found = differences(notebook, outputs)
    for text in found:
        print(f"FAIL  {text}")
    print(f"{len(outputs) - 1 - len(found)} of {len(outputs) - 1} cells print what is stored")
    if found:
        renewing = f"python tasks.py test-{path.stem} --renew"
        print(f"Stored with:\n{output_of(code_cells(notebook)[0])}", end="")
        print(f"Remedy: mend the cell or, where the new output is right, call: {renewing}")
    return not found


def main(words: list[str]) -> int:
    """Run the notebooks of one program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--renew", action="store_true")
    chosen = parser.parse_args(words)
    paths = sorted((ROOT / "book").glob(f"*/stored/{chosen.program}.ipynb"))
    if not paths:
        print(f"expected a notebook book/*/stored/{chosen.program}.ipynb, found none")
        return 2
    try:
        failed = [path for path in paths if not check(path, store=chosen.renew)]
    except StoredCellsError as error:
        print(error)
        return 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
