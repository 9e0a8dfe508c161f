"""The triangle of a tall matrix from two blocks of its rows."""

from __future__ import annotations

from functools import partial
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import MatrixLike, WholeNumber
from linalg_book.errors import ShapeError
from linalg_book.exact.engine.blocks import Joined, diagonal, join, products
from linalg_book.exact.engine.orthogonal import orthogonalize
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.steps.tall_skinny_qr import (
    product_of,
    tall_skinny_qr_steps,
    tall_skinny_qr_title,
)
from linalg_book.whole_numbers import whole_number
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import row, transpose, words
from linalg_book.writing.prose import prose

__all__ = ["tall_skinny_qr"]


def tall_skinny_qr(A: MatrixLike, *, rows: WholeNumber = 0) -> WorkedExample:
    """Find R and D with RᵀD R = AᵀA from two blocks of rows, each read once.

    The triangle of a block, its rows weighted by the squared lengths that belong to them, stands
    for all of the block: two triangles make that of the whole.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The matrix, of any rank r, with at least two rows.
    rows : int, optional
        How many rows the first block has, from 1 to m − 1; 0 stands for half of them.

    Returns
    -------
    WorkedExample
        ``answer`` is the pair (R, D) of sizes r×n and r×r.  R is in echelon form, and its rows
        begin with 1; D is diagonal, with the squared lengths of perpendicular columns.
        ``values`` holds ``triangles`` (those of the blocks), ``weights`` (of their rows, one
        block after the other), ``rank``, ``independent_columns`` (indices from 0) and ``rows``.

    Raises
    ------
    InexactNumberError, InvalidNumberError
        If an entry is a float, a symbol, complex, or no rational number, or ``rows`` is no such
        whole number.
    ShapeError
        If ``A`` is no matrix, or has fewer than two rows.

    Notes
    -----
    R and D are those of ``qr`` for the whole matrix, wherever it is cut; normalized, √D R is the
    triangle of the usual QR decomposition [1]_.

    .. [1] J. Demmel, L. Grigori, M. Hoemmen, J. Langou, "Communication-optimal parallel and
       sequential QR and LU factorizations", *SIAM Journal on Scientific Computing* 34 (2012),
       A206-A239.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> from linalg_book.exact import tall_skinny_qr
    >>> R, D = tall_skinny_qr([[1, 0], [1, 1], [1, 3], [1, 4]]).answer
    >>> R
    Matrix([
    [1, 2],
    [0, 1]])
    >>> D
    Matrix([
    [4,  0],
    [0, 10]])
    """
    matrix = read_matrix(A)
    m = matrix.shape[0]
    if m < 2:
        raise ShapeError(
            f"A is expected to have at least 2 rows, one for each block, but has {m}: add rows, "
            "or call qr."
        ).about("A")
    k = whole_number(rows, "rows", 0, m - 1) or m // 2
    found = join(matrix, k)
    R, D = to_sympy(found.whole.R), diagonal(found.whole)
    return WorkedExample(
        tall_skinny_qr_title(k, m),
        (R, D),
        _checks(matrix, found),
        partial(tall_skinny_qr_steps, matrix, found, k),
        _values(found, k),
    )


def _values(found: Joined, k: int) -> dict[str, Any]:
    return {
        "triangles": tuple(to_sympy(block.R) for block in found.blocks),
        "weights": tuple(map(QQ.to_sympy, found.weights)),
        "rank": len(found.whole.kept),
        "independent_columns": found.whole.kept,
        "rows": k,
    }


def _checks(A: DomainMatrix, found: Joined) -> tuple[Check, ...]:
    """Compare with the products of the columns of A, and with the factors of all rows at once."""
    matrix = to_sympy(A)
    gram = sympy.ImmutableMatrix(matrix.T * matrix)
    parts = products(found.blocks[0]) + products(found.blocks[1])
    once = orthogonalize(A)
    return (
        Check(
            prose("what the two blocks keep adds up to the products of the columns of {A}", A="A"),
            row(product_of(1), "+", product_of(2), "=", transpose("A"), "A"),
            sympy.ImmutableMatrix(parts),
            gram,
        ),
        Check(
            prose("{R} and {D} give these products, too", R="R", D="D"),
            row(transpose("R"), "D", "R", "=", transpose("A"), "A"),
            products(found.whole),
            gram,
        ),
        Check(
            prose("the cut changes nothing: {R} is that of all rows at once", R="R"),
            row("R", "=", words("R of the rows uncut")),
            to_sympy(found.whole.R),
            to_sympy(once.R),
        ),
        Check(
            prose("and so are the squared lengths in {D}", D="D"),
            row("D", "=", words("D of the rows uncut")),
            diagonal(found.whole),
            diagonal(once),
        ),
    )
