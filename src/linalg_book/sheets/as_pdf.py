"""A sheet as PDF, by the TeX program that is there."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from linalg_book.errors import RequestError
from linalg_book.sheets import as_latex
from linalg_book.sheets.formats import TEX
from linalg_book.sheets.sheet import Sheet

SECONDS = 300
OPTIONS: dict[str, list[str]] = {"tectonic": []}  # the others are asked to stop at the first error
STOP = ["-interaction=nonstopmode", "-halt-on-error"]


def write(sheet: Sheet) -> bytes:
    """Write LaTeX into a folder of its own, and return what the program makes of it."""
    program = next(name for name in TEX if shutil.which(name))
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "sheet.tex"), Path(folder, "sheet.pdf")
        source.write_text(as_latex.write(sheet), encoding="ascii")
        command = [program, *OPTIONS.get(program, STOP), source.name]
        try:
            done = subprocess.run(
                command, cwd=folder, capture_output=True, check=False, timeout=SECONDS
            )
            said = done.stdout.decode(errors="replace")
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RequestError(_failed(program, str(error))) from None
        if done.returncode or not target.exists():
            first = next((line for line in said.splitlines() if line.startswith("!")), "no PDF")
            raise RequestError(_failed(program, first))
        return target.read_bytes()


def _failed(program: str, said: str) -> str:
    return (
        f"expected {program} to write a PDF, but it said: {said.strip(' .')[:200]}; "
        "complete your TeX distribution, or take the format latex or html."
    )
