"""The rules on figures, cells, labels, exercises, skeleton and output find planted faults."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest
from tools.rules.code import one_import_cell
from tools.rules.figures import asks_apart, figure_text, no_drawn_title
from tools.rules.labels import all_referred, labels_unique
from tools.rules.output import page_output
from tools.rules.structure import exercises, skeleton

from tools.rules import parse_chapter

if TYPE_CHECKING:
    from pathlib import Path

ALT = "A straight line that falls from left to right and meets both axes."
FIGURE = """
    ```{code-cell}
    ---
    mystnb:
      image:
        alt: %s
      figure:
        name: fig-one-equation-line
        caption: %s
    ---
    %s
    ```
"""


@pytest.mark.parametrize(
    ("alt", "caption", "fault"),
    [
        (ALT, "All solutions.", ""),
        ("", "All solutions.", "no alt text"),
        ("A falling line", "All solutions.", "has 14 of at least 40"),
        (ALT, "''", "no caption"),
        (ALT, ALT.replace("straight line", "*straight* line"), "caption again"),
        (ALT, f"Look, {ALT}", "caption again"),
        ("Figure size 640x480 with 1 Axes and then some words.", "C", "Matplotlib's default"),
        (f"{ALT} It ends at -1.", "C", "hyphens for minus"),
        ("A straight line with the equation $3x + 4y = 12$ on it.", "C", "holds LaTeX"),
    ],
)
def test_figure_text(alt: str, caption: str, fault: str) -> None:
    for body in (
        dedent(FIGURE) % (alt, caption, "figures.line(a, c, ax);"),
        f"\n```{{figure}} a.svg\n:alt: {alt}\n\n{caption.strip(chr(39))}\n```",
    ):
        found = [str(finding) for finding in figure_text(parse_chapter(body))]
        assert len(found) == bool(fault)
        assert all(fault in text and ".md:2: rule 4" in text for text in found)


@pytest.mark.parametrize(
    ("caption", "moves", "caught"),
    [
        ("A line.\n\nDrag it: where does it end?", True, ""),
        ("A line.\nDrag it: where does it end?", True, "asks to move"),
        ("A line.\nWhich point, if you drag it, is on it?", True, "asks to move"),
        ("A line.\n\nDrag it: where does it end?", False, "second paragraph"),
        ("Pulled lines; raised points.\nWhich is longest?", False, ""),
    ],
)
def test_what_is_asked_stands_apart(*, caption: str, moves: bool, caught: str) -> None:
    text = dedent(FIGURE) % (ALT, "|\n" + indent(caption, 6 * " "), "x")
    text += "\n```{interactive-figure} fig-one-equation-line\n```\n" * moves
    found = [str(finding) for finding in asks_apart(parse_chapter(text))]
    assert len(found) == bool(caught)
    assert all(caught in line for line in found)


def test_a_picture_without_a_caption_is_refused_in_a_chapter_only() -> None:
    text = f"![{ALT}](a.svg)\n\n```{{image}} a.svg\n:alt: {ALT}\n```"
    assert {f.line for f in figure_text(parse_chapter(text))} == {1, 3}
    assert figure_text(parse_chapter(text, "book/index.md")) == []
    assert [f.line for f in figure_text(parse_chapter("![](a.svg)", "book/index.md"))] == [1]


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ("figures.line(a, c, ax)", False),
        ("ax.set_title('T')", True),
        ("ax.figure.suptitle('T')", True),
        ("plt.title('T')", True),
        ("ax.set(xlabel='x', title='T')", True),
        ("ax.get_title()", False),
        ("name.title()", False),
    ],
)
def test_drawn_title(code: str, *, caught: bool) -> None:
    found = no_drawn_title(parse_chapter(dedent(FIGURE) % (ALT, "C", code)))
    assert [finding.line for finding in found] == [11] * caught


def test_a_drawing_that_is_no_figure() -> None:
    cells = "```{{code-cell}}\n{}figures.line(a, c, ax)\n```\n"
    assert [f.line for f in no_drawn_title(parse_chapter(cells.format("")))] == [1]
    silent = cells.format(":tags: [remove-output]\n")
    assert (
        no_drawn_title(parse_chapter(silent + cells.format("").replace("line", "use_book_style")))
        == []
    )


KERNEL = "---\nkernelspec: {name: python3}\n---\n\n"
IMPORTS = "```{code-cell}\n:tags: [hide-input]\nimport numpy as np\n```\n"


def test_one_import_cell() -> None:
    assert one_import_cell(parse_chapter(KERNEL + IMPORTS + "\n```{code-cell}\nx\n```")) == []
    twice = one_import_cell(parse_chapter(KERNEL + IMPORTS + IMPORTS.replace("numpy as np", "x")))
    assert [finding.line for finding in twice] == [9]
    unfolded = one_import_cell(parse_chapter(KERNEL + IMPORTS.replace("hide-input", "other")))
    assert [finding.line for finding in unfolded] == [5]
    late = one_import_cell(parse_chapter(KERNEL + "```{code-cell}\n:tags: [remove-cell]\nx\n```"))
    assert [finding.line for finding in late] == [5]


def test_a_kernel_stands_where_code_is() -> None:
    assert [f.line for f in one_import_cell(parse_chapter("It is {eval}`x`."))] == [1]
    assert [f.line for f in one_import_cell(parse_chapter(KERNEL + "Text."))] == [1]
    assert one_import_cell(parse_chapter("Text with `code`.\n\n```python\nx\n```")) == []


def test_labels_are_unique_in_the_book() -> None:
    text = "$$\nx\n$$ (eq-a)"
    first, second = parse_chapter(text, "book/a.md"), parse_chapter("\n" + text, "book/b.md")
    assert [(f.path, f.line) for f in labels_unique([first, second])] == [("book/b.md", 2)]
    assert labels_unique([first]) == []


THEOREM = "```{prf:theorem} T\n:label: thm-a\nSo.\nBy {prf:ref}`thm-a`.\n```\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [1]),
        ("\nBy {prf:ref}`thm-a`.", []),
        ("\nBy {prf:ref}`the theorem <thm-a>`.", []),
        ("\nBy [the theorem](#thm-a).", []),
        ("\nBy [](other.md#thm-a).", []),
        ("\n`{prf:ref}thm-a`", [1]),
        ("\n```{figure} a.svg\n:caption: By {prf:ref}`thm-a`.\n```", []),
    ],
)
def test_a_theorem_is_referred_to_from_outside(text: str, lines: list[int]) -> None:
    assert [f.line for f in all_referred([parse_chapter(THEOREM + text)])] == lines


def test_a_reference_from_another_page_counts() -> None:
    pages = [
        parse_chapter(THEOREM, "book/a.md"),
        parse_chapter("By {prf:ref}`thm-a`.", "book/b.md"),
    ]
    assert all_referred(pages) == []


def exercise(name: str, *, solved: bool = True, fold: str = "dropdown") -> str:
    asked = f"```{{exercise}}\n:label: exr-{name}\nFind it.\n```\n"
    return asked + f"```{{solution}} exr-{name}\n:class: {fold}\nHere.\n```\n" * solved


def test_six_exercises_with_folded_solutions() -> None:
    six = "".join(map(exercise, "abcdef"))
    assert exercises(parse_chapter(six)) == []
    (few,) = exercises(parse_chapter("".join(map(exercise, "abcde"))))
    assert few.problem == "5 exercises, at least 6"
    assert exercises(parse_chapter("Text.", "book/reference/notation.md")) == []
    assert [f.line for f in exercises(parse_chapter(six + exercise("g", solved=False)))] == [49]
    assert [f.line for f in exercises(parse_chapter(six + exercise("g", fold="other")))] == [53]
    stray = "```{solution} exr-x\n:class: dropdown\nX.\n```"
    assert [f.line for f in exercises(parse_chapter(six + stray))] == [49]


WHOLE = """\
(sec-one-equation)=
# One equation

:::{admonition} In this chapter
Aims.
:::

## Summary

## Exercises

## Further reading
"""


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("", "", ""),
        ("(sec-one-equation)=\n", "", 'the title has no label "sec-one-equation"'),
        (":::{admonition} In this chapter", ":::{admonition} Aims", 'no box "In this chapter"'),
        ("## Summary", "## In short", 'no section "Summary"'),
        ("## Exercises", "### Exercises", 'no section "Exercises"'),
        ("## Further", "# Further", "2 titles (lines that begin with one #)"),
        ("## Summary\n\n## Exercises", "## Exercises\n\n## Summary", "out of order"),
    ],
)
def test_skeleton(old: str, new: str, problem: str) -> None:
    found = [str(finding) for finding in skeleton(parse_chapter(WHOLE.replace(old, new, 1)))]
    assert bool(found) == bool(problem)
    assert problem in "".join(found)


def cell(output: str, tag: str = "tag_other", kind: str = "text_plain") -> str:
    inside = f'<div class="output {kind}"><pre>{output}</pre></div>'
    return f'<div class="cell {tag}">\n<div class="cell_output">{inside}</div></div>'


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (cell("DeprecationWarning: old"), "a warning"),
        (cell("Traceback (most recent call last)"), "a traceback"),
        (cell("&lt;object at 0x7fa90661fc60&gt;"), "an address"),
        (cell("done at 12:34:56"), "a clock time"),
        (cell("anything", kind="stderr"), "stderr block"),
        (cell("anything", kind="traceback"), "traceback block"),
        (cell("0.30000000000000004"), 'the unrounded "0.30000000000000004…"'),
        ("\n<p>It is 1.4399999999999999.</p>", "the text holds the unrounded"),
        (cell("0.30000000000000004", "tag_full-precision"), ""),
        (cell("1.440000, 0x1.99ap-4, 1:2, 36/25, 3602879701896397"), ""),
        (cell('<svg><path d="M 1.23456789 0x7fa90661fc60"/></svg>'), ""),
        ("<p>A <code>0.30000000000000004</code>, a Warning, 12:34 and 0x7fa90661fc60.</p>", ""),
        ('<div class="cell"><div class="cell_input">raise Warning</div></div>', ""),
    ],
)
def test_output_of_a_built_page(tmp_path: Path, body: str, fault: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html><article>{body}</article></html>", encoding="utf-8")
    found = [str(finding) for finding in page_output(page, tmp_path)]
    assert len(found) == bool(fault)
    assert all(text.startswith("page.html:2: rule 11: ") and fault in text for text in found)
