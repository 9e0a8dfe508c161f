"""Least squares over blocks: the same for every cut, against exact and dense answers."""

import dask.array as da
import numpy as np
import pytest
from dask.delayed import Delayed
from threadpoolctl import threadpool_info

from linalg_book import exact, numeric, scale
from linalg_book.scale import SquaredConditionWarning, least_squares
from linalg_book.scale.blocks import cut_off_of
from linalg_book.scale.summaries import factor, triangle
from tests.scale.tables import cut, drawn, one_hot, turned

EPS = 2.0**-52


@pytest.mark.parametrize("rows", [1, 2, 3, 7, 100, 1000])
@pytest.mark.parametrize("intercept", [False, True])
def test_every_cut_gives_the_dense_answer(rows, intercept):
    X, y = drawn(100 if rows == 1 else 1000)
    whole = np.column_stack([np.ones(len(X)), X]) if intercept else X
    fit = least_squares(cut(X, rows), y, intercept=intercept)
    w = np.linalg.lstsq(whole, y, rcond=None)[0]
    sigma = np.linalg.svd(whole, compute_uv=False)
    assert np.allclose(fit.coefficients, w, rtol=0, atol=1e-12)
    assert np.allclose(fit.singular_values, sigma, rtol=1e-13)
    assert fit.residual == pytest.approx(np.linalg.norm(whole @ w - y), rel=1e-13)
    assert (fit.rows, fit.rank) == (len(X), whole.shape[1])
    assert fit.condition_number == pytest.approx(sigma[0] / sigma[-1], rel=1e-12)


def test_a_task_has_one_thread_of_blas():
    def threads():
        return [part["num_threads"] for part in threadpool_info() if part["user_api"] == "blas"]

    def noted(rows):
        inside.extend(threads())
        return rows

    X, y = drawn()
    inside, before = [], threads()
    least_squares(cut(X, 300).map_blocks(noted, meta=X), y)
    assert set(inside) == {1}
    assert threads() == before


def test_blocks_of_columns_and_of_other_rows_are_joined():
    X, y = drawn()
    fit = least_squares(da.from_array(X, chunks=(300, 2)), da.from_array(y, chunks=170))
    assert np.allclose(fit.coefficients, np.linalg.lstsq(X, y, rcond=None)[0], atol=1e-12)


def test_the_shortest_solution_of_dependent_columns():
    A, b = [[1, 1, 0], [1, 0, 1], [1, 1, 0], [1, 0, 1]], [1, 2, 3, 4]
    right = np.array(exact.least_squares(A, b).answer, dtype=float)[:, 0]
    for rows in (1, 2, 3, 4):
        fit = least_squares(cut(A, rows), b)
        assert np.allclose(fit.coefficients, right, rtol=0, atol=1e-14)
        assert fit.rank == 2
        assert fit.condition_number == np.inf
        assert fit.condition_of_rank < 2


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kinds", [1, 2, 4, 20])
def test_one_hot_beside_an_intercept(kinds, seed):
    X, y = one_hot(kinds=kinds, seed=seed)
    fit = least_squares(cut(X, 9000), y)
    mean = [y[X[:, j] == 1].mean() for j in range(1, kinds + 1)]
    base = sum(mean) / (kinds + 1)  # the shortest of base + share = mean
    right = [base, *(m - base for m in mean)]
    assert fit.rank == kinds
    assert np.max(np.abs(fit.coefficients - right)) < 1e-12
    by_hand = least_squares(X[:, 1:], y, intercept=True)
    assert np.max(np.abs(by_hand.coefficients - right)) < 1e-12


def test_what_dask_answers_instead():
    X, y = one_hot()
    w = da.linalg.lstsq(cut(X, 9000), da.from_array(y, chunks=9000))[0].compute()
    assert np.max(np.abs(w)) > 1e6  # it divides by a rounding error


@pytest.mark.parametrize("d", [2, 3, 5, 10, 50])
def test_rounding_errors_stay_below_the_cut_off(d):
    rng = np.random.default_rng(d)
    N = 200_000 if d < 50 else 50_000
    tables = [np.column_stack([np.ones(N), np.eye(d - 1)[rng.integers(0, d - 1, N)]])]
    A = rng.standard_normal((N, d - 1))
    tables.append(np.column_stack([A, A @ np.ones(d - 1)]))
    for table in tables:
        fit = least_squares(cut(table, 40_000), np.ones(N))
        assert fit.rank == d - 1
        noise = fit.singular_values[-1] / fit.singular_values[0]
        assert noise < 0.5 * cut_off_of(None, d)


def test_a_chain_of_merges_would_be_wrong():
    X, _ = one_hot()
    R = np.zeros((0, 5))
    for top in range(0, len(X), 13_000):
        R = factor([R, X[top : top + 13_000]], 5)
    chain = np.linalg.svd(R, compute_uv=False)
    pieces = (X[top : top + 320] for top in range(0, len(X), 320))
    tree = np.linalg.svd(triangle(pieces, 5), compute_uv=False)
    assert tree[-1] / tree[0] < 2 * EPS < chain[-1] / chain[0]


def test_a_small_true_direction_of_a_tall_table_counts():
    N, least = 100_000, 1e-12  # N·eps = 2e-11 would take it for zero
    X, V = turned(N, [1.0, 0.5, least])
    fit = least_squares(cut(X, 30_000), X @ V[:, 2] / least)
    assert fit.rank == 3
    assert np.linalg.norm(fit.coefficients / np.linalg.norm(fit.coefficients)) == pytest.approx(1)
    assert fit.condition_number == pytest.approx(1e12, rel=1e-3)


@pytest.mark.parametrize("kappa", [1e2, 1e5, 1e8])
def test_errors_grow_with_the_condition_number_and_no_faster(kappa):
    X, V = turned(5000, np.geomspace(1, 1 / kappa, 8))
    y = X @ (V @ np.ones(8))  # data that fit
    right = numeric.least_squares(X, y)
    fit = least_squares(cut(X, 700), y)
    error = np.linalg.norm(fit.coefficients - right) / np.linalg.norm(right)
    assert error <= 10 * 8 * kappa * EPS


def test_fewer_rows_than_columns():
    X, y = drawn(5, 9)
    right = numeric.least_squares(X, y)
    for rows in (1, 2, 5):
        fit = least_squares(cut(X, rows), y)
        assert np.allclose(fit.coefficients, right, atol=1e-13)
        assert fit.rank == 5
        assert fit.singular_values.shape == (9,)


def test_columns_of_zeros():
    fit = least_squares(np.zeros((4, 2)), [1, 2, 3, 4])
    assert fit.coefficients.tolist() == [0, 0]
    assert (fit.rank, fit.condition_of_rank) == (0, 1.0)


def test_the_gram_way_says_what_it_costs():
    X, V = turned(2000, [1, 1e-5])
    y = X @ (V @ np.ones(2)) + np.random.default_rng(1).standard_normal(2000)
    with pytest.warns(SquaredConditionWarning, match=r"κ² = 1\.0e\+10, about 10 of 16") as caught:
        fit = least_squares(cut(X, 300), y, method="gram")
    assert caught[0].filename == __file__
    right = least_squares(X, y)
    loss = np.linalg.norm(fit.coefficients - right.coefficients) / np.linalg.norm(
        right.coefficients
    )
    assert 1e-12 < loss < 1e-4
    assert fit.residual == pytest.approx(right.residual, rel=1e-6)


def test_the_gram_way_of_dependent_columns():
    X, y = one_hot()
    with pytest.warns(SquaredConditionWarning, match="κ² ≥"):
        fit = least_squares(cut(X, 9000), y, method="gram")
    assert fit.rank == 4
    assert np.allclose(fit.coefficients, least_squares(X, y).coefficients, atol=1e-10)


def test_nothing_is_read_before_it_is_asked_for():
    def fail(block):
        raise AssertionError(block.shape)

    X = da.ones((10, 2), chunks=(5, 2)).map_blocks(fail, dtype=float, meta=np.zeros((0, 2)))
    task = least_squares(X, np.ones(10), compute=False)
    assert isinstance(task, Delayed)
    with pytest.raises(AssertionError):
        task.compute()
    fit = least_squares(*drawn(), compute=False).compute()
    assert np.array_equal(fit.coefficients, least_squares(*drawn()).coefficients)


def test_the_same_bits_on_every_scheduler():
    X, y = drawn(3000)
    task = least_squares(cut(X, 200), y, compute=False)
    found = [task.compute(scheduler=name).coefficients for name in ("sync", "threads")]
    assert np.array_equal(*found)


def test_a_given_cut_off():
    X = np.diag([1.0, 1e-3])
    assert least_squares(X, [1, 1]).rank == 2
    fit = least_squares(X, [1, 1], rtol=1e-2)
    assert (fit.rank, fit.coefficients.tolist()) == (1, [1.0, 0.0])


def test_public_names():
    assert {
        "least_squares",
        "ridge",
        "pseudoinverse_apply",
        "svd",
        "randomized_svd",
        "gram",
    } <= set(scale.__all__)
