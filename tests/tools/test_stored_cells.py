"""Stored cells of other programs: what counts as the same output, and that the rest is told."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
import tasks
from nbformat.v4 import new_code_cell, new_notebook
from tools.stored_cells import agree

from tests.paths import ROOT
from tools import stored_cells
from tools.tasks import stored

if TYPE_CHECKING:
    from pathlib import Path

STORED = sorted((ROOT / "book").glob("*/stored/*.ipynb"))
BY_PART = {part: [p for p in STORED if part in p.parts] for part in ("pseudoinverse", "regression")}
LONGEST_CELL = 12
LONGEST_LINE = 76  # what the page shows without scrolling
TIMES_1266 = [-111, 225, 96, 97, -151, 110]  # (A^T A)^-1 A^T by hand, det(A^T A) = 1266


# What counts as the same


@pytest.mark.parametrize(
    ("stored", "now"),
    [
        ("rank 2\n", "rank 2\n"),
        ("[[1.0000,  2.5000]]", "[[1.0001, 2.4999]]\n"),
        ("0.1200\n0.1600", "  0.1200   0.1600"),
        ("tensor([1., 2.])", "tensor([1.0000, 2.0000])"),
        ("-0.0000", "0.0000"),
        ("1.234e-05", "1.235e-05"),
        ("float32 (3, 2)", "float32 (3,2)"),
    ],
)
def test_same_outputs_agree(stored: str, now: str) -> None:
    assert agree(stored, now)
    assert agree(now, stored)


@pytest.mark.parametrize(
    ("stored", "now"),
    [
        ("rank 2", "rank 3"),
        ("rank 2", "rang 2"),
        ("1.0000", "1.0003"),
        ("0.5", "0.6"),
        ("4e+10", "5e+10"),
        ("1.234e-05", "1.234e-06"),
        ("0.1200", "-0.1200"),
        ("float32", "float64"),
        ("1.0000 2.0000", "1.0000"),
        ("1.0000", "1.0000 2.0000"),
        ("", "1"),
        ("2.5", "nan"),
    ],
)
def test_other_outputs_do_not(stored: str, now: str) -> None:
    assert not agree(stored, now)
    assert not agree(now, stored)


def test_cell_may_ask_for_a_relative_tolerance() -> None:
    assert agree("4.00e+10", "4.01e+10", tolerance=0.01)
    assert not agree("4.00e+10", "4.05e+10", tolerance=0.01)


def test_cell_may_take_either_sign() -> None:
    assert agree("[0.5580, -0.8298]", "[-0.5580, 0.8298]", signs="any")
    assert not agree("[0.5580, -0.8298]", "[-0.8298, 0.5580]", signs="any")


# Running a notebook again


def write(folder: Path, name: str, cells: dict[str, str], language: str = "python") -> Path:
    """Write a notebook without outputs."""
    kernel = {"display_name": language, "language": language, "name": "python3"}
    made = [new_code_cell(text, id=key, metadata={"name": key}) for key, text in cells.items()]
    path = folder / "book" / "part" / "stored" / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=made, metadata={"kernelspec": kernel}), path)
    return path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the root of a repository for the tool, where Python stands for Octave."""
    monkeypatch.setattr(stored_cells, "ROOT", tmp_path)
    monkeypatch.setitem(stored_cells.COMMANDS, "octave", [sys.executable])
    monkeypatch.setitem(stored_cells.MARKS, "octave", 'print("{mark}")')
    return tmp_path


def edit(path: Path, number: int, **changes: Any) -> None:
    """Change a stored cell."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[number].update(changes)
    nbformat.write(notebook, path)


CELLS = {"versions": "print('Program 1')", "value": "x = 1 / 3\nprint(f'{x:.4f}')\nprint('end')"}


@pytest.mark.parametrize("language", ["python", "octave"])
def test_changed_output_fails(
    language: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(root, "tool", CELLS, language)
    assert stored_cells.main(["tool", "--renew"]) == 0
    kept = nbformat.read(path, as_version=4)
    assert [cell.outputs[0].text for cell in kept.cells] == ["Program 1\n", "0.3333\nend\n"]
    assert stored_cells.main(["tool"]) == 0
    assert "1 of 1 cells print what is stored" in capsys.readouterr().out
    edit(path, 1, source=CELLS["value"].replace("1 / 3", "1 / 4"))
    assert stored_cells.main(["tool"]) == 1
    said = capsys.readouterr().out
    assert "cell value differs\nexpected:\n0.3333\nend\n\nreceived:\n0.2500\nend\n" in said
    assert "test-tool --renew" in said
    assert nbformat.read(path, as_version=4).cells[1].outputs[0].text == "0.3333\nend\n"


def test_other_version_is_told_and_is_no_failure(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(root, "tool", CELLS)
    stored_cells.main(["tool", "--renew"])
    edit(path, 0, source="print('Program 2')")
    capsys.readouterr()
    assert stored_cells.main(["tool"]) == 0
    assert "now run with:\nProgram 2\n" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["python", "octave"])
def test_failing_cell_is_told(
    language: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "tool", CELLS | {"broken": "1 / 0"}, language)
    assert stored_cells.main(["tool"]) == 1
    said = capsys.readouterr().out
    assert "a cell fails" in said
    assert "ZeroDivisionError" in said


@pytest.mark.parametrize(
    ("cells", "language", "problem"),
    [
        ({"value": "1"}, "python", "the first 'versions', received ['value']"),
        (CELLS | {"silent": "x = 1"}, "python", "cell silent prints nothing"),
        (CELLS | {"loud": "import sys; print(2, file=sys.stderr)"}, "python", "writes to stderr"),
        (CELLS, "julia", "expected a notebook in one of python, octave, R, received julia"),
    ],
)
def test_notebook_that_cannot_be_stored_is_refused(
    cells: dict[str, str],
    language: str,
    problem: str,
    root: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(root, "tool", cells, language)
    assert stored_cells.main(["tool", "--renew"]) == 1
    assert problem in capsys.readouterr().out


@pytest.mark.usefixtures("root")
def test_unknown_program_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert stored_cells.main(["matlab"]) == 2
    assert "expected a notebook book/*/stored/matlab.ipynb" in capsys.readouterr().out


# The notebooks of the book


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> Any:
    return nbformat.read(request.param, as_version=4)


def test_notebooks_have_a_task_and_what_it_installs() -> None:
    assert STORED
    for path in STORED:
        assert f"test-{path.stem}" in tasks.TASKS
        lock = ROOT / "requirements" / f"{path.stem}.txt"
        assert lock.exists() != (path.stem in stored.PROGRAMS)


def test_notebook_is_whole_and_its_cells_are_short(notebook: Any) -> None:
    nbformat.validate(notebook)
    for cell in stored_cells.code_cells(notebook):
        lines = cell.source.splitlines()
        assert len(lines) <= LONGEST_CELL, cell.id
        assert [line for line in lines if len(line) > LONGEST_LINE] == [], cell.id
        assert [output.name for output in cell.outputs] == ["stdout"], cell.id
        assert cell.metadata.get("compare", {}).keys() <= {"tolerance", "signs"}


def outputs_of(path: Path) -> dict[str, str]:
    """Return the stored outputs of a notebook by the names of its cells."""
    cells = stored_cells.code_cells(nbformat.read(path, as_version=4))
    return {stored_cells.name_of(cell): stored_cells.output_of(cell) for cell in cells}


@pytest.mark.parametrize("path", BY_PART["pseudoinverse"], ids=lambda path: path.stem)
def test_stored_pseudoinverse_is_the_one_by_hand(path: Path) -> None:
    numbers = re.findall(r"-?\d+", outputs_of(path)["rebuild"])
    assert [int(number) for number in numbers if abs(int(number)) > 50][:6] == TIMES_1266


@pytest.mark.parametrize("path", BY_PART["regression"], ids=lambda path: path.stem)
def test_every_library_predicts_what_was_found_by_hand(path: Path) -> None:
    # The prices rise by 3.12 for each square meter, from -2: a house of 110 has 343.2 - 2.
    assert "341.2" in outputs_of(path)["singular"]
