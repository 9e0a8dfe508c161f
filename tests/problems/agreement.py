"""What holds for every problem, and how large its numbers are."""

from fractions import Fraction

from sympy import Matrix, flatten


def largest(numbers):
    """Return the greatest numerator or denominator."""
    values = [Fraction(int(x.p), int(x.q)) for x in flatten(numbers)]
    return max((max(abs(x.numerator), x.denominator) for x in values), default=0)


def agrees(problem, shape, rank, entries):
    """Return the matrix of a problem that is as it was asked for, with a solution that holds."""
    A = Matrix(problem.A)
    assert A.shape == shape
    assert A.rank() == rank
    assert all(type(entry) is int and abs(entry) <= entries for row in problem.A for entry in row)
    assert str(problem.statement).endswith(".")
    assert problem.b is None or all(type(entry) is int for entry in problem.b)
    assert all(check.holds for check in problem.solution.checks)
    return A
