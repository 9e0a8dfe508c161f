"""Errors of floating-point functions carry the argument that they are about."""

import numpy as np
import pytest

from linalg_book import numeric
from linalg_book.errors import LinalgBookError
from tests.collected import collected

REFUSED = collected("tests.numeric.solving", "REFUSED")


def test_every_function_is_refused_something():
    assert set(REFUSED) == {name for name in numeric.__all__ if name.islower()}


@pytest.mark.parametrize(
    ("name", "field", "arguments"),
    [(name, field, rest) for name, calls in REFUSED.items() for field, *rest in calls],
)
def test_the_argument_is_named(name, field, arguments):
    if name == "factorize_ratings" and field != "rng":
        arguments = [*arguments[:2], np.random.default_rng(0)]
    by_name = arguments.pop() if isinstance(arguments[-1], dict) else {}
    with pytest.raises(LinalgBookError) as caught:
        getattr(numeric, name)(*arguments, **by_name)
    assert caught.value.field == field
