"""Rule 2: labels, and that what they name is referred to."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.rules.records import Chapter, Finding, Label

KINDS = ("sec", "def", "thm", "lem", "cor", "alg", "ex", "exr", "sol", "fig", "tab", "eq")
STATEMENTS = (
    "theorem",
    "proposition",
    "axiom",
    "conjecture",
    "criterion",
    "property",
    "assumption",
)
KIND_OF_OWNER = {
    **{f"prf:{name}": "thm" for name in STATEMENTS},
    "prf:definition": "def",
    "prf:lemma": "lem",
    "prf:corollary": "cor",
    "prf:algorithm": "alg",
    "prf:example": "ex",
    "live-example": "ex",
    "exercise": "exr",
    "exercise-start": "exr",
    "solution": "sol",
    "solution-start": "sol",
    "figure": "fig",
    "glue:figure": "fig",
    "table": "tab",
    "list-table": "tab",
    "csv-table": "tab",
    "section": "sec",
    "equation": "eq",
    "math": "eq",
}
NEEDS_NO_LABEL = {"solution", "solution-start", "table", "list-table", "csv-table", "math"}
REFERRED = {"def", "thm", "lem", "cor", "alg", "fig"}


def label_form(chapter: Chapter) -> list[Finding]:
    """Rule 2: labels are `<kind>-<slug>-<noun>`; the title of a page has `sec-<slug>`."""
    slug = chapter.slug
    form = re.compile(
        rf"(?:{'|'.join(KINDS)})-{re.escape(slug)}(?:-[a-z0-9]+)+|sec-{re.escape(slug)}"
    )
    found = []
    for label in chapter.labels:
        kind = expected_kind(chapter, label)
        if not form.fullmatch(label.name) or (kind and not label.name.startswith(f"{kind}-")):
            problem = f'the label "{label.name}" has another form than <kind>-{slug}-<noun>'
            remedy = f'name it "{kind or "<kind>"}-{slug}-<noun>", kinds {" ".join(KINDS)}'
            found.append(chapter.finding(label.line, "rule 2", problem, remedy))
    return found


def expected_kind(chapter: Chapter, label: Label) -> str:
    """Return the kind that fits what carries the label, or an empty string for a free choice."""
    if label.owner != "code-cell":
        return KIND_OF_OWNER.get(label.owner, "")
    cell = next(cell for cell in chapter.cells if cell.line == label.line)
    return "fig" if cell.setting("mystnb", "figure") else "tab"


def everything_labeled(chapter: Chapter) -> list[Finding]:
    """Rule 2: every definition, theorem, example, figure and exercise has a label."""
    found = []
    for item in chapter.directives:
        figure = item.name == "code-cell" and item.setting("mystnb", "figure") is not None
        kind = "fig" if figure else KIND_OF_OWNER.get(item.name)
        if kind and item.name not in NEEDS_NO_LABEL and not item.label:
            option = "mystnb: figure: name" if figure else ":label:"
            option = ":name:" if item.name in {"figure", "glue:figure", "live-example"} else option
            remedy = f"give it {option} {kind}-{chapter.slug}-<noun>"
            problem = f"this {'figure' if figure else item.name} has no label"
            found.append(chapter.finding(item.line, "rule 2", problem, remedy))
    return found


def labels_unique(book: Sequence[Chapter]) -> list[Finding]:
    """Rule 2: no label is given twice in the book."""
    places = defaultdict(list)
    for chapter in book:
        for label in chapter.labels:
            places[label.name].append((chapter, label.line))
    found = []
    for name, (first, *others) in places.items():
        where = f"{first[0].path}:{first[1]}"
        for chapter, line in others:
            problem = f'the label "{name}" stands at {where} too'
            found.append(chapter.finding(line, "rule 2", problem, "rename one of the two"))
    return found


def all_referred(book: Sequence[Chapter]) -> list[Finding]:
    """Rule 2: each figure, definition and theorem is referred to from outside itself."""
    used = defaultdict(list)
    for chapter in book:
        for name, line in chapter.references:
            used[name].append((chapter.path, line))
    found = []
    for chapter in book:
        for label in chapter.labels:
            inside = range(label.line, label.end + 1)
            outside = [
                1 for path, at in used[label.name] if path != chapter.path or at not in inside
            ]
            if label.name.partition("-")[0] in REFERRED and not outside:
                role = "numref" if label.name.startswith("fig-") else "prf:ref"
                remedy = f"say in the text what it is for, with {{{role}}}`{label.name}`"
                problem = f'nothing refers to "{label.name}"'
                found.append(chapter.finding(label.line, "rule 2", problem, remedy))
    return found
