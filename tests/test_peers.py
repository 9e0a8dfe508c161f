"""One table of named examples, solved by this package and by SymPy, NumPy and SciPy."""

import numpy as np
import pytest
import scipy.linalg
from sympy import Matrix, Rational, oo

from linalg_book import exact, numeric
from linalg_book import examples as ex
from tests.expected import SOLVED
from tests.strategies import rational

EXTREME = {"nearly singular", "huge integers"}  # no float64 answer means anything
TOLERANCE = 1e-9


def sympy_matrix(named):
    return Matrix(len(named.rows), named.width, [rational(x) for row in named.rows for x in row])


def array(matrix):
    """Turn exact numbers into floats."""
    shape = getattr(matrix, "shape", None) or (len(matrix),)
    return np.array([float(x) for x in matrix], dtype=float).reshape(shape)


def right_side(named):
    return [(-1) ** i * (i + 2) for i in range(len(named.rows))]


def table(keep=None):
    chosen = [named for named in ex.MATRICES if keep is None or keep(named)]
    return pytest.mark.parametrize("named", chosen, ids=lambda named: named.name)


def filled(named):
    return bool(named.rows) and bool(named.width)


def plain(named):
    return filled(named) and named.name not in EXTREME


def square_symmetric(named):
    return filled(named) and sympy_matrix(named).is_symmetric()


def close(found, expected):
    scale = max(1.0, float(np.max(np.abs(expected), initial=0)))
    return found.shape == expected.shape and bool(
        np.all(np.abs(found - expected) <= TOLERANCE * scale)
    )


def test_the_table_has_the_cases_that_matter():
    names = [named.name for named in ex.MATRICES]
    assert len(set(names)) == len(names) >= 20
    ranks = {(sympy_matrix(n).shape, sympy_matrix(n).rank()) for n in ex.MATRICES}
    assert {((0, 3), 0), ((3, 0), 0), ((0, 0), 0), ((1, 1), 0), ((1, 1), 1)} <= ranks
    assert all(named.note.endswith(".") for named in ex.MATRICES)
    assert all(len(row) == named.width for named in ex.MATRICES for row in named.rows)


@table()
def test_pseudoinverse_with_sympy(named):
    A = sympy_matrix(named)
    expected = A.pinv() if filled(named) else Matrix.zeros(A.cols, A.rows)
    for method in ("rank-factorization", "limit"):
        assert exact.pseudoinverse(A, method=method).answer == expected


@table(plain)
def test_pseudoinverse_with_numpy_and_scipy(named):
    found = array(exact.pseudoinverse(named.rows).answer)
    A = array(sympy_matrix(named))
    assert close(np.linalg.pinv(A), found)
    assert close(scipy.linalg.pinv(A), found)


@table()
def test_row_reduce_with_sympy(named):
    A = sympy_matrix(named)
    reduced, pivots = A.rref()
    example = exact.row_reduce(A)
    assert example.answer == reduced
    assert tuple(example.values["pivots"]) == pivots
    assert example.values["rank"] == A.rank()


@table(plain)
def test_rank_with_numpy(named):
    A = array(sympy_matrix(named))
    assert exact.row_reduce(named.rows).values["rank"] == np.linalg.matrix_rank(A)
    assert exact.svd(named.rows).values["rank"] == np.linalg.matrix_rank(A)


@table()
def test_four_subspaces_with_sympy(named):
    A = sympy_matrix(named)
    found, r = exact.four_subspaces(A).answer, A.rank()
    expected = {
        "column_space": (A, r),
        "row_space": (A.T, r),
        "null_space": (None, A.cols - r),
        "left_null_space": (None, A.rows - r),
    }
    for name, (source, dimension) in expected.items():
        basis = getattr(found, name)
        assert basis.cols == dimension
        assert basis.rank() == dimension
        if source is not None:
            assert source.row_join(basis).rank() == r
    assert not any(A * found.null_space)
    assert not any(A.T * found.left_null_space)


@table(plain)
def test_null_space_with_scipy(named):
    basis = array(exact.four_subspaces(named.rows).answer.null_space)
    theirs = scipy.linalg.null_space(array(sympy_matrix(named)), rcond=1e-12)
    assert basis.shape == theirs.shape
    assert np.allclose(theirs @ (theirs.T @ basis), basis)


@table(plain)
def test_singular_values_with_numpy_and_scipy(named):
    found = array(exact.svd(named.rows).values["singular_values"])
    A = array(sympy_matrix(named))
    assert close(np.linalg.svd(A, compute_uv=False), found)
    assert close(scipy.linalg.svdvals(A), found)


@table(plain)
def test_the_svd_multiplies_back_in_floats(named):
    for full in (False, True):
        U, S, V = map(array, exact.svd(named.rows, full=full).answer)
        assert close(U @ S @ V.T, array(sympy_matrix(named)))


@table(plain)
def test_condition_number_with_numpy(named):
    A = array(sympy_matrix(named))
    answer = exact.condition_number(named.rows).answer
    if np.linalg.matrix_rank(A) < min(A.shape):
        assert answer == oo
    else:
        assert close(np.array([np.linalg.cond(A)]), np.array([float(answer)]))


@table(lambda n: square_symmetric(n) and n.name not in EXTREME)
def test_eigenvalues_with_numpy_and_sympy(named):
    found = sorted(float(x) for x in exact.eigen(named.rows).values["eigenvalues"])
    assert close(np.linalg.eigvalsh(array(sympy_matrix(named))), np.array(found))
    theirs = sympy_matrix(named).eigenvals(multiple=True)
    assert close(np.array(sorted(float(x) for x in theirs)), np.array(found))


@table(lambda n: plain(n) and sympy_matrix(n).rank() == n.width)
def test_qr_with_sympy_and_numpy(named):
    Q, R = exact.qr(named.rows, normalized=True).answer
    theirs = sympy_matrix(named).QRdecomposition()
    assert array(Q) == pytest.approx(array(theirs[0]))
    assert array(R) == pytest.approx(array(theirs[1]))
    assert np.abs(np.linalg.qr(array(sympy_matrix(named)))[1]) == pytest.approx(np.abs(array(R)))


@table(plain)
def test_least_squares_with_numpy_and_scipy(named):
    A, b = array(sympy_matrix(named)), right_side(named)
    found = array(exact.least_squares(named.rows, b).answer)[:, 0]
    assert close(np.linalg.lstsq(A, np.array(b, dtype=float))[0], found)
    assert close(scipy.linalg.lstsq(A, np.array(b, dtype=float))[0], found)


@table(filled)
def test_least_squares_and_projection_with_sympy(named):
    A, b = sympy_matrix(named), Matrix(right_side(named))
    x = A.pinv() * b
    assert exact.least_squares(named.rows, list(b)).answer == x
    assert exact.project(list(b), named.rows).answer == A * x
    assert exact.ridge(named.rows, list(b), 0).answer == x


@table(filled)
def test_ridge_with_sympy(named):
    A, b, penalty = sympy_matrix(named), Matrix(right_side(named)), Rational(1, 3)
    expected = (A.T * A + penalty * Matrix.eye(A.cols)).LUsolve(A.T * b)
    assert exact.ridge(named.rows, list(b), "1/3").answer == expected


@table(filled)
def test_solve_with_sympy(named):
    A = sympy_matrix(named)
    inside, outside = A * Matrix([1] * A.cols), Matrix(right_side(named))
    for b in (inside, outside):
        solvable = A.row_join(b).rank() == A.rank()
        example = exact.solve(A, b)
        assert (example.values["kind"] != "none") is solvable
        if solvable:
            theirs, free = A.gauss_jordan_solve(b)
            assert example.answer == theirs.subs(dict.fromkeys(free, 0))
            assert (example.values["kind"] == "unique") is (not free)
        else:
            y = example.values["certificate"]
            assert not any(A.T * y)
            assert y.dot(b) != 0


@table(plain)
def test_low_rank_with_numpy(named):
    A = array(sympy_matrix(named))
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    for k in range(min(A.shape) + 1):
        example = exact.low_rank(named.rows, k)
        error = s[k] if k < len(s) else 0.0
        assert close(np.array([float(example.values["error"])]), np.array([error]))
        if k == 0 or k == len(s) or s[k - 1] > s[k] + TOLERANCE:  # else there is a choice
            assert close(array(example.answer), (U[:, :k] * s[:k]) @ Vt[:k])


@table(plain)
def test_least_norm_with_everyone(named):
    A = sympy_matrix(named)
    b = A * Matrix([j + 1 for j in range(A.cols)])
    found = exact.least_norm(A, b).answer
    assert found == A.pinv() * b
    floats = array(found)[:, 0]
    assert close(numeric.least_norm(array(A), array(b)[:, 0]), floats)
    assert close(np.linalg.lstsq(array(A), array(b)[:, 0])[0], floats)
    assert close(scipy.linalg.lstsq(array(A), array(b)[:, 0])[0], floats)


@pytest.mark.parametrize("solved", SOLVED, ids=lambda solved: solved.system.name)
def test_systems_with_everyone(solved):
    one = not isinstance(solved.system.b, tuple)
    rows = (solved.system.A,) if one else solved.system.A
    right = (solved.system.b,) if one else solved.system.b
    A = Matrix([[rational(x) for x in row] for row in rows])
    b = Matrix([rational(x) for x in right])
    expected = Matrix([rational(x) for x in solved.point])
    assert A.pinv() * b == expected
    for function in (exact.least_norm, exact.closest_point, exact.least_squares):
        assert function(rows, right).answer == expected
    scale = max(map(abs, A))
    theirs = np.linalg.lstsq(array(A / scale), array(b / scale)[:, 0])[0]
    assert close(theirs, array(expected)[:, 0])
    assert close(numeric.least_norm(array(A), array(b)[:, 0]), array(expected)[:, 0])
