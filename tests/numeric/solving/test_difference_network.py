"""A network twice, subtracted: outputs of 0, whatever the weights."""

from dataclasses import replace

import numpy as np
import pytest

from linalg_book.errors import ShapeError
from linalg_book.numeric import difference_network, init_network

SMALL = init_network(2, [3], np.random.default_rng(1))
REFUSED = {"difference_network": [("network", None), ("network", difference_network(SMALL))]}


def test_outputs():
    X = np.random.default_rng(2).standard_normal((5, 2))
    both = difference_network(SMALL)
    assert both.predict(X).tolist() == [0] * 5
    other = init_network(2, [4, 2], np.random.default_rng(3))
    gap = replace(both, second=other).predict(X) * 2**0.5
    np.testing.assert_allclose(gap, SMALL.predict(X) - other.predict(X))


def test_answers_name_what_is_wrong():
    with pytest.raises(ShapeError, match=r"is of type DifferenceNetwork: make one with init"):
        difference_network(difference_network(SMALL))
