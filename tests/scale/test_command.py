"""The command: what it prints and writes, and what it refuses."""

import errno
import json
import os
import re
import subprocess
import sys
from contextlib import nullcontext

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from linalg_book.scale import command
from tests.scale.tables import one_hot

TABLE = "one,x,y\n1,0,6\n1,1,0\n1,2,0\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


def called(*words):
    return command.main(["least-squares", *words, "--quiet"])


def test_what_is_printed(file, capsys):
    assert called(file, "--target", "y") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["column", "coefficient"]
    numbers = {line[:17].strip(): line[17:].strip() for line in lines[4:]}
    assert [float(line.split()[1]) for line in lines[1:3]] == pytest.approx([5, -3])
    assert numbers["rows"] == "3"
    assert numbers["rank"] == "2 of 2"
    assert float(numbers["residual"]) == pytest.approx(6**0.5, rel=1e-5)
    assert re.fullmatch(r"\d+\.\d s", numbers["time"])
    assert re.fullmatch(r"[\d,]+ MB", numbers["peak memory"])


def test_an_intercept_and_dependent_columns(tmp_path, capsys):
    X, y = one_hot(2000, 3)
    np.save(tmp_path / "t.npy", np.column_stack([X[:, 1:], y]))
    assert called(str(tmp_path / "t.npy"), "--target", "4", "--intercept") == 0
    out = capsys.readouterr().out
    assert out.splitlines()[1].startswith("the intercept  ")
    assert "rank              3 of 4" in out
    assert re.search(r"condition number  infinite, 2\.\d+ of rank", out)


def test_many_columns_are_cut(tmp_path, capsys):
    np.save(tmp_path / "t.npy", np.eye(50))
    output = tmp_path / "w.json"
    assert called(str(tmp_path / "t.npy"), "--target", "50", "--output", str(output)) == 0
    assert "and 9 more: --output writes all of them" in capsys.readouterr().out
    assert len(json.loads(output.read_text(encoding="utf-8"))["coefficients"]) == 49


def test_the_file_that_is_written(file, tmp_path):
    path = tmp_path / "w.json"
    assert called(file, "--target", "y", "--output", str(path), "--workers", "1") == 0
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["coefficients"] == pytest.approx({"one": 5, "x": -3})
    assert (found["rows"], found["rank"]) == (3, 2)


def test_the_gram_way_warns(file, capsys):
    assert called(file, "--target", "y", "--method", "gram") == 0
    assert "warning: the normal equations lose digits with κ² = " in capsys.readouterr().err


def test_what_authors_of_libraries_should_know_is_not_told(tmp_path, capsys):
    parquet.write_table(pa.table({"x": [1.0, 2.0], "y": [2.0, 4.0]}), tmp_path / "t.parquet")
    assert called(str(tmp_path / "t.parquet"), "--target", "y") == 0
    assert capsys.readouterr().err == ""


def test_progress_is_shown_on_a_terminal_only(file, capsys, monkeypatch):
    shown = []
    monkeypatch.setattr(command, "ProgressBar", lambda **_: shown.append(1) or nullcontext())
    for terminal in (False, True):
        monkeypatch.setattr(sys.stderr, "isatty", lambda terminal=terminal: terminal)
        assert command.main(["least-squares", file, "--target", "y"]) == 0
        assert len(shown) == terminal
    assert capsys.readouterr().err == ""


def test_a_refusal_leaves_nothing(file, tmp_path, capsys):
    output = tmp_path / "w.json"
    assert called(file, "--target", "z", "--output", str(output)) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("TableError: target is expected to be a column of t.csv")
    assert not output.exists()


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_nothing_half_written(file, tmp_path, capsys, monkeypatch, call):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if call == "fsync" else (command.Path, "replace")), full)
    output = tmp_path / "w.json"
    output.write_text("the last answer", encoding="utf-8")
    assert called(file, "--target", "y", "--output", str(output)) == 1
    said = capsys.readouterr()
    assert "could not be written (No space left on device), and nothing of it is left" in said.err
    assert said.out == ""
    assert output.read_text(encoding="utf-8") == "the last answer"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.csv", "w.json"]


def test_a_folder_that_is_not_there(file, tmp_path, capsys):
    assert called(file, "--target", "y", "--output", str(tmp_path / "no" / "w.json")) == 1
    assert "No such file or directory" in capsys.readouterr().err


def test_as_a_program(file):
    words = [sys.executable, "-m", "linalg_book.scale", "least-squares", file, "--target", "y"]
    run = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    assert "rank              2 of 2" in run.stdout
    wrong = subprocess.run(words[:-2], capture_output=True, encoding="utf-8", check=False)
    assert wrong.returncode == 2
