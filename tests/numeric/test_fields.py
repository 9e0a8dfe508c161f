"""Errors of floating-point functions carry the argument that they are about."""

import numpy as np
import pytest

from linalg_book import numeric
from linalg_book.errors import LinalgBookError

NAN = float("nan")
REFUSED = {
    "closest_point": [("A", ["x", 1], 1), ("b", [3, 4], NAN), ("b", [3, 4], [1]), ("A", [], 1),
                      ("b", [[1, 2], [3, 4]], [1]), ("A", [0, 0], 1)],
    "condition_number": [("A", [[NAN]]), ("A", [1, 2]), ("A", []), ("rtol", [[1]], 2)],
    "factorize_ratings": [("R", [1], 1, 0), ("rng", [[1]], 1, 0), ("R", [[NAN]], 1, 0)],
    "least_norm": [("A", [[1], [2, 3]], [1, 2]), ("b", [[1, 2]], 3), ("A", [[1], [1]], [0, 1])],
    "least_squares": [("A", [[True]], [1]), ("b", [[1]], [1j]), ("b", [[1]], 5), ("b", [[1]], [])],
    "low_rank": [("A", [[None]], 1), ("k", [[1]], -1), ("k", [[1]], 1.5)],
    "pca": [("X", [[1, 2]], 1), ("X", [1, 2], 1), ("k", [[1], [2]], 3)],
    "pseudoinverse": [("A", "x"), ("A", [[10**400]]), ("rtol", [[1]], -1)],
    "svd": [("A", 5), ("A", [[NAN]])],
}  # fmt: skip


def test_every_function_is_refused_something():
    assert set(REFUSED) == {name for name in numeric.__all__ if name.islower()}


@pytest.mark.parametrize(
    ("name", "field", "arguments"),
    [(name, field, rest) for name, calls in REFUSED.items() for field, *rest in calls],
)
def test_the_argument_is_named(name, field, arguments):
    if name == "factorize_ratings" and field != "rng":
        arguments = [*arguments[:2], np.random.default_rng(0)]
    with pytest.raises(LinalgBookError) as caught:
        getattr(numeric, name)(*arguments)
    assert caught.value.field == field
