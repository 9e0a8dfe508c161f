"""Designs of "who played whom", from a public report: their rank, and libraries that lose it."""

import numpy as np
import pytest
import scipy.linalg
from scipy.sparse.csgraph import connected_components

from linalg_book import numeric


def league(n, seed):
    """Return 3n matches of n teams, one a row."""
    rng, m = np.random.default_rng(seed), 3 * n
    matches = np.zeros((m, n))
    for k in range(m):
        i, j = rng.choice(n, 2, replace=False)
        matches[k, i], matches[k, j] = 1, -1
    return matches * np.sqrt(rng.random(m) + 0.1)[:, np.newaxis]


@pytest.mark.parametrize(("n", "seed"), [(10, 3), (27, 104), (60, 12), (60, 18)])
def test_the_rank_is_the_number_of_teams_minus_that_of_groups(n, seed):
    matches = league(n, seed)
    groups = connected_components(matches.T @ matches != 0)[0]
    inverse = numeric.pseudoinverse(matches)
    assert np.linalg.matrix_rank(matches) == n - groups
    # the trace of the projector X⁺X is the rank
    assert np.trace(inverse @ matches) == pytest.approx(n - groups, abs=1e-9)
    for other in (scipy.linalg.pinv(matches), np.linalg.pinv(matches, rtol=None)):
        assert np.abs(inverse - other).max() < 1e-12


def test_the_default_of_numpy_may_keep_what_is_zero():
    found = [np.abs(np.linalg.pinv(league(27, 104))).max()]
    found += [np.abs(np.linalg.pinv(league(60, seed))).max() for seed in (12, 18, 48, 56)]
    if max(found) < 10:
        pytest.skip(f"NumPy {np.__version__} drops them here: the book says which version does not")
    assert max(found) > 1e10
