"""The sentences and formulas that lead to a singular value decomposition."""

import sympy

from linalg_book.exact.engine.singular import Singular
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.spectrum import (
    DIGITS,
    characteristic_step,
    eigenvector_steps,
    gram_name,
    readable,
    roots_step,
)
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    formula,
    fraction,
    norm,
    numbered,
    root,
    row,
    square,
    transpose,
    vector,
)
from linalg_book.writing.prose import Prose, prose

Factors = tuple[sympy.ImmutableMatrix, sympy.ImmutableMatrix, sympy.ImmutableMatrix]
V, U = vector("v"), vector("u")
PRODUCT = row("U", "Sigma", transpose("V"))


def svd_title(*, full: bool) -> Prose:
    """Say what is asked."""
    kind = "full" if full else "reduced"
    return prose(
        f"The {kind} singular value decomposition {{eq}}", eq=row("A", "=", *PRODUCT.parts)
    )


def svd_steps(found: Singular, answer: Factors, *, full: bool) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    if found.rank == 0:
        return (_zero(found), _collect(found, answer, full=full))
    return (
        *gram_steps(found),
        singular_values_step(found),
        *_vector_steps(found),
        *_null_steps(found, answer),
        _collect(found, answer, full=full),
    )


def gram_steps(found: Singular) -> tuple[Step, Step, Step]:
    """Lead to the eigenvalues of the smaller of AᵀA and AAᵀ."""
    name, other = gram_name(wide=found.wide), gram_name(wide=not found.wide)
    m, n = found.A.shape
    M, w = (transpose("A"), U) if found.wide else (formula("A"), V)
    smaller = (
        f"It is {min(m, n)}×{min(m, n)}, smaller than {{other}}, and has the same nonzero "
        "eigenvalues. "
        if m != n
        else ""
    )
    return (
        Step(
            prose("Multiply {A} by its transpose: {S}.", A="A", S=name),
            prose(
                smaller + "From {eq} follows {gram}: its eigenvalues are the squares of the "
                "singular values.",
                other=other,
                eq=row("A", "=", *PRODUCT.parts),
                gram=_decomposed(wide=found.wide),
            ),
            (row(name, "=", to_sympy(found.gram)),),
            before=to_sympy(found.A),
            after=to_sympy(found.gram),
        ),
        characteristic_step(
            found.spectrum,
            name,
            prose(
                "A number is an eigenvalue exactly when this determinant is 0 for it: then "
                "{S} sends some vector other than zero to that multiple of itself.",
                S=name,
            ),
        ),
        roots_step(found.spectrum, row("lambda", square(norm(w)), "=", square(norm(row(M, w))))),
    )


def _decomposed(*, wide: bool) -> Formula:
    outer = "U" if wide else "V"
    inner = ("Sigma", transpose("Sigma")) if wide else (transpose("Sigma"), "Sigma")
    return row(gram_name(wide=wide), "=", outer, *inner, transpose(outer))


def singular_values_step(found: Singular) -> Step:
    """Take the roots of the eigenvalues."""
    numbers, short = found.spectrum.numbers, readable(found.spectrum)
    formulas = []
    for i, p in enumerate(found.squares, start=1):
        value = numbers.root(p)
        parts = ["=", value] if short else []
        if not value.is_Rational:
            parts += ["≈", sympy.N(value, DIGITS)]
        formulas.append(row(sympy.Symbol(f"sigma_{i}"), *parts))
    zeros = min(found.A.shape) - found.rank
    noun = "One more singular value is" if zeros == 1 else f"{zeros} more singular values are"
    rest = f" {noun} 0, so {{A}} has rank {found.rank}." if zeros else ""
    return Step(
        prose("Take the square roots of the eigenvalues that are not 0."),
        prose(
            "Singular values are lengths: {A} stretches a unit eigenvector {v} of {S} to the "
            "length {length}, because {eq}." + rest,
            A="A",
            v=V,
            S=gram_name(wide=False),
            length=root("lambda"),
            eq=row(square(norm(row("A", V))), "=", transpose(V), transpose("A"), "A", V,
                   "=", "lambda"),
        ),
        tuple(formulas),
        after=tuple(numbers.root(p) for p in found.squares),
    )  # fmt: skip


def _vector_steps(found: Singular) -> list[Step]:
    """Find the eigenvectors of the smaller product, and the other side from them."""
    name = gram_name(wide=found.wide)
    letter, image = ("u", "v") if found.wide else ("v", "u")
    A = transpose("A") if found.wide else formula("A")
    here, there = vector(letter), vector(image)
    steps = eigenvector_steps(found.spectrum, found.spaces, name, letter)
    sign = (
        "Where the first nonzero entry of {v} would be negative, both vectors change signs: "
        if found.wide
        else "The first nonzero entry of {v} is positive: "
    )
    why = prose(
        "Then {image} has length 1 as well, because {length}, and images of perpendicular "
        f"eigenvectors are perpendicular. {sign}the sign of one can be chosen, the other follows.",
        image=there, length=row(square(norm(row(A, here))), "=", square("sigma")), v=V,
    )  # fmt: skip
    numbers = found.spectrum.numbers
    columns = found.right if found.wide else found.left
    formulas = []
    if readable(found.spectrum):
        for i, c in enumerate(columns, start=1):
            entries = [numbers.over_root(x, c.size, c.inverse) for x in c.entries]
            formulas.append(row(numbered(image, i), "=", sympy.ImmutableMatrix(entries)))
    steps.append(
        Step(
            prose(
                "Divide each eigenvector by its length, and take {image} for each.",
                image=row(there, "=", fraction(row(A, here), "sigma")),
            ),
            why,
            tuple(formulas),
        )
    )
    return steps


def _null_steps(found: Singular, answer: Factors) -> list[Step]:
    """Fill U and V up with vectors that A or Aᵀ sends to zero."""
    steps = []
    sides = (("V", "A", answer[2], V), ("U", transpose("A"), answer[0], U))
    for name, map_, columns, letter in sides:
        missing = columns.cols - found.rank
        if missing > 0:
            noun = "one vector" if missing == 1 else f"{missing} perpendicular vectors"
            formulas = tuple(
                row(numbered("v" if name == "V" else "u", j + 1), "=", columns.col(j))
                for j in range(found.rank, columns.cols)
            )
            steps.append(
                Step(
                    prose(
                        f"Fill {{Q}} up with {noun} of length 1 from {{eq}}.",
                        Q=name, eq=row(map_, letter, "=", vector("0")),
                    ),
                    prose(
                        "This direction is perpendicular to all columns found so far, and it "
                        "belongs to the singular value 0 or to none."
                        if missing == 1
                        else "These directions are perpendicular to all columns found so far, and "
                        "they belong to the singular value 0 or to none."
                    ),
                    formulas,
                )
            )  # fmt: skip
    return steps


def _collect(found: Singular, answer: Factors, *, full: bool) -> Step:
    m, n = found.A.shape
    u, sigma, v = answer
    sizes = f"{{U}} is {u.rows}×{u.cols}, {{S}} {sigma.rows}×{sigma.cols}, {{V}} {v.rows}×{v.cols}."
    kind = (
        " In the full form {U} and {V} are square, and {S} has the size of {A}."
        if full
        else f" In the reduced form no more than min({m}, {n}) = {min(m, n)} column"
        + (" is kept." if min(m, n) == 1 else "s are kept.")
    )
    shown = readable(found.spectrum) and 0 not in (m, n)
    formulas = (row("U", "=", u), row("Sigma", "=", sigma), row("V", "=", v)) if shown else ()
    return Step(
        prose("Put the columns together: {eq}.", eq=row("A", "=", *PRODUCT.parts)),
        prose(sizes + kind, U="U", S="Sigma", V="V", A="A"),
        formulas,
        before=to_sympy(found.A),
        after=sigma,
    )


def _zero(found: Singular) -> Step:
    m, n = found.A.shape
    what = "has no entries" if 0 in (m, n) else "is the zero matrix"
    return Step(
        prose(f"Notice that {{A}} {what}.", A="A"),
        prose(
            "It sends every vector to zero, so it has no singular value other than 0, and any "
            "orthonormal columns serve; the unit vectors are taken."
        ),
        before=to_sympy(found.A),
    )
