"""What exercises are made of: a source of chance, integer matrices of a wanted shape and rank."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any, TypeVar

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.errors import NoSuchProblemError
from linalg_book.exact.engine.null_space import null_space_rows
from linalg_book.exact.reading.conversion import to_fraction
from linalg_book.whole_numbers import whole_number
from linalg_book.worked import WorkedExample
from linalg_book.writing.formula import row, vector
from linalg_book.writing.prose import Prose, prose

TRIES = 2000
T = TypeVar("T")
Rows = tuple[tuple[int, ...], ...]
# Perpendicular integer vectors, by their number.
_PERPENDICULAR: dict[int, tuple[Rows, ...]] = {
    1: (((1,),),),
    2: (((1, 1), (1, -1)), ((1, 2), (2, -1)), ((1, 3), (3, -1)),
        ((3, 4), (4, -3))),
    3: (((1, 2, 2), (2, 1, -2), (2, -2, 1)), ((1, 1, 1), (1, -1, 0), (1, 1, -2))),
    4: (((1, 1, 1, 1), (1, -1, 1, -1), (1, 1, -1, -1), (1, -1, -1, 1)),),
}  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """An exercise and its solution.

    Attributes
    ----------
    statement : Prose
        The exercise, as one sentence with its matrices.
    A : tuple of rows
        The matrix, in plain integers.
    b : tuple of int, or None
        The right-hand side, where there is one.
    solution : WorkedExample
        The answer with its steps and checks.
    seed : int
        Given in place of ``rng``, with the same options, it makes the same exercise again.
    """

    statement: Prose
    A: Rows
    b: tuple[int, ...] | None
    solution: WorkedExample
    seed: int


def source(rng: Any) -> tuple[Random, int]:
    """Return a source of chance and the seed that makes it again."""
    if hasattr(rng, "randrange"):
        seed = int(rng.randrange(2**32))
    elif hasattr(rng, "integers"):
        seed = int(rng.integers(2**32))
    else:
        remedy = "write for example random.Random(1) or numpy.random.default_rng(1)"
        seed = whole_number(rng, "rng", remedy=remedy)
    return Random(seed), seed  # noqa: S311 (exercises are no secret)


def rank_of(rank: Any, most: int) -> int:
    """Read a rank; the largest if there is none."""
    return most if rank is None else whole_number(rank, "rank", 0, most)


@dataclass(frozen=True)
class Wanted:
    """A source of chance, and what is asked of a matrix and of the numbers of an answer."""

    random: Random
    seed: int
    m: int
    n: int
    rank: int
    bound: int
    most: int

    def matrix(self) -> Rows | None:
        """Try to draw a matrix of the shape and the rank."""
        return random_matrix(self.random, self.m, self.n, self.rank, self.most)

    def described(self) -> str:
        """Say what matrix is wanted."""
        return f"a {self.m}×{self.n} matrix of rank {self.rank}"


def read_options(  # noqa: PLR0913 (the options of an exercise)
    rng: Any,
    shape: tuple[Any, Any],
    rank: Any,
    largest: Any,
    entries: Any,
    *,
    rows_from: int = 1,
    largest_rank: Callable[[int, int], int] = min,
) -> Wanted:
    """Check the options that exercises on a matrix share."""
    random, seed = source(rng)
    m, n = whole_number(shape[0], "rows", rows_from), whole_number(shape[1], "columns", 1)
    r = rank_of(rank, largest_rank(m, n))
    bound, most = whole_number(largest, "largest", 1), whole_number(entries, "entries", 1)
    return Wanted(random, seed, m, n, r, bound, most)


def search(make: Callable[[], T | None], wanted: str) -> T:
    """Try until an exercise is as wanted."""
    for _ in range(TRIES):
        if (found := make()) is not None:
            return found
    raise NoSuchProblemError(
        f"expected an exercise with {wanted}, but found none in {TRIES} tries: "
        "allow larger numbers, or another shape or rank."
    )


def random_matrix(random: Random, m: int, n: int, rank: int, entries: int) -> Rows | None:
    """Multiply independent columns by a reduced echelon form; None if that fails.

    No row and no column is zero, unless the matrix is.  The reduced echelon form and the basis
    of the null space have small integers as well.
    """
    most = min(entries, 3 if rank <= 2 or rank == n else 2)
    steps = (-2, -1, 0, 1, 2) if rank <= 2 else (-1, 0, 0, 1)
    pivots = [0, *sorted(random.sample(range(1, n), rank - 1))] if rank else []
    echelon = [[0] * n for _ in range(rank)]
    for i, pivot in enumerate(pivots):
        echelon[i][pivot] = 1
        for j in range(pivot + 1, n):
            if j not in pivots:
                echelon[i][j] = random.choice(steps)
    columns = [[random.randint(-most, most) for _ in range(rank)] for _ in range(m)]
    rows = tuple(
        tuple(sum(c * r[j] for c, r in zip(row, echelon, strict=True)) for j in range(n))
        for row in columns
    )
    small = all(abs(entry) <= entries for line in rows for entry in line)
    empty = rank and has_zero_line(rows)
    return rows if small and not empty and domain(rows, n).rank() == rank else None


def has_zero_line(rows: Rows) -> bool:
    """Tell whether a row or a column has no other entries than zeros."""
    return not all(map(any, (*rows, *zip(*rows, strict=True))))


def perpendicular(random: Random, n: int) -> list[tuple[int, ...]]:
    """Draw n perpendicular integer vectors, in any order, with any signs."""
    vectors: list[list[int]] = []
    done = 0
    while done < n:
        most = min(4, n - done)
        k = random.choice((most, most, random.randint(1, most)))
        vectors += [
            [0] * done + list(v) + [0] * (n - done - k) for v in random.choice(_PERPENDICULAR[k])
        ]
        done += k
    order = random.sample(range(n), n)
    signs = [random.choice((1, -1)) for _ in range(n)]
    random.shuffle(vectors)
    return [tuple(signs[j] * v[order[j]] for j in range(n)) for v in vectors]


def domain(rows: Sequence[Sequence[int]], n: int) -> DomainMatrix:
    """Put integers into a matrix over the rational numbers."""
    return DomainMatrix([[QQ(x) for x in row] for row in rows], (len(rows), n), QQ)


def apply(rows: Sequence[Sequence[int]], x: Sequence[int]) -> tuple[int, ...]:
    """Multiply a matrix by a column."""
    return tuple(sum(a * b for a, b in zip(row, x, strict=True)) for row in rows)


def left_null_space(rows: Rows, n: int) -> list[list[int]]:
    """Find integer vectors that span the y with yᵀA = 0."""
    basis = null_space_rows(domain(rows, n).transpose()).to_list()
    return [[int(to_fraction(entry)) for entry in vector] for vector in basis]


def combination(random: Random, vectors: Sequence[Sequence[int]], n: int) -> tuple[int, ...]:
    """Add small multiples of integer vectors with n entries."""
    factors = [random.choice((-1, -1, 0, 1, 1, 2)) for _ in vectors]
    return tuple(sum(f * v[j] for f, v in zip(factors, vectors, strict=True)) for j in range(n))


def within(answer: Any, largest: int) -> bool:
    """Tell whether no numerator and no denominator passes the bound."""
    numbers = [Fraction(int(x.p), int(x.q)) for x in sympy.flatten(answer)]
    return all(max(abs(x.numerator), x.denominator) <= largest for x in numbers)


def system_statement(task: str, A: Rows, b: tuple[int, ...]) -> Prose:
    """Write the task with its system."""
    return prose(
        task + " {eq} with {A} and {b}.",
        eq=row("A", vector("x"), "=", vector("b")),
        A=row("A", "=", sympy.Matrix(A)),
        b=row(vector("b"), "=", sympy.Matrix(b)),
    )


def matrix_statement(task: str, A: Rows) -> Prose:
    """Write the task with its matrix."""
    return prose(task + " {A}.", A=row("A", "=", sympy.Matrix(A)))
