"""The sentences and formulas that lead to eigenvalues and eigenvectors."""

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.spectrum import Spectrum
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.spectrum import (
    characteristic_step,
    eigenvector_steps,
    readable,
    roots_step,
)
from linalg_book.worked import Step
from linalg_book.writing.formula import formula, norm, numbered, parentheses, row, transpose, vector
from linalg_book.writing.prose import Prose, prose

V, W = vector("v"), vector("w")


def eigen_title(*, normalized: bool) -> Prose:
    """Say what is asked."""
    kind = "orthonormal" if normalized else "perpendicular"
    return prose(f"The eigenvalues and {kind} eigenvectors of the symmetric matrix {{A}}", A="A")


def eigen_steps(
    A: DomainMatrix,
    found: Spectrum,
    answer: tuple[sympy.ImmutableMatrix, sympy.ImmutableMatrix],
    *,
    normalized: bool,
) -> tuple[Step, ...]:
    """Tell the derivation."""
    if not found.spaces:
        return (_empty(),)
    name = formula("A")
    why = prose(
        "{eq} has a solution {v} other than zero exactly when {S} is not invertible, "
        "so when its determinant is 0.",
        eq=row("A", V, "=", "lambda", V), v=V, S=row("lambda", "I", "−", "A"),
    )  # fmt: skip
    first = characteristic_step(found, name, why)
    steps = [
        Step(
            first.what, first.why, (row("A", "=", to_sympy(A)), *first.formulas), after=first.after
        ),
        roots_step(found),
        *eigenvector_steps(found, found.spaces, name, "v"),
    ]
    if normalized:
        steps.append(_normalize(found))
    return (*steps, _collect(found, answer, normalized=normalized))


def _empty() -> Step:
    return Step(
        prose("There is nothing to do: {A} has no rows.", A="A"),
        prose("A 0×0 matrix has no eigenvalues, and its eigenvector matrix is 0×0 too."),
    )


def _normalize(found: Spectrum) -> Step:
    numbers = found.numbers
    formulas = []
    if readable(found):
        sizes = [numbers.root(c.size) for _, c in found.columns()]
        formulas = [row(norm(numbered("v", i)), "=", size) for i, size in enumerate(sizes, start=1)]
    return Step(
        prose("Divide each eigenvector by its length."),
        prose("A multiple of an eigenvector is an eigenvector, and one of length 1 is wanted."),
        tuple(formulas),
    )


def _collect(
    found: Spectrum,
    answer: tuple[sympy.ImmutableMatrix, sympy.ImmutableMatrix],
    *,
    normalized: bool,
) -> Step:
    Q, values = answer
    product = row("Q", "Lambda", transpose("Q")) if normalized else row("Q", "Lambda")
    equation = row("A", "=", product) if normalized else row("A", "Q", "=", product)
    shown = readable(found)
    return Step(
        prose("Put the eigenvectors into the columns of {Q}: {eq}.", Q="Q", eq=equation),
        prose(
            "Eigenvectors of two different eigenvalues {l} and {m} are perpendicular, because "
            "{chain}, and that leaves no number but 0 for the dot product.",
            l="lambda",
            m="mu",
            chain=row(
                "lambda", row(V, "·", W), "=", parentheses(row("A", V)), "·", W, "=", V, "·",
                parentheses(row("A", W)),
                "=", "mu", row(V, "·", W),
            ),
        ),
        (row("Q", "=", Q), row("Lambda", "=", values)) if shown else (),
        after=Q,
    )  # fmt: skip
