"""Random exact linear systems: any shape, any rank, fractions."""

from fractions import Fraction

from hypothesis import strategies as st
from sympy import Matrix, Rational

SIZES = st.integers(1, 4)
INTEGERS = st.integers(-6, 6)
FRACTIONS = st.builds(Fraction, INTEGERS, st.integers(1, 4))
PRICES = st.builds(Fraction, st.integers(1, 9), st.integers(1, 4))


@st.composite
def matrices(draw, *, entries=FRACTIONS, rows=SIZES, columns=SIZES):
    """Draw a matrix as a list of rows: of any rank, some rows zero."""
    m, n = draw(rows), draw(columns)
    rank = draw(st.integers(0, min(m, n)))
    left = [[draw(entries) for _ in range(rank)] for _ in range(m)]
    right = [[draw(entries) for _ in range(n)] for _ in range(rank)]
    return [
        [sum((p * right[k][j] for k, p in enumerate(row)), Fraction(0)) for j in range(n)]
        for row in left
    ]


SMALL = matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=st.integers(1, 3))


@st.composite
def consistent_systems(draw, **options):
    """Draw a matrix A and a right-hand side b = A x₀."""
    A = draw(matrices(**options))
    entries = options.get("entries", FRACTIONS)
    solution = [draw(entries) for _ in A[0]]
    b = [sum((a * x for a, x in zip(row, solution, strict=True)), Fraction(0)) for row in A]
    return A, b


@st.composite
def equations(draw, entries=FRACTIONS):
    """Draw one equation with a nonzero coefficient."""
    row = draw(st.lists(entries, min_size=1, max_size=5).filter(any))
    return row, draw(entries)


@st.composite
def several(draw, count, longest=4):
    """Draw vectors of one length, often zero or multiples of the first."""
    n = draw(st.integers(1, longest))
    lists = st.lists(FRACTIONS, min_size=n, max_size=n)
    first = draw(lists)
    multiples = FRACTIONS.map(lambda factor: [factor * entry for entry in first])
    others = [draw(st.one_of(lists, multiples)) for _ in range(count - 1)]
    return [column(entries) for entries in (first, *others)]


def numbers(count, entries=FRACTIONS):
    """Draw as many numbers as a test can need; it takes those that it uses."""
    return st.lists(entries, min_size=count, max_size=count)


def block(values, m, n):
    """Make a SymPy matrix of the first of these numbers."""
    return Matrix(m, n, [rational(value) for value in values[: m * n]])


def column(values):
    """Make a SymPy column of fractions."""
    return Matrix([[rational(value)] for value in values])


def matrix(rows):
    """Make a SymPy matrix of fractions."""
    return Matrix([[rational(value) for value in row] for row in rows])


def rational(value):
    """Make a SymPy rational number of a fraction."""
    return Rational(value.numerator, value.denominator)
