"""The mean error of the shortest fit of random features."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import chi2, invwishart

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric import interpolation_error

# The argument that is at fault, then a call that is refused.
REFUSED = {
    "interpolation_error": [("examples", 0, 1, 1, 1), ("examples", 2.0, 1, 1, 1),
                            ("features", 1, 0, 1, 1), ("signal", 1, 1, -1, 1),
                            ("noise", 1, 1, 1, float("inf")), ("noise", 1, 1, 1, -1)],
}  # fmt: skip


def test_by_hand():
    # one example: w − ŵ has the unseen part 2/3 of w, and the noise e/‖x‖ with E 1/‖x‖² = 1
    assert interpolation_error(1, 3, 6, 5) == pytest.approx(4 + 5)
    # one feature: E 1/‖x‖² = 1/(N − 2)
    assert interpolation_error(7, 1, 100, 5) == 1
    assert interpolation_error(20, 40, 2, 1) == 1 + 20 / 19


@pytest.mark.parametrize(("N", "p"), [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (9, 8), (9, 10)])
def test_infinite_between_unless_there_is_no_noise(N, p):
    assert interpolation_error(N, p, 3, 0.1) == np.inf
    assert interpolation_error(N, p, 3, 0) == pytest.approx(3 * max(0, 1 - N / p))


@pytest.mark.parametrize(("N", "p"), [(3, 1), (5, 2), (9, 7), (20, 18), (40, 1)])
def test_few_features_as_another_library_has_the_mean_of_the_inverse(N, p):
    mean = np.atleast_2d(invwishart(df=N, scale=np.eye(p)).mean())
    assert interpolation_error(N, p, 7, 2) == pytest.approx(2 * np.trace(mean))


@pytest.mark.parametrize(("N", "p"), [(1, 3), (2, 5), (7, 9), (18, 20), (3, 40)])
def test_many_features(N, p):
    # the noise by another library, the unseen part by an integral: the squared cosine of a random
    # direction with a space of dimension N has the density of a beta distribution
    mean = np.atleast_2d(invwishart(df=p, scale=np.eye(N)).mean())

    def law(t):
        return t ** (N / 2 - 1) * (1 - t) ** ((p - N) / 2 - 1)

    whole, seen = quad(law, 0, 1)[0], quad(lambda t: t * law(t), 0, 1)[0]
    expected = 7 * (1 - seen / whole) + 2 * np.trace(mean)
    assert interpolation_error(N, p, 7, 2) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("k", [3, 4, 7, 30])
def test_the_mean_of_one_over_chi_squared(k):
    assert interpolation_error(1, k, 0, 1) == pytest.approx(chi2(k).expect(lambda v: 1 / v))


def test_counts_are_whole_numbers():
    with pytest.raises(InvalidNumberError, match="features is expected to be a whole number"):
        interpolation_error(3, 1.5, 1, 1)
