"""Files of text that someone has read: compared word by word, or renewed.

``ACCEPT=1`` writes what a test finds, in place of comparing: read then what git shows.
"""

import os

import sympy

from tests.paths import DATA

FOLDER = DATA / "transcripts"
REMEDY = "read what changed, and if it is meant, call make accept"


def compare(name, text):
    """Compare a text with the file that has been read, or write it."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("ACCEPT"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing: {REMEDY}"
    assert text == path.read_text(encoding="utf-8"), REMEDY


def transcript(example):
    """Write everything that an example says."""
    lines = [example.text(100, full=True), "", "Before and after"]
    for number, step in enumerate(example.steps, start=1):
        lines.append(f"{number}. {plain(step.before)} -> {plain(step.after)}")
    values = (f"{name} = {plain(value)}" for name, value in example.values.items())
    lines += ["", "Values", *values, "", f"Answer: {plain(example.answer)}"]
    return "\n".join(lines)


def plain(value):
    """Write a value in one line."""
    if hasattr(value, "to_Matrix"):
        value = value.to_Matrix()
    if isinstance(value, sympy.MatrixBase):
        return str(value.tolist())
    if isinstance(value, tuple | list):
        return f"({', '.join(map(plain, value))})"
    return str(value)
