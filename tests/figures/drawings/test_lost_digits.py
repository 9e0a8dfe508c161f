"""Right digits of fitted polynomials, by degree and by what was done to x."""

from fractions import Fraction

import mpmath
import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.drawings.lost_digits import treated
from linalg_book.figures.kit.scenes import scene_of
from tests.figures.drawn import words
from tests.figures.moving import Moving

X, Y = [0.1, 2, 3.3, 4, 5.7, 9], [1, 0.25, 3, 0.7, 5.1, 2]
CASES = [
    (figures.polynomial_digits, (X, Y, 2, 0, 3)),
    (figures.polynomial_digits, ([100, 101, 102.5], [1, 0, 1], 1, 1, 2)),
    (figures.polynomial_digits, ([0, 1, 2, 4], [1, 0, Fraction(1, 3), 2], 2, 2, 2)),
]


def digits_agree(scene, facts):
    treatment, degree = scene["treatment"], scene["degree"]
    assert facts["kappa"] == scene["kappa"][treatment][degree - 1]
    assert facts["left"] == pytest.approx(max(0, 16 - np.log10(facts["kappa"])))
    assert facts["digits"] == {k: d[treatment][degree - 1] for k, d in scene["digits"].items()}


MOVING = {
    "digits": Moving(
        "regression/numerics",
        "numerics-filip",
        "10, x as it is",
        {"degree 10, x as it is": "ArrowLeft"},
        {"degree 10": (-60, 0)},
        None,
        "digits/geometry.js",
        "(scene) => module.factsAt(scene, scene.degree, scene.treatment)",
        digits_agree,
    ),
}


def test_treatments():
    x = np.array([1.0, 2, 6])
    assert treated(x, 0).tolist() == [1, 2, 6]
    assert treated(x, 1).tolist() == [-2, -1, 3]
    assert treated(x, 2).tolist() == pytest.approx([-2 / 3, -1 / 3, 1])


def test_numbers_with_mpmath():
    ax = figures.polynomial_digits(X, Y, 3, 0, 3, figures.axes())
    scene = scene_of(ax)
    table = np.vander(X, 4, increasing=True)
    assert scene["kappa"][0][2] == pytest.approx(np.linalg.cond(table), rel=0.01)
    with mpmath.workdps(60):
        A, b = mpmath.matrix(table.tolist()), mpmath.matrix(Y)
        truth = mpmath.lu_solve(A.T * A, A.T * b)
        found = np.linalg.lstsq(table, np.array(Y, dtype=float))[0]
        worst = max(abs(mpmath.mpf(float(a)) / t - 1) for a, t in zip(found, truth, strict=True))
        expected = min(15, float(-mpmath.log10(worst)))
    assert scene["digits"]["lstsq"][0][2] == pytest.approx(expected, abs=0.06)
    assert scene["digits"]["refined"][0] == [15, 15, 15]
    assert {"refined", "lstsq", "Cholesky"} <= set(words(ax))


def test_where_cholesky_fails_no_digit_is_right():
    # the Gram matrix of x and its powers around 10⁶ is singular in floats
    x = [1e6, 1e6 + 1, 1e6 + 2, 1e6 + 4]
    scene = scene_of(figures.polynomial_digits(x, [1, 2, 0, 5], 2, 0, 3, figures.axes()))
    assert scene["digits"]["cholesky"][0][1:] == [0, 0]
    assert min(scene["digits"]["cholesky"][2]) > 10


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda ax: figures.polynomial_digits([1, 2], [1], 1, 0, 1, ax), ShapeError),
        (lambda ax: figures.polynomial_digits([1, 1], [1, 2], 1, 0, 1, ax), ShapeError),
        (lambda ax: figures.polynomial_digits([1, 2], [1, 2], 1, 0, 1, ax), InvalidNumberError),
        (lambda ax: figures.polynomial_digits([1, 2], [1, 2], 1, 3, 1, ax), InvalidNumberError),
    ],
)
def test_refused(call, error):
    with pytest.raises(error):
        call(figures.axes())
