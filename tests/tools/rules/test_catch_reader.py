"""The rules for the reader who leaves the folded parts closed find planted faults."""

from __future__ import annotations

import pytest
from tools.rules.output import page_output
from tools.rules.reader import first_path, hints, ideas, shown_names

from tools.rules import parse_chapter

IMPORTS = "```{code-cell}\n:tags: [hide-input]\nimport numpy as np\ntenth = 0.1\n```\n"
FIGURE = "```{code-cell}\n:tags: [hide-input]\nA = 1\nfigures.line(A)\n```\n"


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("A + 1", [12]),
        ("np.array([tenth])", []),
        ("A = 2\nA + 1", []),
        ("A = A + 1\nA", [12]),
        ("def f(A):\n    return A\n\n\nf(1)", []),
        ("def f():\n    return A\n\n\nf()", [12]),
        ("[A for A in (1, 2)]", []),
        ("for A in (1, 2):\n    b = A\nb", []),
    ],
)
def test_a_visible_cell_needs_no_folded_one(code: str, lines: list[int]) -> None:
    cell = f"\n```{{code-cell}}\n{code}\n```\n"
    chapter = parse_chapter(IMPORTS + FIGURE + cell)
    assert [finding.line for finding in shown_names(chapter)] == lines
    assert (
        shown_names(parse_chapter(IMPORTS + FIGURE + "```{code-cell}\nA = 3\nA\n```" + cell)) == []
    )


PROOF = "\n::::{admonition} Proof%s\n:class: dropdown why\nSo.\n::::\n"


def test_a_folded_proof_has_a_visible_idea() -> None:
    idea = "The idea: divide.\n"
    assert [f.line for f in ideas(parse_chapter("Text.\n" + PROOF % ""))] == [3]
    assert ideas(parse_chapter(idea + PROOF % "")) == []
    assert ideas(parse_chapter("Text.\n" + PROOF % ": divide by the length")) == []
    assert [f.line for f in ideas(parse_chapter(idea + (PROOF % "") * 2))] == [8]
    folded = PROOF.replace("Proof", "Why") % ""
    assert ideas(parse_chapter(folded)) == []


ASKED = "```{exercise}\n:label: exr-a\n%s: show it.\n```\n"
SOLVED = "```{solution} exr-a\n:class: dropdown\nHere.\n```\n"
HINT = ":::{admonition} Hint\n:class: %s\nLook.\n:::\n"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (ASKED % "Why" + SOLVED, 1),
        (ASKED % "Further" + SOLVED, 1),
        (ASKED % "By hand" + SOLVED, 0),
        (ASKED % "Why" + HINT % "dropdown" + SOLVED, 0),
        (ASKED % "Why" + HINT % "other" + SOLVED, 1),
        (ASKED % "Why" + SOLVED + HINT % "dropdown", 1),
    ],
)
def test_a_hard_exercise_has_a_folded_hint(text: str, faults: int) -> None:
    assert len(hints(parse_chapter(text))) == faults


def test_the_box_marks_a_first_path() -> None:
    box = ":::{admonition} In this chapter\nYou need\n: a pencil.\n%s:::\n"
    assert [f.line for f in first_path(parse_chapter(box % ""))] == [1]
    assert first_path(parse_chapter(box % "\nFirst path\n: all of it.\n")) == []


@pytest.mark.parametrize(
    ("output", "faults"),
    [
        ("np.True_", 1),
        ("(Matrix([[1, 2]]), 3)", 1),
        ("{2: ['1e-16']}", 1),
        ("{'mean': [2.6, 3.3]}", 1),
        ("{1/16}", 0),
        ("(True, [1, 2])", 0),
    ],
)
def test_evidence_is_no_code(output: str, faults: int, tmp_path) -> None:
    page = tmp_path / "page.html"
    inside = f'<div class="cell_output"><pre>{output}</pre></div>'
    page.write_text(f'<div class="cell tag_other">{inside}</div>', encoding="utf-8")
    assert len(page_output(page, tmp_path)) == faults


def test_prose_shows_no_numpy_float(tmp_path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<article><p>It is [1.e-08 1.e+00].</p><p>1e-8</p></article>", encoding="utf-8")
    assert len(page_output(page, tmp_path)) == 1
