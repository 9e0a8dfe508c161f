"""Ridge solutions and errors of left-out rows in rational arithmetic, by a fit for each."""

from fractions import Fraction

from linalg_book import exact


def rationals(rows):
    """Turn floats and integers into the fractions that they are."""
    return [[Fraction(x) for x in row] for row in rows]


def fraction(x):
    """Turn a rational number of SymPy into one of Python."""
    return Fraction(int(x.p), int(x.q))


def ridge(A, b, penalty, *, intercept=False):
    """Minimize ‖b − A x‖² + λ‖x‖²; an intercept is what the means leave."""
    rows, right, n = rationals(A), [Fraction(x) for x in b], len(A[0])
    if not rows:
        return [Fraction(0)] * (n + intercept)
    means, mean = [Fraction(0)] * n, Fraction(0)
    if intercept:
        means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        mean = sum(right) / len(rows)
        rows = [[a - c for a, c in zip(row, means, strict=True)] for row in rows]
        right = [y - mean for y in right]
    x = coefficients(rows, right, Fraction(penalty))
    front = mean - sum((c * t for c, t in zip(means, x, strict=True)), Fraction(0))
    return [front, *x] if intercept else x


def coefficients(rows, right, penalty):
    """Solve (AᵀA + λI)x = Aᵀb; the shortest least-squares solution where that is singular."""
    columns = list(zip(*rows, strict=True))
    gram = [[dot(a, c) + (penalty if i == j else 0) for j, c in enumerate(columns)]
            for i, a in enumerate(columns)]  # fmt: skip
    x = eliminate(gram, [dot(a, right) for a in columns])
    if x is None:
        return [fraction(t) for t in exact.least_squares(rows, right).answer]
    return x


def dot(x, y):
    """Multiply and add."""
    return sum((a * b for a, b in zip(x, y, strict=True)), Fraction(0))


def eliminate(M, b):
    """Solve a square system of fractions; None if it is singular."""
    rows = [[*row, y] for row, y in zip(M, b, strict=True)]
    for k in range(len(rows)):
        pivot = next((i for i in range(k, len(rows)) if rows[i][k]), None)
        if pivot is None:
            return None
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [entry / rows[k][k] for entry in rows[k]]
        for i, row in enumerate(rows):
            if i != k and row[k]:
                rows[i] = [a - row[k] * p for a, p in zip(row, rows[k], strict=True)]
    return [row[-1] for row in rows]


def left_out(A, b, penalty, *, intercept=False, which=None):
    """Fit all rows but one, for each of them or some, and subtract the prediction of the one."""
    rows, right = rationals(A), [Fraction(x) for x in b]
    errors = []
    for i in range(len(rows)) if which is None else which:
        row = rows[i]
        others = rows[:i] + rows[i + 1 :]
        if not others:
            errors.append(right[i])
            continue
        x = ridge(others, right[:i] + right[i + 1 :], penalty, intercept=intercept)
        terms = [Fraction(1), *row] if intercept else row
        errors.append(right[i] - sum(a * t for a, t in zip(terms, x, strict=True)))
    return errors


def leverages(A, penalty, *, intercept=False):
    """Return how much of its own right-hand side each row's fit takes: fits of unit vectors."""
    found = []
    for i, row in enumerate(rationals(A)):
        unit = [int(i == j) for j in range(len(A))]
        x = ridge(A, unit, penalty, intercept=intercept)
        terms = [Fraction(1), *row] if intercept else row
        found.append(sum(a * t for a, t in zip(terms, x, strict=True)))
    return found


def mean_square(errors):
    """Return the mean of the squares."""
    return sum(e * e for e in errors) / len(errors)
