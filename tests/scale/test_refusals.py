"""What functions of ``scale`` refuse, with one clear error each."""

import errno

import dask.array as da
import dask.dataframe as dd
import numpy as np
import pandas as pd
import pytest
from dask.delayed import delayed

from linalg_book import numeric, scale
from linalg_book.errors import (
    EmptySystemError,
    InvalidNumberError,
    SchedulerError,
    ShapeError,
    StorageError,
    UnknownMethodError,
)
from linalg_book.scale import least_squares
from tests.scale.tables import cut, drawn

X, Y = drawn(100, 3)
GAP = np.nan


def with_gaps(*places, value=GAP):
    changed = X.copy()
    for place in places:
        changed[place] = value
    return changed


@pytest.mark.parametrize(
    ("given", "error", "field", "words"),
    [
        ((X, Y, {"method": "qr"}), UnknownMethodError, "method", '"tsqr", "gram", but is \'qr\''),
        ((X, Y[:-1]), ShapeError, "y", "y has 99 entries, but X has 100 rows"),
        ((X, X), ShapeError, "y", "has 3 columns"),
        ((X, np.zeros((100, 1, 1))), ShapeError, "y", "a number for each row"),
        ((X, 3.0), ShapeError, "y", "but is one number"),
        ((da.from_array(X[:, 0]), Y), ShapeError, "X", r"but has shape \(100,\)"),
        ((np.zeros((0, 3)), []), EmptySystemError, "X", r"shape \(0, 3\)"),
        ((np.zeros((3, 0)), [1, 2, 3]), EmptySystemError, "X", r"one column"),
        ((X.astype(str), Y), InvalidNumberError, "X", "leave out columns of text"),
        ((X > 0, Y), InvalidNumberError, "X", "convert truth values"),
        ((X + 1j, Y), InvalidNumberError, "X", "complex128"),
        ((X, Y, {"rtol": 2}), InvalidNumberError, "rtol", "less than 1"),
        ((np.full((100, 3), 1e308), Y), InvalidNumberError, "X", "divide large columns"),
    ],
)
def test_what_is_refused(given, error, field, words):
    A, b, options = (*given, {})[:3]
    with pytest.raises(error, match=words) as caught:
        least_squares(A, b, **options)
    assert caught.value.field == field


@pytest.mark.parametrize("method", ["tsqr", "gram"])
@pytest.mark.parametrize("rows", [1, 7, 100])
def test_missing_values_are_counted_and_placed(rows, method):
    A = with_gaps((17, 1), (40, 0), (40, 1), (99, 2))
    message = r"4 of their entries are missing or infinite \(1 in column 1, 2 in column 2, 1 in "
    with pytest.raises(InvalidNumberError, match=message) as caught:
        least_squares(cut(A, rows), Y, method=method)
    assert "the first one in row 18 of column 2" in str(caught.value)
    assert caught.value.entry == (18, 2)


def test_one_missing_target_and_names():
    y = Y.copy()
    y[5] = np.inf
    with pytest.raises(InvalidNumberError, match="1 of their entries is missing or infinite"):
        least_squares(X, y)
    with pytest.raises(
        InvalidNumberError, match=r"\(1 in price\), the first one in row 6 of price"
    ):
        least_squares(X, y, columns=["a", "b", "c", "price"], intercept=True)


def test_many_columns_with_gaps_are_summed_up():
    A = np.full((4, 9), GAP)
    with pytest.raises(InvalidNumberError, match="4 in column 3, 6 other columns"):
        least_squares(A, np.ones(4))


@pytest.mark.parametrize("function", [scale.gram, scale.triangular_factor, scale.svd])
def test_tables_without_a_right_hand_side(function):
    with pytest.raises(InvalidNumberError, match="row 3 of column 1"):
        function(with_gaps((2, 0)))


def test_the_other_functions_refuse_gaps():
    A = with_gaps((2, 0))
    with pytest.raises(InvalidNumberError, match="row 3 of column 1"):
        scale.ridge(A, Y, 1)
    with pytest.raises(InvalidNumberError, match="row 3 of column 1"):
        scale.pseudoinverse_apply(A, Y)
    with pytest.raises(InvalidNumberError):
        scale.randomized_svd(A, 1, np.random.default_rng(0))
    features = numeric.random_fourier_features(3, 5, np.random.default_rng(0))
    with pytest.raises(InvalidNumberError):
        scale.kernel_ridge(A, Y, 1, features)


def of_unknown_rows(*blocks):
    """Join blocks whose sizes come out when they are read."""
    parts = [da.from_delayed(delayed(b), (np.nan, 3), dtype=float) for b in blocks]
    return da.concatenate(parts, allow_unknown_chunksizes=True)


def test_blocks_with_other_columns():
    wrong = of_unknown_rows(X[:50], X[50:, :2])
    with pytest.raises(ShapeError, match=r"4 columns together .* shapes \[\(50, 2\), \(50, 1\)\]"):
        least_squares(wrong, of_unknown_rows(X[:50], X[50:])[:, 0])


def test_blocks_of_unknown_and_of_no_rows():
    table = of_unknown_rows(X[:50], X[:0], X[50:])
    fit = least_squares(table, table @ np.ones(3))
    assert np.allclose(fit.coefficients, 1)
    assert fit.rows == 100
    with pytest.raises(ShapeError, match="in the 3 blocks of X, but has 1"):
        least_squares(table, Y)
    none = of_unknown_rows(X[:0], X[:0])
    with pytest.raises(EmptySystemError, match="at least one row"):
        least_squares(none, none[:, 0])


def test_data_frames():
    frame = dd.from_pandas(pd.DataFrame(X, columns=["a", "b", "c"]), npartitions=3)
    fit = least_squares(frame, frame["a"] + 2 * frame["c"])
    assert np.allclose(fit.coefficients, [1, 0, 2])


def failing(error):
    def read(_block):
        raise error

    return da.ones((10, 2), chunks=(5, 2)).map_blocks(read, dtype=float, meta=np.zeros((0, 2)))


@pytest.mark.parametrize(
    ("error", "expected", "words"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file"), StorageError, "could not be read"),
        (OSError(errno.ENOSPC, "No space left"), StorageError, "it is full"),
        (ConnectionResetError(), SchedulerError, "start a new"),
        (ValueError("could not convert string to float: 'x'"), InvalidNumberError, "text in a"),
    ],
)
def test_what_happens_while_blocks_are_read(error, expected, words):
    with pytest.raises(expected, match=words):
        least_squares(failing(error), np.ones(10))


def test_arguments_of_the_others():
    rng = np.random.default_rng(0)
    for arguments, words in [
        ((X, 4, rng), "k is expected"),
        ((X, 1, 0), "rng is expected"),
    ]:
        with pytest.raises(InvalidNumberError, match=words):
            scale.randomized_svd(*arguments)
    with pytest.raises(InvalidNumberError, match="passes"):
        scale.randomized_svd(X, 1, rng, passes=1)
    with pytest.raises(InvalidNumberError, match="penalty"):
        scale.ridge(X, Y, -1)
    with pytest.raises(InvalidNumberError, match="features is expected"):
        scale.kernel_ridge(X, Y, 1, np.cos)
    with pytest.raises(InvalidNumberError, match="kernel is expected"):
        scale.nystrom_features(3, X)
