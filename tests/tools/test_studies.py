"""Stored measurements of trained networks: some are made again, and must lie in a band."""

import numpy as np
import pytest
from tools.studies import products, widths
from tools.studies.__main__ import HEADS, table

from linalg_book import datasets

FIRST, *OTHERS = products.SEEDS
BAND = 0.02  # another processor rounds otherwise; Adam carries that farther


def stored(activation, width, draw):
    study = datasets.width_study()
    row = (study.labels == activation) & (study.values[:, :2] == (width, draw)).all(axis=1)
    (found,) = study.values[row]
    return found[2:]


@pytest.mark.parametrize(("activation", "width", "draw"), [(0, 16, 3), (1, 64, 1)])
def test_networks_of_a_width_again(activation, width, draw):
    found = widths.measured(widths.ACTIVATIONS[activation], width, draw)
    np.testing.assert_allclose(found, stored(activation, width, draw), rtol=BAND)


def all_distances(shift=0):
    """Measure all distances again, and give them with the stored ones."""
    study = datasets.width_study()
    keys = zip(study.labels, study.values[:, :2].astype(int), strict=True)
    found = [widths.distance(widths.ACTIVATIONS[kind], int(k), int(draw) + shift)
             for kind, (k, draw) in keys]  # fmt: skip
    return np.array(found), study.values[:, 2]


def test_all_distances_again():
    found, kept = all_distances()
    np.testing.assert_allclose(found, kept, rtol=6e-4)  # stored with four digits
    assert not np.isclose(*all_distances(shift=1), rtol=0.01).all()


# The first draw with each commit, the others with ``make audit-full``: nothing but a seed differs.
@pytest.mark.parametrize("method", [0, 1, 2, 3, 7, 8])
@pytest.mark.parametrize(
    "draw", [FIRST, *(pytest.param(k, marks=pytest.mark.full) for k in OTHERS)]
)
def test_errors_of_kernels_again(method, draw):
    study = datasets.product_study()
    for factors, coordinates, examples in ((2, 30, 200), (3, 15, 400)):
        which = (factors, coordinates, examples, draw)
        rows = (study.labels == method) & (study.values[:, :4] == which).all(axis=1)
        (kept,) = study.values[rows, 4]
        found = products.error(factors, coordinates, examples, draw, products.METHODS[method])
        assert found == pytest.approx(kept, abs=1e-3)


@pytest.mark.parametrize(("method", "band"), [(5, 0.1), (6, 0.01)])
def test_errors_of_products_again(method, band):
    study = datasets.product_study()
    rows = (study.labels == method) & (study.values[:, :4] == (2, 30, 200, 0)).all(axis=1)
    (kept,) = study.values[rows, 4]
    found = products.error(2, 30, 200, 0, products.METHODS[method])
    assert found == pytest.approx(kept, abs=band)


def test_what_is_stored_is_whole():
    study = datasets.width_study()
    for number, name in enumerate(widths.ACTIVATIONS):
        found = np.unique(study.values[study.labels == number, 0])
        assert tuple(found) == widths.WIDTHS[name]
    assert len(study.values) == sum(map(len, widths.WIDTHS.values())) * len(widths.SEEDS)
    assert study.label_meaning == "0 error function, 1 ReLU"
    tasks = datasets.product_study()
    meant = ", ".join(f"{k} {name}" for k, name in enumerate(products.METHODS))
    assert tasks.label_meaning == meant
    cases = [(f, d, n) for f, d, sizes in products.CASES for n in sizes]
    assert np.unique(tasks.values[:, :3], axis=0).tolist() == [list(case) for case in cases]
    assert len(tasks.values) == len(cases) * len(products.SEEDS) * len(products.METHODS)


def test_rates_would_see_a_factor_of_two():
    study = datasets.width_study()
    medians = np.array([
        np.median(study.values[(study.labels == 0) & (study.values[:, 0] == k), 2:], axis=0)
        for k in widths.WIDTHS["erf"]
    ])  # fmt: skip
    distance, change, weights, _, gap = (medians[0] / medians[-1]).tolist()
    # from 16 to 4096 units: 256 times as many
    assert 16 / 2 < distance < 16 * 2
    assert 256 / 2.5 < change < 256 * 2.5
    assert weights == pytest.approx(1, abs=0.15)
    assert 16 / 2 < gap < 16 * 2


def test_tables_have_a_head_and_four_digits():
    text = table(HEADS["product_study"], [[2, 30, 200, 0, 1, 0.123456]])
    assert text == "factors,coordinates,examples,draw,method,error\n2,30,200,0,1,0.1235\n"
