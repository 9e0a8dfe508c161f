"""A memory made of a matrix."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import ShapeError, UnknownMethodError
from linalg_book.exact import project
from linalg_book.numeric import recall
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS, matrices, matrix

# The argument that is at fault, then a call that is refused.
REFUSED = {
    "recall": [("patterns", [[float("nan")]], [1]), ("patterns", [1, 2], [1, 2]),
               ("probe", [[1, 2]], [1]), ("probe", [[1]], ["a"]), ("probe", [[]], [])],
}  # fmt: skip
SIGNS = st.sampled_from([-1, 1])


def test_by_hand():
    # three vectors at 120° of squared length 4/3: XᵀX/2 = I, and so is X⁺X
    root = 3**0.5
    X = np.array([[2, 0], [-1, root], [-1, -root]]) / root
    for rule in ("hebb", "projection"):
        np.testing.assert_allclose(recall(X, [5, -3], rule=rule), [5, -3], atol=16 * EPS)
    # orthogonal, but too long: Hebb's rule doubles
    assert recall([[2, 0], [0, 2]], [1, 3], rule="hebb").tolist() == [2, 6]
    np.testing.assert_allclose(recall([[2, 0], [0, 2]], [1, 3]), [1, 3], atol=16 * EPS)
    # nothing stored
    assert recall(np.zeros((0, 2)), [1, 3]).tolist() == [0, 0]
    assert recall([[0, 0]], [1, 3], signs=True).tolist() == [1, 3]


@given(matrices(entries=INTEGERS), st.data())
def test_the_nearest_combination(rows, data):
    probe = [data.draw(INTEGERS) for _ in rows[0]]
    X = np.array(rows, dtype=float)
    expected = np.array(project(probe, matrix(rows).T).answer, dtype=float).ravel()
    sigma = np.linalg.svd(X, compute_uv=False)
    small = np.min(sigma[sigma > 1e-9], initial=1.0)
    error = np.linalg.norm(recall(X, probe) - expected)
    assert error <= 64 * EPS * sigma[0] / small * np.linalg.norm(probe)
    found = recall(X, probe, rule="hebb")
    np.testing.assert_allclose(found, X.T @ X @ probe / X.shape[1], atol=1e-9)


@pytest.mark.parametrize("rule", ["projection", "hebb"])
@given(st.lists(st.lists(SIGNS, min_size=6, max_size=6), min_size=1, max_size=4), st.data())
def test_signs_stand_still(rule, rows, data):
    probe = [data.draw(SIGNS) for _ in rows[0]]
    X = np.array(rows, dtype=float)
    found = recall(X, probe, rule=rule, signs=True)
    assert np.isin(found, (-1, 1)).all()
    assert recall(X, found, rule=rule, signs=True).tolist() == found.tolist()
    M = np.linalg.pinv(X) @ X if rule == "projection" else X.T @ X / 6
    image = M @ found
    assert (found * image >= -1e-9).all()
    # and the energy has not grown
    assert found @ image >= np.array(probe) @ M @ np.array(probe) - 1e-9
    if rule == "projection":
        for row in rows:
            assert recall(X, row, signs=True).tolist() == row


def test_what_is_refused():
    with pytest.raises(UnknownMethodError, match="hebb"):
        recall([[1]], [1], rule="other")
    with pytest.raises(ShapeError, match="make them fit"):
        recall([[1, 2]], [1, 2, 3])
