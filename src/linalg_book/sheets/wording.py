"""What all formats say: names of the parts of a sheet, the key, usual mistakes, who made it."""

from linalg_book.sheets.mistakes import Mistake
from linalg_book.sheets.sheet import Exercise, Part, Sheet, as_value
from linalg_book.writing.formula import formula, row
from linalg_book.writing.prose import Prose, joined, prose

FACTORS = {"svd": ("U", "Sigma", "V")}
"""Factors that have no single right form, so that nobody asks for their entries."""

EXERCISES, KEY, SOLUTIONS, MISTAKES = "Exercises", "Answer key", "Solutions", "Usual mistakes"


def source(sheet: Sheet) -> str:
    """Say how the same sheet is made again."""
    options = "".join(f" --{name.replace('_', '-')} {x}" for name, x in sheet.options.items())
    chosen = f"{sheet.kind.name} --count {len(sheet.exercises)} --seed {sheet.seed}"
    return f"python -m linalg_book problems {chosen}{options}"


def key(exercise: Exercise) -> list[Prose]:
    """Return the answers of an exercise, a sentence each."""
    solution = exercise.problem.solution
    if exercise.parts:
        found = [Prose((f"{part.prompt}: ", formula(part.value))) for part in exercise.parts]
        names = FACTORS.get(exercise.kind.name, ())
        named = zip(names, solution.answer, strict=True) if names else ()
        return found + [Prose((row(name, "=", factor),)) for name, factor in named]
    if solution.answer is None:
        return [prose("There is no solution.")]
    basis = solution.values["null_space"]
    vectors = joined([Prose((formula(basis.col(j)),)) for j in range(basis.cols)])
    words = "One answer is {x}; add any combination of {basis}."
    return [prose(words, x=solution.answer, basis=vectors)]


def mistakes(exercise: Exercise) -> list[Prose]:
    """Return what goes wrong often, a sentence each, the wrong answer first."""
    many = len(exercise.parts) > 1
    return [_mistake(part, one, many=many) for part in exercise.parts for one in part.mistakes]


def _mistake(part: Part, one: Mistake, *, many: bool) -> Prose:
    before = (f"{part.prompt}: ",) if many else ()
    return Prose((*before, formula(as_value(one.rows)), f": {one.says}"))
