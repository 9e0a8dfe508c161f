"""Checks that several functions make: an identity in words, with both of its sides evaluated."""

from collections.abc import Sequence
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.algebraic import Element, Numbers
from linalg_book.exact.engine.orthogonal import Factors, Orthogonal, rational_factors
from linalg_book.exact.engine.pinv import Penrose
from linalg_book.exact.engine.spectrum import Column
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.worked import Check
from linalg_book.writing.formula import Formula, parentheses, row, transpose, vector, words
from linalg_book.writing.prose import Prose, prose

ZERO = vector("0")
AX, XA = row("A", "X"), row("X", "A")
REPEATS_A = prose("going there by {A}, back by {X} and there again ends where {A} alone does",
                  A="A", X="X")  # fmt: skip
REPEATS_X = prose("going back by {X}, there by {A} and back again ends where {X} alone does",
                  A="A", X="X")  # fmt: skip
SYMMETRIC = prose("{AX} is symmetric, so it projects perpendicularly onto the columns of {A}",
                  AX=AX, A="A")  # fmt: skip
SYMMETRIC_TOO = prose("{XA} is symmetric, so it projects perpendicularly onto the rows of {A}",
                      XA=XA, A="A")  # fmt: skip
IDENTITIES = (
    row("A", "X", "A", "=", "A"),
    row("X", "A", "X", "=", "X"),
    row(transpose(parentheses(AX)), "=", AX),
    row(transpose(parentheses(XA)), "=", XA),
)


def perpendicular_to(
    rows: DomainMatrix, x: DomainMatrix, name: Prose, product: Sequence[Any], zero: Any = ZERO
) -> Check:
    """Check that a column is perpendicular to each of the rows; ``product`` says it in symbols."""
    return Check(
        name,
        row(*product, "=", zero),
        to_sympy(rows.to_sparse() * x.to_sparse()),
        sympy.ImmutableMatrix.zeros(rows.shape[0], 1),
    )


def perpendicular_to_null_space(rows: DomainMatrix, x: DomainMatrix, name: Formula) -> Check:
    """Check that x has no part in the null space, which the rows span."""
    return perpendicular_to(
        rows,
        x,
        prose(
            "{x} is perpendicular to the columns of {N}, a basis of the null space", x=name, N="N"
        ),
        (transpose("N"), name),
    )


def residual_check(A: DomainMatrix, residual: DomainMatrix) -> Check:
    """Check that what is left of b is perpendicular to the columns of A."""
    r = vector("r")
    sentence = prose("the residual {r} is perpendicular to every column", r=r)
    return perpendicular_to(A.transpose(), residual, sentence, (transpose("A"), r))


def penrose_checks(found: Penrose) -> tuple[Check, ...]:
    """Evaluate the four conditions."""
    return (
        Check(REPEATS_A, IDENTITIES[0], found.AXA, found.A),
        Check(REPEATS_X, IDENTITIES[1], found.XAX, found.X),
        Check(SYMMETRIC, IDENTITIES[2], found.AX.transpose, found.AX),
        Check(SYMMETRIC_TOO, IDENTITIES[3], found.XA.transpose, found.XA),
    )


def orthonormal_check(numbers: Numbers, columns: Sequence[Column], name: str) -> Check:
    """Compare the dot products of unit columns with the unit matrix."""
    k = len(columns)
    entries = []
    for i, v in enumerate(columns):
        for j, w in enumerate(columns):
            found = numbers.dot(v.entries, w.entries)
            if i == j and numbers.is_zero(found - v.size):
                entries.append(sympy.Integer(1))
            elif numbers.is_zero(found):
                entries.append(sympy.Integer(0))
            else:
                lengths = numbers.named(v.size) * numbers.named(w.size)
                entries.append(numbers.named(found) / sympy.sqrt(lengths))
    return Check(
        prose("the columns of {Q} have length 1 and are perpendicular to each other", Q=name),
        row(transpose(name), name, "=", "I"),
        sympy.ImmutableMatrix(k, k, entries),
        sympy.ImmutableMatrix.eye(k),
    )


def product_check(
    numbers: Numbers, found: list[list[Element]], A: DomainMatrix, parts: Sequence[str]
) -> Check:
    """Compare a product, for example U Σ Vᵀ, with the matrix."""
    m, n = A.shape
    entries = [
        QQ.to_sympy(a) if numbers.is_zero(p - a) else numbers.named(p)
        for line, known in zip(found, A.to_list(), strict=True)
        for p, a in zip(line, known, strict=True)
    ]
    left, middle, right = parts
    return Check(
        prose("the product of the three matrices is {A}", A="A"),
        row(left, middle, transpose(right), "=", "A"),
        sympy.ImmutableMatrix(m, n, entries),
        to_sympy(A),
    )


def factor_checks(A: DomainMatrix, found: Orthogonal, given: Factors) -> tuple[Check, ...]:
    """Check A = Q R and the dot products of the columns, from the factors that are given back."""
    Q, R = rational_factors(given)
    scaled, rank = Q, len(found.kept)
    if rank:
        squares = [QQ.from_sympy(length**2) for length in given.lengths]
        scaled = Q * DomainMatrix.diag(squares, QQ).to_dense()
    below = sympy.ImmutableMatrix(
        rank, A.shape[1], lambda k, j: given.R[k, j] if j < found.kept[k] else 0
    )
    return (
        Check(
            prose("the factors give {A} back", A="A"),
            row("Q", "R", "=", "A"),
            to_sympy(scaled * R),
            to_sympy(A),
        ),
        _perpendicular(found, given, _products(Q, found.weights).to_Matrix()),
        Check(
            prose("{R} has only zeros left of the first entry of each row", R="R"),
            row(words("R left of its pivots"), "=", 0),
            below,
            sympy.ImmutableMatrix.zeros(rank, A.shape[1]),
        ),
    )


def _products(Q: DomainMatrix, weights: Sequence[Any] | None) -> DomainMatrix:
    """Multiply the columns with each other: QᵀQ, or QᵀWQ."""
    if not weights:
        return Q.transpose() * Q
    return Q.transpose() * DomainMatrix.diag(weights, QQ).to_dense() * Q


def _perpendicular(found: Orthogonal, given: Factors, gram: sympy.Matrix) -> Check:
    """Compare QᵀQ or QᵀWQ, found from the rational factors, with a diagonal matrix."""
    lengths, rank = given.lengths, len(given.lengths)
    normalized = any(length != 1 for length in lengths)
    squares = [1 if normalized else QQ.to_sympy(square) for square in found.squares]
    one = all(square == 1 for square in squares)
    weighted = " with these weights" if found.weights else ""
    middle = ["W"] if found.weights else []
    name = prose(f"the columns of {{Q}} are perpendicular{weighted} and have length 1", Q="Q")
    if not one:
        name = prose(
            f"the columns of {{Q}} are perpendicular{weighted}: {{D}} is diagonal, with their "
            "squared lengths",
            Q="Q",
            D="D",
        )

    def product(k: int, i: int) -> sympy.Expr:
        if not gram[k, i]:
            return sympy.Integer(0)  # and no root is multiplied
        return gram[k, i] * (lengths[k] * lengths[i])

    products = sympy.ImmutableMatrix(rank, rank, product)
    diagonal = sympy.ImmutableMatrix(sympy.diag(*squares)) if rank else products
    identity = row(transpose("Q"), *middle, "Q", "=", "I" if one else "D")
    return Check(name, identity, products, diagonal)
