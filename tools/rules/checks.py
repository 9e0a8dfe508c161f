"""Rule 15: what a check takes for right is computed."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.rules.records import Chapter, Directive, Finding

# Options of a check that hold code; `answer` alone is a result, the others are data.
CODE_OPTIONS = ("answer", "A", "b", "x", "to", "of", "rows", "columns", "rank")
NUMBERS = {"Fraction", "Rational", "Integer", "Matrix", "ImmutableMatrix", "list", "tuple", "int"}


def check_code(chapter: Chapter) -> Iterator[tuple[Directive, str]]:
    """Return the code in the options of each check."""
    for item in chapter.directives:
        if item.name == "check":
            yield from (
                (item, str(item.options[name])) for name in CODE_OPTIONS if name in item.options
            )


def answers_computed(chapter: Chapter) -> list[Finding]:
    """Rule 15: the answer of a check is computed, and a check stands in an exercise."""
    found = []
    exercises = [d for d in chapter.directives if d.name in {"exercise", "exercise-start"}]
    for item in chapter.directives:
        if item.name != "check":
            continue
        answer = item.options.get("answer")
        if answer is not None and not _computes(str(answer)):
            problem = f'the answer "{answer}" is typed by hand'
            remedy = "compute it, for example with exact.closest_point(…).answer"
            found.append(chapter.finding(item.line, "rule 15", problem, remedy))
        if not any(d.line < item.line <= d.end for d in exercises):
            remedy = "move it into its exercise"
            found.append(
                chapter.finding(item.line, "rule 15", "a check outside any exercise", remedy)
            )
    return found


def _computes(code: str) -> bool:
    """Whether an expression calls more than what makes numbers of digits, or names a result."""
    try:
        tree = ast.parse(code, mode="eval")
    except SyntaxError:
        return True  # the build names the fault
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return bool(names - NUMBERS - {"sympy"})
