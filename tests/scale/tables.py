"""Tables that several tests cut into blocks."""

import dask.array as da
import numpy as np


def cut(A, rows):
    """Cut an array into blocks of so many rows."""
    return da.from_array(np.asarray(A), chunks=(rows, *(-1 for _ in np.shape(A)[1:])))


def drawn(N=1000, d=5, seed=0):
    """Draw a table and a right-hand side that is mostly explained."""
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((N, d))
    return X, X @ rng.standard_normal(d) + rng.standard_normal(N)


def one_hot(N=50_000, kinds=4, seed=0):
    """Draw a kind for each row: a column for each kind beside an intercept, rank ``kinds``."""
    rng = np.random.default_rng(seed)
    kind = rng.integers(0, kinds, N)
    return np.column_stack([np.ones(N), np.eye(kinds)[kind]]), kind + rng.standard_normal(N)


def turned(N, sigma, seed=0):
    """Draw a table with given singular values, and their right vectors."""
    rng = np.random.default_rng(seed)
    U = np.linalg.qr(rng.standard_normal((N, len(sigma))))[0]
    V = np.linalg.qr(rng.standard_normal((len(sigma), len(sigma))))[0]
    return (U * np.asarray(sigma)) @ V.T, V
