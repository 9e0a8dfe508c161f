"""A book with a good page of each kind: built once, looked at by many tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat.v4 import new_code_cell, new_notebook, new_output

from tests.book.small_book import make_small_book, page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.book.small_book import SmallBook

ALT = "A straight line that rises from the lower left to the upper right of the plane."
FIGURE = f"""\
---
mystnb:
  image:
    alt: {ALT}
  figure:
    name: fig-NAME
    caption: A line.
---
from linalg_book import figures
figures.use_book_style()
CALL"""
LINE = "figures.line([3, 4], 12, figures.axes())"
PLANES = "figures.two_planes([(1, 1, 1), (1, -1, 0)], (6, 2), figures.axes(height=3.9))"


def cell(source: str) -> str:
    """Return a code cell."""
    return f"```{{code-cell}} ipython3\n{source}\n```\n\n"


def figure(name: str, call: str = LINE) -> str:
    """Return a cell that draws a figure."""
    return cell(FIGURE.replace("NAME", name).replace("CALL", call))


def moving(name: str, call: str) -> str:
    """Return a figure that is to move."""
    return f"{figure(name, call)}```{{interactive-figure}} fig-{name}\n```\n"


def theorem(label: str) -> str:
    """Return a theorem."""
    return f":::{{prf:theorem}} Name\n:label: thm-{label}\n\nWords.\n:::\n\n"


def exercise(label: str, checks: str = "Words.") -> str:
    """Return an exercise with its solution."""
    text = f"```{{exercise}} A line\n:label: exr-{label}\n\nFind it.\n\n{checks}\n```\n"
    return f"{text}\n```{{solution}} exr-{label}\n:label: sol-{label}\nIt is there.\n```\n"


def check(**options: str) -> str:
    """Return a place that asks for an answer."""
    lines = [f":{name}: {value}" for name, value in options.items()]
    return "\n".join([":::{check} The point $P$", *lines, ":::", ""])


def another(call: str, **options: str) -> str:
    """Return a place that offers more exercises."""
    lines = [f":{name}: {value}" for name, value in options.items()]
    return "\n".join([f":::{{another}} {call}", *lines, ":::", ""])


def stored(*arguments: str) -> str:
    """Return a place that shows a stored cell."""
    return f"```{{stored-cell}} {' '.join(arguments)}\n```\n\n"


PREPARED = cell(
    'import sympy\n\nfrom linalg_book import exact\n\nlength, c = 5, sympy.Symbol("c")\nlength'
)
CHECKS = (
    check(kind="vector", answer="exact.closest_point([3, 4], 12).answer", equation="3x + 4y = 12")
    + check(answer="length")
    + check(kind="rank", rows="2", columns="length - 3", rank="1", symmetric="")
    + check(kind="symbolic", answer="exact.closest_point([3, 4], c).answer")
    + another("closest_point(unknowns=3)", seeds="6, 4", checks="answer")
)
EXAMPLES = """
```{code-cell} ipython3
from linalg_book import exact

exact.closest_point([3, 4], 12).answer
```

See {numref}`ex-chapter-point` and {ref}`this one <ex-chapter-shared>`.

```{live-example} closest-point
:name: ex-chapter-point
:equation: 3x + 4y = 12
The words before it, with $x$.
```

```{live-example} closest-point
:name: ex-chapter-shared
:given: ONE_EQUATION
```

```{live-example} pseudoinverse
:name: ex-chapter-inverse
:A: 1 2; 2 4
:method: limit
```
"""
TABLE = "```{verified-claims}\n:name: tab-claims-all\n```"
DEFINED = """
```{prf:definition} Straight line
:label: def-terms-line

The points of a **straight line**, with its *slope*, and of **$n$ lines**.
```

**Gradual** steps are gradual.
The text names the **Étage lemma**, a **left inverse** and what is **leftmost**.

- **Not a term.** A lead-in.

```{prf:theorem} Sum
:label: thm-terms-sum

$$
1 + 1 = 2
$$ (eq-terms-sum)
```
"""
OTHER_NAMES = "other_names:\n  def-terms-line: ruler line, straight-line, A^T line\n"
TIED = """
Elsewhere {prf:ref}`thm-words-name` is named, which no proof needs.

```{prf:theorem} Twice
:label: thm-ties-twice

Words about {prf:ref}`def-terms-line` and about {prf:ref}`thm-ties-twice` itself.
```

::::{admonition} Proof
:class: dropdown why
:::{prf:proof}
By {eq}`eq-terms-sum`, twice by {eq}`eq-terms-sum`.
:::
::::
"""
LISTS = "\n\n".join(f"```{{{name}}}\n```" for name in ("term-index", "result-list", "theorem-map"))
CLAIM = "```{prf:theorem} Squares of $x$\n:label: thm-claims-squares\n$x^2 \\ge 0$.\n```"
PAGES = {
    "index": page("Home", "The first page.\n\n" + theorem("index-new")),
    "other": page("Other", theorem("other-new")),
    "code": page("Code", cell("6 * 7") + "Half of it is {eval}`6 * 7 // 2`.", code=True),
    "figure": page("Figure", figure("good-line") + "See {numref}`fig-good-line`.", code=True),
    "works": page("Works", "```{bibliography}\n```"),
    "words": page(
        "Words",
        "See {ref}`sec-home`, {prf:ref}`thm-words-name`, {eq}`eq-good-sum` and {cite}`axler2024`.\n"
        "A macro in a line: $\\norm{\\vect{a}}$.\n\n"
        "$$\n\\frac{1}{2} + \\frac{1}{2}\n$$ (eq-good-sum)\n\n"
        + theorem("words-name")
        + exercise("words-name"),
    ),
    "right": page("Right", PREPARED + exercise("right-line", CHECKS), code=True),
    "chapter": page("Chapter", EXAMPLES, code=True),
    "moving": page("Moving", moving("some-planes", PLANES), code=True),
    "shown": page("Shown", cell("6 * 7") + stored("stored/octave.ipynb", "pinv"), code=True),
    "claims": page("Claims", f"{CLAIM}\n\n{TABLE}"),
    "terms": page("Terms", DEFINED).replace("---\n", f"---\n{OTHER_NAMES}", 1),
    "ties": page("Ties", TIED),
    "lists": page("Lists", LISTS),
}
NEIGHBOR = {
    "statement": "$x^2 > 0$, strictly.",
    "counterexample": "$x = 0$.",
    "test": "tests/exact/test_a.py::test_a_b[strict]",
}
CLAIMED = [
    *("index-new", "other-new", "words-name", "claims-squares", "terms-sum", "ties-twice"),
]
MOVED = {  # each label, its published address, and the label that took its place
    "thm-index-old": ("index.html#thm-index-old", "thm-index-new"),
    "thm-index-far": ("index.html#thm-index-far", "thm-other-older"),
    "thm-other-older": ("other.html#thm-other-older", "thm-other-new"),
    "thm-gone-one": ("part/gone.html#thm-gone-one", "thm-other-new"),
    "thm-index-new": ("index.html#thm-index-new", ""),
    "thm-other-new": ("other.html#thm-other-new", ""),
}
STORED = {
    "versions": ("version", "Program 4.2.0 \nLibrary 1.0\n"),
    "pinv": ("X = pinv([3 4])  # <a & b>", "X =\n\n   0.1200\n   0.1600\n\n"),
    "silent": ("x = 1;", ""),
}


def write_notebook(folder: Path, name: str, cells: dict[str, tuple[str, str]]) -> None:
    """Write a notebook of named cells with their outputs; an empty text is no output."""
    kernel = {"kernelspec": {"display_name": "Octave", "language": "octave", "name": "octave"}}
    made: list[Any] = []
    for key, (source, text) in cells.items():
        made.append(new_code_cell(source, id=key, metadata={"name": key}))
        made[-1].outputs = [new_output("stream", name="stdout", text=text)] if text else []
    folder.mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=made, metadata=kernel), folder / name)


def write_claims(root: Path, labels: list[str]) -> None:
    """Write a register in which one test, of seven cases, verifies all claims."""
    (root / "tests" / "exact").mkdir(parents=True)
    test = "tests/exact/test_a.py::test_a_b"
    source = "\n\ndef test_a_b():\n    pass\n"
    (root / "tests" / "exact" / "test_a.py").write_text(source, encoding="utf-8")
    register = root / "book" / "claims"
    register.mkdir()
    for label in labels:
        chapter = label.partition("-")[0]
        text = json.dumps({f"thm-{label}": {"tests": [test], "neighbors": [NEIGHBOR]}})
        (register / f"{chapter}.yml").write_text(text, encoding="utf-8")
    counts = json.dumps({f"{test}[1]": 3, f"{test}[2]": 4})
    (register / "cases.json").write_text(counts, encoding="utf-8")


def make_catalog(root: Path) -> SmallBook:
    """Return the book, not built yet."""
    book = make_small_book(root, PAGES)
    write_notebook(root / "book" / "stored", "octave.ipynb", STORED)
    write_claims(root, CLAIMED)
    entries = {
        label: {"address": address, **({"moved_to": target} if target else {})}
        for label, (address, target) in MOVED.items()
    }
    (root / "book" / "labels.json").write_text(json.dumps(entries), encoding="utf-8")
    return book
